import { keys } from '../../../utils/browser/storage-keys.ts';
import { openTab, showTab } from '../../../utils/browser/tabs.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { read, update } from '../state/store.ts';
import { isAllowedCheckoutPage } from './fetch-order-status.ts';
import { applyOrderEvents } from './order-store.ts';

/** Opens the payment page in a normal tab, or shows the tab that has it: one page for one order. */
export async function openCheckoutTab(account: Account, order: Order): Promise<void> {
  const url = order.checkoutUrl ?? '';
  const text = JSON.stringify([order.card, order.id]);
  if (!isAllowedCheckoutPage(account, url)) {
    return applyOrderEvents(order.card, order.id, { kind: 'problem', problem: { kind: 'not-listed' } });
  }
  const tabs = (await read(keys.checkoutTabs)) ?? {};
  const known = Object.keys(tabs).find((tab) => tabs[tab] === text);
  if (known !== undefined && (await showTab(Number(known)))) {
    return applyOrderEvents(order.card, order.id, { kind: 'checkout-opened' });
  }
  try {
    const tab = await openTab(url);
    if (tab !== null) await update(keys.checkoutTabs, (saved) => ({ ...saved, [tab]: text }));
    await applyOrderEvents(order.card, order.id, { kind: 'checkout-opened' });
  } catch {
    await applyOrderEvents(order.card, order.id, { kind: 'problem', problem: { kind: 'not-opened' } });
  }
}

/** The order whose page a closed tab had; it is forgotten with the tab. */
export async function takeClosedCheckout(tabId: number): Promise<{ card: CardId; orderId: string } | null> {
  const text = (await read(keys.checkoutTabs))?.[tabId];
  if (text === undefined) return null;
  await update(keys.checkoutTabs, (tabs) =>
    Object.fromEntries(Object.entries(tabs ?? {}).filter(([id]) => id !== String(tabId))),
  );
  const [card, orderId] = JSON.parse(text) as [CardId, string];
  return { card, orderId };
}
