import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { OpenBrowser } from './chromium.ts';
import { expect } from './expect.ts';

export type ToolbarPopup = { page: Page; detach: () => Promise<void> };

/** The open toolbar popup as a page. Playwright does not list it; a second connection to the browser does. */
export async function attachToPopup(profile: string, popupUrl: string): Promise<ToolbarPopup> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  await expect.poll(() => existsSync(portFile)).toBe(true);
  const port = readFileSync(portFile, 'utf8').split('\n')[0];
  const found: { page: Page; browser: Browser }[] = [];
  const findPopup = async () => {
    // With its defaults the second connection would take over downloads.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((candidate) => candidate.url().startsWith(popupUrl));
    if (page) found.push({ page, browser });
    else await browser.close();
    return found.length;
  };
  await expect.poll(findPopup).toBe(1);
  const [popup] = found;
  if (!popup) throw new Error('The popup did not open');
  return { page: popup.page, detach: () => popup.browser.close() };
}

/**
 * Presses the icon while the tab is in front, in a browser that was started with `--enable-unsafe-extension-debugging`.
 * Unlike `action.openPopup()` a press lets the extension look at the tab.
 */
export async function pressIcon(
  { context, id, profile }: Pick<OpenBrowser, 'context' | 'id' | 'profile'>,
  tab: Page,
): Promise<ToolbarPopup> {
  await tab.bringToFront();
  const session = await context.browser()?.newBrowserCDPSession();
  const { targetInfos } = (await session?.send('Target.getTargets', { filter: [{ type: 'tab' }] })) ?? {};
  const targets = (targetInfos ?? []).filter(({ url }) => url === tab.url());
  const [target] = targets;
  if (!target || targets.length > 1) throw new Error(`${targets.length} tabs show ${tab.url()}`);
  await session?.send('Extensions.triggerAction', { id, targetId: target.targetId });
  await session?.detach();
  return attachToPopup(profile, `chrome-extension://${id}/popup.html`);
}
