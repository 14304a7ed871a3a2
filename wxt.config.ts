import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Hosts are the gate, not this: it only keeps out what is not ours. Firefox would upgrade http by its own default. */
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
].join('; ');

/**
 * For hotspots that want to be told which page asks; it reaches only hosts that were allowed, and asks for nothing at
 * install. Firefox cannot make it optional (bug 1827855); Chromium 156 can, but then leaves every change of rules
 * unanswered until the extension is loaded anew.
 */
const refererRule = 'declarativeNetRequestWithHostAccess';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  hooks: {
    // By the name of a page of ours WXT would put it in the place of the browser's own history.
    'build:manifestGenerated': (_, manifest) => {
      delete manifest.chrome_url_overrides;
    },
  },
  vite: () => ({ plugins: [preact()], build: { modulePreload: { polyfill: false } } }),
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: ['alarms', 'storage', 'identity', refererRule],
    optional_permissions: ['notifications'],
    // Hotspots have plain http at addresses of one's own network, which no pattern can name together.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: policy },
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
