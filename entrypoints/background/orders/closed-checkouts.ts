import { keys } from '../../../utils/browser/storage-keys.ts';
import { hasTab } from '../../../utils/browser/tabs.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { read, remove, update } from '../state/state-store.ts';

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

/** Forgets those. */
export async function pruneCheckoutTabs(): Promise<void> {
  const lost = await lostCheckoutTabs();
  if (lost.length > 0) await forgetTabs(lost);
}

async function forgetTabs(ids: readonly number[]): Promise<void> {
  await update(keys.checkoutTabs, (tabs) => {
    const left = Object.entries(tabs ?? {}).filter(([id]) => !ids.includes(Number(id)));
    return left.length > 0 ? Object.fromEntries(left) : null;
  });
}
