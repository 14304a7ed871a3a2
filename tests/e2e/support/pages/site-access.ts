import type { Gigabar } from '../gigabar.ts';

export { grantedOrigins } from '../sign-out.ts';

/* What Gigabar may do on sellers' sites: permissions, and the script that it lets run there. */

/* The browser's API, as seen from the extension's pages. */
declare const chrome: {
  permissions: {
    getAll: () => Promise<{ origins: string[] }>;
    remove: (some: { origins: string[] }) => Promise<boolean>;
  };
  scripting: { getRegisteredContentScripts: () => Promise<{ matches: string[] }[]> };
};

/** Takes all sites back, as a person does in the browser's settings. */
export const revokeSites = ({ probe }: Gigabar) =>
  probe.evaluate(async () => {
    const { origins } = await chrome.permissions.getAll();
    await chrome.permissions.remove({ origins });
  });

/** On which sites the reader runs at each visit. */
export const readerSites = ({ probe }: Gigabar) =>
  probe.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches));
