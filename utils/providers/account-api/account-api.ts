import type { Provider } from '../adapter/provider.ts';
import { apiUrl } from './api-url.ts';
import { requestUsageSnapshot } from './read-cards.ts';

const discovery = () => import('./discovery.ts');
const oauth = async () => (await import('./oauth.ts')).signIn;
const purchases = () => import('./purchases.ts');

/**
 * Any seller that serves the account API of the README.md of this folder. What asks what is left, and takes the answer
 * that nothing has changed, is there from the start; all else is loaded when it is needed.
 */
export const accountApi = {
  id: 'account-api',
  findSeller: async (...request) => (await discovery()).findSeller(...request),
  readCards: (client, seller, previous) => requestUsageSnapshot(client, apiUrl(seller, '/planStatus'), previous),
  signIn: {
    confirmApi: async (...request) => (await oauth()).confirmApi(...request),
    start: async (...request) => (await oauth()).start(...request),
    parseCode: async (...request) => (await oauth()).parseCode(...request),
    finish: async (...request) => (await oauth()).finish(...request),
    refresh: async (...request) => (await oauth()).refresh(...request),
    revoke: async (...request) => (await oauth()).revoke(...request),
  },
  offers: { list: async (...request) => (await purchases()).offers.list(...request) },
  checkout: { start: async (...request) => (await purchases()).checkout.start(...request) },
  orders: { getStatus: async (...request) => (await purchases()).orders.getStatus(...request) },
} satisfies Provider;
