import { browser } from './browser.ts';

export function redirectUri(): string {
  return browser.identity.getRedirectURL();
}

/** Opens the seller's sign-in page. Returns the URL it redirected to, or null when the window was closed. */
export async function openSignIn(url: string): Promise<string | null> {
  try {
    return (await browser.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch {
    return null;
  }
}
