import { useEffect, useRef, useState } from 'preact/hooks';
import { getStored, watchStored } from '../../utils/browser/storage.ts';
import { keys, storedValue } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { initialCard } from '../../utils/core/accounts/account-index.ts';
import { defaultPreferences, type ListedCard, listCards } from '../../utils/core/accounts/card-preferences.ts';
import type { UsageArchive, UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { type Settings, withSettingsDefaults } from '../../utils/core/settings.ts';
import { type CardId, isSameCard } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';

/** All the history page shows, as it is saved. `listed`: hidden cards last. */
export type HistoryFacts = {
  listed: ListedCard[];
  settings: Settings;
  shown: ListedCard | null;
  account: Account | null;
  snapshot: UsageSnapshot | null;
  samples: UsageSamples | null;
  archive: UsageArchive | null;
  check: CheckState | null;
  offers: OfferList | null;
  orders: Order[];
};

const nothing = {
  account: null,
  snapshot: null,
  samples: null,
  archive: null,
  check: null,
  offers: null,
  orders: [],
};

/** Reads what is kept of the card `wanted`, or of the one the popup would open on. */
export async function loadHistory(wanted: CardId | null, now: number): Promise<HistoryFacts> {
  const first = await getStored([keys.index.name, keys.settings.name, keys.preferences.name]);
  const index = storedValue(first, keys.index) ?? { accounts: [], shown: null, requested: null };
  const settings = withSettingsDefaults(storedValue(first, keys.settings));
  const all = listCards(index, storedValue(first, keys.preferences) ?? defaultPreferences);
  const listed = [...all.filter(({ isHidden }) => !isHidden), ...all.filter(({ isHidden }) => isHidden)];
  const find = (card: CardId | null) => listed.find(({ id }) => isSameCard(id, card));
  const shown = find(wanted) ?? find(initialCard(index, now)) ?? null;
  if (!shown) return { ...nothing, listed, settings, shown };
  const { accountId } = shown.id;
  const of = {
    account: keys.account(accountId),
    snapshot: keys.snapshot(accountId),
    check: keys.check(accountId),
    samples: keys.samples(shown.id),
    archive: keys.archive(shown.id),
    offers: keys.offers(shown.id),
    orders: keys.orders(shown.id),
  };
  const values = await getStored(Object.values(of).map(({ name }) => name));
  const orders = storedValue(values, of.orders);
  return {
    listed,
    settings,
    shown,
    account: storedValue(values, of.account),
    snapshot: storedValue(values, of.snapshot),
    check: storedValue(values, of.check),
    samples: storedValue(values, of.samples),
    archive: storedValue(values, of.archive),
    offers: storedValue(values, of.offers),
    orders: orders ?? [],
  };
}

/** What is kept, read anew at each change; and how to show another card. */
export function useHistory(first: HistoryFacts): [HistoryFacts, (card: CardId) => void] {
  const [facts, setFacts] = useState(first);
  const wanted = useRef(first.shown?.id ?? null);
  const latest = useRef(0);
  const reload = () => {
    latest.current += 1;
    const mine = latest.current;
    void loadHistory(wanted.current, Date.now()).then((next) => {
      if (mine === latest.current) setFacts(next);
    });
  };
  useEffect(() => watchStored(reload), []);
  const show = (card: CardId) => {
    wanted.current = card;
    reload();
  };
  return [facts, show];
}
