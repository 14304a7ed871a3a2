import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { send } from '../utils/browser/messages.ts';
import { hasNotifications, watchPermissions } from '../utils/browser/permissions.ts';
import { keys, storedValue } from '../utils/browser/state.ts';
import { getStored, watchStored } from '../utils/browser/storage.ts';
import { type Account, type CardId, type Index, shownCardOf } from '../utils/core/account.ts';
import type { Reading } from '../utils/core/card.ts';
import type { OfferList } from '../utils/core/offer.ts';
import type { Order } from '../utils/core/order.ts';
import type { CheckState } from '../utils/core/schedule.ts';
import { defaultSettings, type Settings } from '../utils/core/settings.ts';

/** All the popup shows, as it is saved. `card` is null while an account has not told its cards yet. */
export type Shown = {
  index: Index;
  settings: Settings;
  accountId: string | null;
  card: CardId | null;
  account: Account | null;
  reading: Reading | null;
  check: CheckState | null;
  offers: OfferList | null;
  orders: Order[];
  canWarn: boolean;
};

/** Reads what is shown for `wanted`, or for the chosen card if that one is not there. Two reads, by name. */
export async function loadShown(wanted: CardId | null): Promise<Shown> {
  const [first, canWarn] = await Promise.all([getStored([keys.index.name, keys.settings.name]), hasNotifications()]);
  const index = storedValue(first, keys.index) ?? { accounts: [], shown: null };
  const settings = storedValue(first, keys.settings) ?? defaultSettings;
  const card = shownCardOf(wanted ? { ...index, shown: wanted } : index);
  const accountId = card?.accountId ?? index.accounts[0]?.id ?? null;
  const nothing = { account: null, reading: null, check: null, offers: null, orders: [] };
  if (accountId === null) return { index, settings, accountId, card, canWarn, ...nothing };
  const account = keys.account(accountId);
  const reading = keys.reading(accountId);
  const check = keys.check(accountId);
  const offers = card && keys.offers(card);
  const orders = card && keys.orders(card);
  const named = [account, reading, check, offers, orders].filter((key) => key !== null).map(({ name }) => name);
  const values = await getStored(named);
  const saved = orders && storedValue(values, orders);
  return {
    index,
    settings,
    accountId,
    card,
    canWarn,
    account: storedValue(values, account),
    reading: storedValue(values, reading),
    check: storedValue(values, check),
    offers: offers && storedValue(values, offers),
    orders: Array.isArray(saved) ? saved : [],
  };
}

/** What is shown, read anew at each change; and how to show another card. */
export function useShown(first: Shown, asked: CardId | null): [Shown, (card: CardId) => void] {
  const [shown, setShown] = useState(first);
  const wanted = useRef(asked);
  const latest = useRef(0);
  const reload = () => {
    latest.current += 1;
    const mine = latest.current;
    loadShown(wanted.current).then((next) => {
      if (mine === latest.current) setShown(next);
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
  };
  return [shown, show];
}

/** The time now, told anew at least every `everyMs`. */
export function useNow(everyMs: number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(undefined), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.now();
}

/** What is shown, as soon as it is read and whenever it changes. */
export function useLoaded(): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const load = () => void loadShown(null).then(setShown);
    const stops = [watchStored(load), watchPermissions(load)];
    load();
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return shown;
}
