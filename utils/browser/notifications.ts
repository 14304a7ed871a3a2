import { browser } from './browser.ts';

/** `buttons`: two at most; shown only where the browser supports them. */
export type NotificationContent = { id: string; title: string; message: string; buttons: string[] };

/** The API is undefined until its permission is granted. */
export function canNotify(): boolean {
  return browser.notifications !== undefined;
}

/** True if the browser accepted it, or still shows it. Firefox throws on `buttons` (bug 1336759). */
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

/** The ids of all that are still shown. */
export async function shownNotifications(): Promise<string[]> {
  return canNotify() ? Object.keys(await browser.notifications.getAll()) : [];
}

export async function clearNotification(id: string): Promise<void> {
  if (canNotify()) await browser.notifications.clear(id);
}

/** Calls `listener` for each clicked notification, with the index of the clicked button if any. May be called again. */
export function addNotificationClickListener(listener: (id: string, button?: number) => void): void {
  if (!canNotify()) return;
  browser.notifications.onClicked.addListener(listener);
  browser.notifications.onButtonClicked?.addListener(listener);
}
