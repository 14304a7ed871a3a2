import { fakeBrowser } from 'wxt/testing/fake-browser';

/* A sign-in window without a browser: its pages are requested and answered as a person would. */

const redirectUri = `https://${'a'.repeat(32)}.chromiumapp.org/`;
const realFetch = globalThis.fetch;

/** Replaces the browser's sign-in windows by `answer`, which gets the page's address and returns where it led. */
export function openSignInsWith(answer: (url: string) => Promise<string>): void {
  const identity = {
    getRedirectURL: () => redirectUri,
    launchWebAuthFlow: ({ url }: { url: string }) => answer(url),
  };
  Object.assign(fakeBrowser, { identity });
}

/** Signs in on the sandbox seller's pages, by phone number and code; returns the redirect they end with. */
export async function signInOnPages(url: string, phone = '+46 70 000 00 01'): Promise<string> {
  const { origin, search } = new URL(url);
  const send = (path: string, fields: Record<string, string>) =>
    realFetch(origin + path, { method: 'post', body: new URLSearchParams(fields), redirect: 'manual' });
  const request = search.slice(1);
  const page = await (await send('/oauth/code', { request, phone })).text();
  const code = /\d{6}/.exec(/code-shown.*?<\/\w+>/s.exec(page)?.[0] ?? '')?.[0] ?? '';
  const normalized = /name="phone" value="([^"]*)"/.exec(page)?.[1] ?? phone;
  return (await send('/oauth/sign-in', { request, phone: normalized, code })).headers.get('location') ?? '';
}
