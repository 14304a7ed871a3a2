import type { Browser } from 'puppeteer-core';
import { expect } from '../expect.ts';
import { type Connected, gecko } from './firefox.ts';

/* Firefox's own window, of which neither Puppeteer nor an extension knows anything. */

type Tree = { result: { contexts: { context: string }[] } };
type Evaluated = { result: { result: { value?: unknown }; exceptionDetails?: { text: string } } };

/** Evaluates an expression in the newest window; its value is a text. */
async function inWindow(firefox: Browser, expression: string): Promise<string> {
  const { connection } = firefox as unknown as Connected;
  const { result } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as Tree;
  const target = { context: result.contexts.at(-1)?.context };
  const parameters = { expression: `String(${expression})`, target, awaitPromise: true };
  const answer = (await connection.send('script.evaluate', parameters)) as Evaluated;
  if (answer.result.exceptionDetails) throw new Error(answer.result.exceptionDetails.text);
  return String(answer.result.result.value);
}

/** A real click on Gigabar's icon, which lets it look at the tab in front. */
export async function clickIcon(firefox: Browser): Promise<void> {
  const icon = `document.getElementById('${gecko.replace(/[@.]/g, '_')}-BAP')`;
  await inWindow(
    firefox,
    `(() => {
      const { x, y, width, height } = ${icon}.getBoundingClientRect();
      for (const type of ['mousemove', 'mousedown', 'mouseup'])
        window.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 });
    })()`,
  );
}

/** Answers what Firefox asks about a permission, once it does. */
export async function answerPermission(firefox: Browser, isAllowed: boolean): Promise<void> {
  const name = `popup-notification-${isAllowed ? 'primary' : 'secondary'}-button`;
  const button = `document.querySelector('#addon-webext-permissions-notification .${name}')`;
  const isOpen = () =>
    inWindow(firefox, `document.getElementById('notification-popup')?.state === 'open' && !!${button}`);
  await expect.poll(isOpen).toBe('true');
  await inWindow(firefox, `${button}.click()`);
}

/** Ends the event page as Firefox does when it is idle. One that an event has just started again is ended, too. */
export async function endBackground(firefox: Browser): Promise<void> {
  const extension = `WebExtensionPolicy.getByID('${gecko}').extension`;
  const options = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
  const stopped = async () => {
    await inWindow(firefox, `${extension}.terminateBackground(${options})`);
    return inWindow(firefox, `${extension}.backgroundState`);
  };
  await expect.poll(stopped).toBe('stopped');
}
