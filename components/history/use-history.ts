import { useEffect, useRef, useState } from 'preact/hooks';
import { watchStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import {
  type AccountIndex,
  emptyIndex,
  indexOfGoneCards,
  initialCard,
} from '../../utils/core/accounts/account-index.ts';
import {
  type CardPreferences,
  defaultPreferences,
  type ListedCard,
  listCards,
} from '../../utils/core/accounts/card-preferences.ts';
import type { UsageArchive, UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { placedOrders } from '../../utils/core/orders/order-status.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { defaultSettings, type Settings } from '../../utils/core/settings.ts';
import type { UnreadValue } from '../../utils/core/storage/unread-values.ts';
import { type CardId, isSameCard } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { useThrow } from '../hooks/use-throw.ts';
import { readForPage } from '../page/read-for-page.ts';
import { readChecked, snapshotAt } from '../page/stored-readers.ts';

/**
 * The stored state the history page shows. `listed`: hidden cards come last. `gone`: cards with orders that the seller
 * lists no more.
 */
export type HistoryState = {
  listed: ListedCard[];
  gone: ListedCard[];
  settings: Settings;
  shown: ListedCard | null;
  account: Account | null;
  snapshot: UsageSnapshot | null;
  samples: UsageSamples | null;
  archive: UsageArchive | null;
  check: CheckState | null;
  offers: OfferList | null;
  orders: Order[];
  unread: UnreadValue[];
};

const emptyState = {
  account: null,
  snapshot: null,
  samples: null,
  archive: null,
  check: null,
  offers: null,
  orders: [],
};

/** Reads the state of `requestedId` or, if that is null or gone, of the one the popup would open on. */
export async function loadHistory(requestedId: CardId | null, now: number): Promise<HistoryState> {
  const first = await readForPage([keys.index, keys.settings, keys.preferences, keys.unread]);
  const unread = first(keys.unread) ?? [];
  const index = first(keys.index) ?? emptyIndex;
  const settings = first(keys.settings) ?? defaultSettings;
  const preferences = first(keys.preferences) ?? defaultPreferences;
  const all = listCards(index, preferences);
  const gone = await loadGone(index, preferences, requestedId);
  const listed = [...all.filter(({ isHidden }) => !isHidden), ...all.filter(({ isHidden }) => isHidden)];
  const find = (card: CardId | null) => [...listed, ...gone].find(({ id }) => isSameCard(id, card));
  const shown = find(requestedId) ?? find(initialCard(index, now)) ?? gone[0] ?? null;
  if (!shown) return { ...emptyState, listed, gone, settings, shown, unread };
  const { accountId } = shown.id;
  const cardKeys = {
    account: keys.account(accountId),
    snapshot: keys.snapshot(accountId),
    check: keys.check(accountId),
    samples: keys.samples(shown.id),
    archive: keys.archive(shown.id),
    offers: keys.offers(shown.id),
    orders: keys.orders(shown.id),
  };
  const valueAt = await readChecked(Object.values(cardKeys));
  return {
    listed,
    gone,
    settings,
    shown,
    account: valueAt(cardKeys.account),
    snapshot: snapshotAt(valueAt, accountId),
    check: valueAt(cardKeys.check),
    samples: valueAt(cardKeys.samples),
    archive: valueAt(cardKeys.archive),
    offers: valueAt(cardKeys.offers),
    orders: valueAt(cardKeys.orders) ?? [],
    unread,
  };
}

/** Those with orders, and the one that is asked for. */
async function loadGone(
  index: AccountIndex,
  preferences: CardPreferences,
  requestedId: CardId | null,
): Promise<ListedCard[]> {
  const gone = listCards(indexOfGoneCards(index), preferences);
  if (gone.length === 0) return gone;
  const valueAt = await readChecked(gone.map(({ id }) => keys.orders(id)));
  return gone.filter(
    ({ id }) => isSameCard(id, requestedId) || placedOrders(valueAt(keys.orders(id)) ?? []).length > 0,
  );
}

/** The state, reloaded at each change of storage, and how to show another card. */
export function useHistory(first: HistoryState): [HistoryState, (card: CardId) => void] {
  const [state, setState] = useState(first);
  const fail = useThrow();
  const requestedId = useRef(first.shown?.id ?? null);
  const loads = useRef(0);
  const reload = () => {
    loads.current += 1;
    const thisLoad = loads.current;
    void loadHistory(requestedId.current, Date.now()).then((next) => {
      if (thisLoad === loads.current) setState(next);
    }, fail);
  };
  useEffect(() => watchStored(reload), []);
  const show = (card: CardId) => {
    requestedId.current = card;
    reload();
  };
  return [state, show];
}
