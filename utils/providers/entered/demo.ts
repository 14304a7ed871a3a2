import { toDemoSnapshot } from '../../core/demo/demo-card.ts';
import type { Provider } from '../adapter/provider.ts';

/** A card to look around with. It asks nobody, and sells nothing. */
export const demo = {
  id: 'demo',
  readCards: async (_client, seller) => toDemoSnapshot(seller, Date.now()),
} satisfies Provider;
