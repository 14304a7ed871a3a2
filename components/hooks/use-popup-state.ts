import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { hasNotifications, watchPermissions } from '../../utils/browser/permissions.ts';
import { getStored, watchStored } from '../../utils/browser/storage.ts';
import { keys, storedValue } from '../../utils/browser/storage-keys.ts';
import { type Account, accountFrom } from '../../utils/core/accounts/account.ts';
import { type Index, openingCardOf } from '../../utils/core/accounts/account-index.ts';
import { type CardBook, emptyBook } from '../../utils/core/accounts/card-preferences.ts';
import type { AlertState } from '../../utils/core/alerts/alert-state.ts';
import type { Samples } from '../../utils/core/history/usage-samples.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import { ordersFrom } from '../../utils/core/orders/order-list.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { type Settings, settingsFrom } from '../../utils/core/settings.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { Reading } from '../../utils/core/usage/usage-snapshot.ts';

/** All the popup shows, as it is saved. `card` is null while an account has not told its cards yet. */
export type Shown = {
  index: Index;
  book: CardBook;
  settings: Settings;
  accountId: string | null;
  card: CardId | null;
  account: Account | null;
  reading: Reading | null;
  check: CheckState | null;
  offers: OfferList | null;
  orders: Order[];
  samples: Samples | null;
  alerts: AlertState | null;
  /** The figures of every account, for the list of cards; by account id. */
  others: Record<string, { account: Account | null; reading: Reading | null }>;
  canWarn: boolean;
};

/** Reads what is shown for `wanted`, or for the card to open on if that one is not there. Two reads, by name. */
export async function loadShown(wanted: CardId | null): Promise<Shown> {
  const names = [keys.index.name, keys.book.name, keys.settings.name];
  const [first, canWarn] = await Promise.all([getStored(names), hasNotifications()]);
  const index = storedValue(first, keys.index) ?? { accounts: [], shown: null, asked: null };
  const book = storedValue(first, keys.book) ?? emptyBook;
  const settings = settingsFrom(storedValue(first, keys.settings));
  const card = openingCardOf(wanted ? { ...index, shown: wanted, asked: null } : index, Date.now());
  const accountId = card?.accountId ?? index.accounts[0]?.id ?? null;
  const ids = index.accounts.map(({ id }) => id);
  const of = card && {
    offers: keys.offers(card),
    orders: keys.orders(card),
    samples: keys.samples(card),
    alerts: keys.alerts(card),
  };
  const values = await getStored([
    ...ids.flatMap((id) => [keys.account(id).name, keys.reading(id).name]),
    ...(accountId === null ? [] : [keys.check(accountId).name]),
    ...Object.values(of ?? {}).map(({ name }) => name),
  ]);
  const accountOf = (id: string) => accountFrom(storedValue(values, keys.account(id)));
  const readingOf = (id: string) => storedValue(values, keys.reading(id));
  const orders = of && storedValue(values, of.orders);
  return {
    index,
    book,
    settings,
    accountId,
    card,
    canWarn,
    account: accountId === null ? null : accountOf(accountId),
    reading: accountId === null ? null : readingOf(accountId),
    check: accountId === null ? null : storedValue(values, keys.check(accountId)),
    offers: of && storedValue(values, of.offers),
    orders: ordersFrom(orders),
    samples: of && storedValue(values, of.samples),
    alerts: of && storedValue(values, of.alerts),
    others: Object.fromEntries(ids.map((id) => [id, { account: accountOf(id), reading: readingOf(id) }])),
  };
}

/** What is shown, read anew at each change; and how to show another card. */
export function useShown(first: Shown, asked: CardId | null): [Shown, (card: CardId) => void] {
  const [shown, setShown] = useState(first);
  // The card stays the one that was opened, whatever the toolbar shows meanwhile.
  const wanted = useRef(asked ?? first.card);
  const latest = useRef(0);
  const reload = () => {
    latest.current += 1;
    const mine = latest.current;
    loadShown(wanted.current).then((next) => {
      if (mine !== latest.current) return;
      wanted.current ??= next.card;
      setShown(next);
    });
  };
  // In the same turn as the first render, so that no answer to `opened` goes unseen.
  useLayoutEffect(() => {
    const stops = [watchStored(reload), watchPermissions(reload)];
    send('opened', { card: first.card }).then(reload, reload);
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const show = (card: CardId) => {
    wanted.current = card;
    reload();
    send('opened', { card }).catch(() => undefined);
  };
  return [shown, show];
}

/** What is shown, as soon as it is read and whenever it changes; `accountId`: of the first card of that account. */
export function useLoaded(accountId: string | null = null): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const load = async () => {
      const any = await loadShown(null);
      const key = any.index.accounts.find(({ id }) => id === accountId)?.cards[0]?.key;
      setShown(accountId === null || key === undefined ? any : await loadShown({ accountId, cardKey: key }));
    };
    const stops = [watchStored(load), watchPermissions(load)];
    void load();
    return () => {
      for (const stop of stops) stop();
    };
  }, [accountId]);
  return shown;
}
