import { browser } from './browser.ts';

/** `buttons`: at most two, where the browser has any. */
export type NotificationContent = { id: string; title: string; message: string; buttons: string[] };

/** The API appears once its permission is granted; touching it before would throw. */
export function canNotify(): boolean {
  return browser.notifications !== undefined;
}

/** True once the browser has taken it, or still shows it. Firefox throws on buttons (bug 1336759). */
export async function showNotification({ id, title, message, buttons }: NotificationContent): Promise<boolean> {
  if (!canNotify()) return false;
  const shown = await browser.notifications.getAll();
  if (id in shown) return true;
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title,
    message,
    ...(import.meta.env.FIREFOX ? {} : { buttons: buttons.map((label) => ({ title: label })) }),
  };
  try {
    await browser.notifications.create(id, options);
    return true;
  } catch {
    return false;
  }
}

export async function clearNotification(id: string): Promise<void> {
  if (canNotify()) await browser.notifications.clear(id);
}

/** Calls `listener` for a notice the person clicked, with the place of its button if it was one; the same one never twice. */
export function addNotificationClickListener(listener: (id: string, button?: number) => void): void {
  if (!canNotify()) return;
  browser.notifications.onClicked.addListener(listener);
  browser.notifications.onButtonClicked?.addListener(listener);
}
