import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { backgroundParts } from './tests/tools/build/background-parts.ts';
import { nativeBrowser } from './tests/tools/build/native-browser.ts';
import { pageChunks } from './tests/tools/build/page-chunks.ts';
import { pageEntries, pageParts } from './tests/tools/build/page-parts.ts';
import { partStyles } from './tests/tools/build/part-styles.ts';
import { sellerTable } from './tests/tools/build/seller-table.ts';

/** Requests are limited by the granted hosts; this only excludes foreign code. Firefox's default would upgrade http. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https: http:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  // Of pages: the browser starts the background worker whatever this says.
  "worker-src 'none'",
].join('; ');

/**
 * For hotspots that check the `Referer`, or want a cookie that they do not set. It applies to granted hosts only and
 * shows no warning at install. In Firefox it cannot be optional (bug 1827855); in Chromium 156 it can, but every change
 * of rules then stays unanswered until the extension is reloaded.
 */
const headerRules = 'declarativeNetRequestWithHostAccess';

/**
 * The oldest browsers that run the extension. For older ones `light-dark()` would become media queries, which know the
 * system's colours alone and not those that were chosen.
 */
const cssTarget = ['chrome127', 'firefox142'];

/** What a script reads later it has at hand, but for styles, which are read in any case. */
const modulePreload = {
  polyfill: false,
  resolveDependencies: (_: string, files: string[], { hostType }: { hostType: string }) =>
    hostType === 'js' ? [] : files,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  hooks: {
    'entrypoints:grouped': (_, groups) => {
      const entries = groups.flat();
      const isApart = (entry: (typeof entries)[number]) => pageEntries.includes(entry.name);
      const others = groups.filter((group) => Array.isArray(group) || !isApart(group));
      const pages = others.find((group) => Array.isArray(group) && group.some(({ name }) => name === 'popup'));
      if (!Array.isArray(pages)) throw new Error('The popup is among the pages');
      pages.splice(0, pages.length, ...pages.filter((page) => !isApart(page)));
      groups.splice(0, groups.length, ...others, entries.filter(isApart));
    },
    // WXT would take our page named "history" for an override of the browser's history.
    'build:manifestGenerated': (_, manifest) => {
      delete manifest.chrome_url_overrides;
    },
  },
  vite: ({ browser }) => ({
    plugins: [
      preact(),
      nativeBrowser(),
      partStyles(),
      pageChunks(),
      sellerTable(),
      backgroundParts(browser),
      pageParts(),
    ],
    build: { modulePreload, cssTarget },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    // None of these shows a warning at install. Where scripts run, the user allows.
    permissions: [
      ...['alarms', 'storage', 'identity', headerRules, 'activeTab', 'scripting', 'contextMenus'],
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    optional_permissions: ['notifications'],
    // Hotspots use plain http at private addresses, which no single pattern covers.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // In private windows only where the user allows it. In a Firefox that never remembers history every window is one,
    // and with 'not_allowed' the extension would not run there at all.
    incognito: 'spanning',
    content_security_policy: { extension_pages: policy },
    // A suggestion, which the browser leaves alone where something else has it. Neither browser nor system uses it.
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+G' } } },
    action: browser === 'firefox' ? { default_area: 'navbar' } : {},
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gigabar@gigabar.app',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '127' }),
  }),
});
