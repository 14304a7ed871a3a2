import { browser } from './browser.ts';

export type Notice = { id: string; title: string; message: string; button: string | null };

/** The API appears once its permission is granted; touching it before would throw. */
export function canNotify(): boolean {
  return browser.notifications !== undefined;
}

/** True once the browser has taken it, or still shows it. Firefox throws on buttons (bug 1336759). */
export async function showNotice({ id, title, message, button }: Notice): Promise<boolean> {
  if (!canNotify()) return false;
  const shown = await browser.notifications.getAll();
  if (id in shown) return true;
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title,
    message,
    ...(button !== null && !import.meta.env.FIREFOX ? { buttons: [{ title: button }] } : {}),
  };
  try {
    await browser.notifications.create(id, options);
    return true;
  } catch {
    return false;
  }
}

export async function hideNotice(id: string): Promise<void> {
  if (canNotify()) await browser.notifications.clear(id);
}

/** Calls `listener` with the id of a notice the person clicked, on itself or its button; the same one never twice. */
export function onNoticeClick(listener: (id: string) => void): void {
  if (!canNotify()) return;
  browser.notifications.onClicked.addListener(listener);
  browser.notifications.onButtonClicked?.addListener(listener);
}
