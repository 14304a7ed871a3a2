import { thenApplyState } from './apply-state.ts';
import { lostCheckoutTabs, takeClosedCheckout } from './orders/closed-checkouts.ts';
import { ordersPart } from './orders/follow-orders.ts';
import { checkAfterChange } from './polling/check-account.ts';

/** A checkout tab was closed: the order may have been paid, whatever the page showed last. */
export async function onTabClosed(tabId: number): Promise<void> {
  const closed = await takeClosedCheckout(tabId);
  if (!closed) return;
  await thenApplyState(async () => {
    const { applyOrderEvents, pollOrder } = await ordersPart();
    await applyOrderEvents(closed.card, closed.orderId, { kind: 'activity' });
    await pollOrder(closed.card, closed.orderId);
    await checkAfterChange(closed.card.accountId);
  });
}

/** After a reload or an update of the extension, during which no closed tab is heard of. */
export async function onReloaded(): Promise<void> {
  for (const tabId of await lostCheckoutTabs()) await onTabClosed(tabId).catch(() => undefined);
}
