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

const loopback = ['http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact()], build: { modulePreload: { polyfill: false } } }),
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: ['alarms', 'storage', 'identity'],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', ...loopback],
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
