import { workerOf } from './chromium.ts';
import type { Gigabar } from './gigabar.ts';
import { attachToPopup, type ToolbarPopup } from './toolbar-popup.ts';

/* The browser as the worker sees it, for tests in which every page of the extension is closed. */

type Window = { id: number; incognito: boolean; state: string; focused: boolean };

/* The browser's API, as seen from the extension's worker. */
declare const chrome: {
  action: { getBadgeText: (o: object) => Promise<string>; openPopup: () => Promise<void> };
  notifications: { getAll: () => Promise<Record<string, unknown>> };
  windows: {
    getAll: () => Promise<Window[]>;
    create: (o: object) => Promise<unknown>;
    update: (id: number, o: object) => Promise<unknown>;
    remove: (id: number) => Promise<void>;
  };
};

async function inWorker<R>({ context }: Gigabar, work: () => R | Promise<R>): Promise<R> {
  const worker = await workerOf(context);
  return worker.evaluate(work);
}

/** All windows; private ones only where the extension is allowed in them. */
export const windowsOf = (gigabar: Gigabar) => inWorker(gigabar, () => chrome.windows.getAll());

export const openPrivateWindow = (gigabar: Gigabar) =>
  inWorker(gigabar, async () => void (await chrome.windows.create({ incognito: true })));

/** The pages in them are closed too, those that other controls use among them. */
export const closeNormalWindows = (gigabar: Gigabar) =>
  inWorker(gigabar, async () => {
    for (const { id, incognito } of await chrome.windows.getAll()) if (!incognito) await chrome.windows.remove(id);
  });

export const minimizeWindows = (gigabar: Gigabar) =>
  inWorker(gigabar, async () => {
    for (const { id } of await chrome.windows.getAll()) await chrome.windows.update(id, { state: 'minimized' });
  });

export const shownBadge = (gigabar: Gigabar) => inWorker(gigabar, () => chrome.action.getBadgeText({}));

export const shownNotifications = (gigabar: Gigabar) =>
  inWorker(gigabar, async () => Object.keys(await chrome.notifications.getAll()));

/** The real toolbar popup, in whichever window is in front. */
export async function popupInFront(gigabar: Gigabar): Promise<ToolbarPopup> {
  await inWorker(gigabar, () => chrome.action.openPopup());
  return attachToPopup(gigabar.profile, `chrome-extension://${gigabar.id}/popup.html`);
}
