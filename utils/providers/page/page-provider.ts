import type { Provider } from '../adapter/provider.ts';
import { toPageSnapshot } from './page-snapshot.ts';

/**
 * Any seller with nothing but a website: the figures stand on its account page, where the user has pointed at them. How
 * the page is come by is the background's affair. There is no form: it is added from the page itself.
 */
export const pageProvider = {
  id: 'page',
  readCards: async (_client, seller, _previous, readPage) => {
    if (!readPage) throw new Error('No page was pointed at');
    return toPageSnapshot(seller.name, await readPage());
  },
} satisfies Provider;
