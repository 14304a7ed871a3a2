import { settle } from './apply-state.ts';
import { takeClosedTab } from './orders/checkout-tab.ts';
import { noteEvent } from './orders/order-store.ts';
import { look } from './orders/poll-orders.ts';
import { checkAnew } from './polling/refresh-account.ts';

/** A checkout tab was closed: something may have been paid, whatever the page said. */
export async function onTabClosed(tabId: number): Promise<void> {
  const closed = await takeClosedTab(tabId);
  if (!closed) return;
  await noteEvent(closed.card, closed.orderId, { kind: 'stirred' });
  await look(closed.card, closed.orderId);
  await checkAnew(closed.card.accountId);
  await settle();
}
