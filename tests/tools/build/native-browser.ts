import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/*
 * webextension-polyfill gives what Firefox and today's Chromium have by themselves, `browser`: there it does nothing. In
 * the builds it is a script of its own, which the background of a Chromium without `browser` reads first; pages and
 * scripts in such a Chromium take `chrome`, and answer no message by a promise.
 */

const polyfill = 'webextension-polyfill';
const id = `\0${polyfill}`;

export const polyfillScript = 'polyfill.js';

/** Has the builds take what the browser has. */
export function nativeBrowser(): Plugin {
  return {
    name: 'native-browser',
    enforce: 'pre',
    resolveId: (source) => (source === polyfill ? id : null),
    load: (module) => (module.split('?')[0] === id ? 'export default globalThis.browser ?? globalThis.chrome;' : null),
  };
}

export function polyfillSource(): string {
  return readFileSync(new URL(import.meta.resolve(`${polyfill}/dist/browser-polyfill.min.js`)), 'utf8');
}
