import { keys } from '../../../utils/browser/storage-keys.ts';
import { openTab, showTab } from '../../../utils/browser/tabs.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import { read, update } from '../state/state-store.ts';
import { heldPageEvent, judgeCheckoutPage } from './checkout-page.ts';
import { pruneCheckoutTabs } from './closed-checkouts.ts';
import { applyOrderEvents } from './order-store.ts';

/** Opens the checkout page in a normal tab, or shows the tab that has it: one tab for one order. */
export async function openCheckoutTab(order: Order): Promise<void> {
  const verdict = await judgeCheckoutPage(order.card.accountId, order.checkoutUrl ?? '', false);
  const held = heldPageEvent(verdict);
  if (held) return applyOrderEvents(order.card, order.id, held);
  const text = JSON.stringify([order.card, order.id]);
  const owner = { id: order.card.accountId };
  await pruneCheckoutTabs();
  const tabs = (await read(keys.checkoutTabs)) ?? {};
  const open = Object.keys(tabs).find((tab) => tabs[tab] === text);
  if (open !== undefined && (await showTab(Number(open)))) {
    return applyOrderEvents(order.card, order.id, { kind: 'checkout-opened' });
  }
  let tab: number | null;
  try {
    tab = await openTab(verdict.href ?? '');
  } catch {
    return applyOrderEvents(order.card, order.id, { kind: 'problem', problem: { kind: 'not-opened' } });
  }
  if (tab !== null) await update(keys.checkoutTabs, (saved) => ({ ...saved, [`${tab}`]: text }), owner);
  await applyOrderEvents(order.card, order.id, { kind: 'checkout-opened' });
}
