import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { emptyIndex, withIndexedAccount } from '../../../utils/core/accounts/account-index.ts';
import { defaultPreferences } from '../../../utils/core/accounts/card-preferences.ts';
import { parseStored, type Stored, type StoredKind } from '../../../utils/core/storage/stored-values.ts';
import { reopened } from '../../../utils/core/undo/reopened-order.ts';
import { withAccountAgain, withShownAgain } from '../../../utils/core/undo/restored-preferences.ts';
import { canUndo, type Undoable } from '../../../utils/core/undo/undoable.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';
import { updateOrders } from '../orders/order-store.ts';
import { findOrder } from '../orders/stored-orders.ts';
import { changeOf, createAccount, read, update } from '../state/state-store.ts';
import { keysOfHandKept } from './hand-kept-keys.ts';
import { forgetUndoable } from './keep-for-undo.ts';

/** Takes back what the user did last. False: there is nothing any more, or it cannot be read. */
export async function undoLast(): Promise<boolean> {
  const undoable = await read(keys.undoable);
  if (!undoable || !canUndo(undoable, Date.now())) return false;
  const isUndone = await takeBack(undoable);
  await forgetUndoable();
  return isUndone;
}

async function takeBack(undoable: Undoable): Promise<boolean> {
  const card = { accountId: undoable.accountId, cardKey: undoable.cardKey ?? '' };
  switch (undoable.kind) {
    case 'order-closed':
      return reopen(card, undoable);
    case 'card-hidden':
      return showAgain(card, undoable);
    case 'card-removed':
      return bringBack(undoable);
  }
}

async function reopen(card: CardId, { orderId, values }: Undoable): Promise<boolean> {
  const before = valueBefore(values, keys.orders(card))?.find(({ id }) => id === orderId);
  if (!before || !(await findOrder(card, before.id))) return false;
  await updateOrders(card, (orders) =>
    orders.map((order) => (order.id === before.id ? reopened(order, before) : order)),
  );
  return true;
}

async function showAgain(card: CardId, { values }: Undoable): Promise<boolean> {
  const wasPinned = valueBefore(values, keys.preferences)?.pinned === formatCardId(card);
  await update(keys.preferences, (saved) => withShownAgain(saved ?? defaultPreferences, card, wasPinned), {
    id: card.accountId,
  });
  return true;
}

async function bringBack({ accountId, values }: Undoable): Promise<boolean> {
  const account = valueBefore(values, keys.account(accountId));
  if (!account) return false;
  const snapshot = valueBefore(values, keys.snapshot(accountId));
  const cards = (snapshot?.cards ?? []).map(({ key }) => ({ accountId, cardKey: key }));
  const before = valueBefore(values, keys.preferences) ?? defaultPreferences;
  await createAccount(account, [keys.index, keys.preferences], (stored) => [
    ...keysOfHandKept(accountId, cards).map((key: Key) => changeOf(key, valueBefore(values, key))),
    changeOf(keys.index, withIndexedAccount(stored(keys.index) ?? emptyIndex, account, snapshot)),
    changeOf(keys.preferences, withAccountAgain(stored(keys.preferences) ?? defaultPreferences, before, accountId)),
  ]);
  return true;
}

function valueBefore<K extends StoredKind>(values: Undoable['values'], { kind, name }: Key<K>): Stored<K> | null {
  return parseStored(kind, values[name]);
}
