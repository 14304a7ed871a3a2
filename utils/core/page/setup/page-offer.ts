/** Where the makers of browsers let no extension look. */
const stores = ['chromewebstore.google.com', 'addons.mozilla.org'];
const storePages = ['chrome.google.com/webstore', 'microsoftedge.microsoft.com/addons'];

/** Whether a script may look at the page of a tab: not at those of browsers and stores, nor at what shows a PDF. */
export function isOpenToScripts(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (stores.includes(hostname) || /\.pdf$/i.test(pathname)) return false;
  return !storePages.some((page) => `${hostname}${pathname}`.startsWith(page));
}
