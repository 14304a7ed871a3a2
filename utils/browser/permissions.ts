import { browser } from './browser.ts';

/* `request` must be the first statement of a click handler: in Firefox the user gesture does not survive an await. */

export function requestOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

export function removeNotifications(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ['notifications'] });
}

export async function hasOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Gives origins back, which needs no user gesture. False if the browser keeps one, as one required by policy. */
export async function removeOrigins(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins });
  } catch {
    return false;
  }
}

export async function hasNotifications(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

export function watchPermissions(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

/** Null if the browser does not report it (Firefox), or if the notifications API is not available yet. */
export async function notificationLevel(): Promise<'granted' | 'denied' | null> {
  const { notifications } = browser as { notifications?: { getPermissionLevel?: () => Promise<string> } };
  const level = await notifications?.getPermissionLevel?.();
  return level === 'granted' || level === 'denied' ? level : null;
}
