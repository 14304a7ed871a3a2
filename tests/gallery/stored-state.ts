import type { PopupState } from '../../components/hooks/popup-state.ts';
import { type Stored, type StoredKind, toStored } from '../../utils/core/storage/stored-values.ts';
import { formatCardId } from '../../utils/core/usage/card-id.ts';

/** A state of the popup under the names by which the browser stores it: each page shows of it what is its own. */
export function storedOf(shown: PopupState): Record<string, unknown> {
  const account = shown.accountId === null ? '' : `:${shown.accountId}`;
  const card = shown.card === null ? '' : `:${formatCardId(shown.card)}`;
  return Object.fromEntries([
    ...entry('index', 'index', shown.index),
    ...entry('preferences', 'cards', shown.preferences),
    ...entry('settings', 'settings', shown.settings),
    ...entry('unreadValues', 'unread', shown.unread),
    ...entry('account', `account${account}`, shown.account),
    ...entry('snapshot', `reading${account}`, shown.snapshot),
    ...entry('check', `check${account}`, shown.check),
    ...entry('offers', `offers${card}`, shown.offers),
    ...entry('orders', `orders${card}`, shown.orders),
    ...entry('samples', `samples${card}`, shown.samples),
    ...entry('alerts', `alerts${card}`, shown.alerts),
  ]);
}

function entry<K extends StoredKind>(kind: K, name: string, value: Stored<K> | null): [string, unknown][] {
  return value === null ? [] : [[name, toStored(kind, value)]];
}
