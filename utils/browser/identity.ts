import { browser, type Windows } from './browser.ts';

/** The window of the sign-in that is open, where the browser told of it. */
let windowId: number | null = null;

export function redirectUri(): string {
  return browser.identity.getRedirectURL();
}

/** Opens the seller's sign-in page. Returns the URL it redirected to, or null when the window was closed. */
export async function openSignIn(url: string): Promise<string | null> {
  // The API does not say which window is its own: it is the first one of its kind that is opened after the call.
  const onCreated = ({ id, type }: Windows.Window) => {
    if (type === 'popup') windowId ??= id ?? null;
  };
  browser.windows.onCreated.addListener(onCreated);
  try {
    return (await browser.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch {
    return null;
  } finally {
    browser.windows.onCreated.removeListener(onCreated);
    windowId = null;
  }
}

/** Brings the window of the open sign-in to the front, if it is known. */
export async function showSignIn(): Promise<void> {
  if (windowId === null) return;
  await browser.windows.update(windowId, { focused: true, drawAttention: true }).catch(() => undefined);
}
