import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { handKeptProvider } from '../../../utils/core/export/settings-file.ts';
import { type Undoable, undoableForMs } from '../../../utils/core/undo/undoable.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { listCardIds } from '../accounts/account-store.ts';
import { getRaw } from '../state/raw-values.ts';
import { read, readIndex, remove, write } from '../state/state-store.ts';
import { keysOfHandKept } from './hand-kept-keys.ts';

/* What the user is about to do is kept with what taking it back needs. Whatever fails here, it is done all the same. */

type Kept = Pick<Undoable, 'kind' | 'accountId' | 'cardKey' | 'orderId'> & { changed: Key[] };

let timer: ReturnType<typeof setTimeout> | undefined;

/** Before an order is closed. */
export function keepOrder({ accountId, cardKey }: CardId, orderId: string): Promise<void> {
  const changed = [keys.orders({ accountId, cardKey })];
  return keep(async () => ({ kind: 'order-closed', accountId, cardKey, orderId, changed }));
}

/** Before a card is hidden. */
export function keepShownCard({ accountId, cardKey }: CardId): Promise<void> {
  return keep(async () => ({
    ...{ kind: 'card-hidden', accountId, cardKey, orderId: null },
    changed: [keys.preferences],
  }));
}

/** Before an account is removed: only a card kept by hand can be brought back, of others a sign-in or a secret goes. */
export function keepHandKeptCard(accountId: string): Promise<void> {
  return keep(async () => {
    const account = await read(keys.account(accountId));
    if (account?.seller.providerId !== handKeptProvider) return null;
    const cards = listCardIds(await readIndex()).filter((card) => card.accountId === accountId);
    const changed = [keys.preferences, ...keysOfHandKept(accountId, cards)];
    return { kind: 'card-removed', accountId, cardKey: null, orderId: null, changed };
  });
}

/** Null: nothing that could be taken back; and what was done before cannot be any more. */
async function keep(describe: () => Promise<Kept | null>): Promise<void> {
  clearTimeout(timer);
  try {
    const kept = await describe();
    if (kept === null) return await forgetUndoable();
    const { changed, ...action } = kept;
    await write(keys.undoable, { at: Date.now(), ...action, values: Object.fromEntries(await getRaw(changed)) });
    // A worker that ends before leaves it in memory until the next one, or until the browser is closed.
    timer = setTimeout(() => void forgetUndoable().catch(() => undefined), undoableForMs);
  } catch {
    await forgetUndoable().catch(() => undefined);
  }
}

export function forgetUndoable(): Promise<void> {
  return remove([keys.undoable]);
}
