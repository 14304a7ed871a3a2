import type { PartSources } from './parts.ts';

/** What of the popup is loaded once it is needed, each a script of its own. */
export const partSources: PartSources = {
  rest: () => import('./rest-parts.ts'),
  orders: () => import('./order-parts.ts'),
  rare: () => import('./rare-parts.ts'),
};
