import { keys } from '../../../utils/browser/storage-keys.ts';
import { hasTab, openTab, showTab } from '../../../utils/browser/tabs.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { read, remove, update } from '../state/state-store.ts';
import { heldPageEvent, judgeCheckoutPage } from './checkout-page.ts';
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

/** The order whose checkout page a closed tab showed; null: it showed none. The entry is removed with the tab. */
export async function takeClosedCheckout(tabId: number): Promise<{ card: CardId; orderId: string } | null> {
  const text = (await read(keys.checkoutTabs))?.[tabId];
  if (text === undefined) return null;
  // One that stays is forgotten with the next page that is opened.
  await forgetTabs([tabId]).catch(() => undefined);
  return parseTab(text);
}

/** Null: it is damaged. */
function parseTab(text: string): { card: CardId; orderId: string } | null {
  try {
    const [card, orderId] = JSON.parse(text) as [CardId, string];
    return typeof card.accountId === 'string' && typeof orderId === 'string' ? { card, orderId } : null;
  } catch {
    return null;
  }
}

/** The recorded tabs that are closed, unseen as the extension was being reloaded then. */
export async function lostCheckoutTabs(): Promise<number[]> {
  const ids = Object.keys((await read(keys.checkoutTabs)) ?? {}).map(Number);
  const isOpen = await Promise.all(ids.map(hasTab));
  return ids.filter((_, index) => !isOpen[index]);
}

/** For the start of the browser, where tab ids begin anew: what was recorded would name a stranger's tab. */
export function forgetCheckoutTabs(): Promise<void> {
  return remove([keys.checkoutTabs]);
}

async function pruneCheckoutTabs(): Promise<void> {
  const lost = await lostCheckoutTabs();
  if (lost.length > 0) await forgetTabs(lost);
}

async function forgetTabs(ids: readonly number[]): Promise<void> {
  await update(keys.checkoutTabs, (tabs) => {
    const left = Object.entries(tabs ?? {}).filter(([id]) => !ids.includes(Number(id)));
    return left.length > 0 ? Object.fromEntries(left) : null;
  });
}
