import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { hasNotifications, watchPermissions } from '../../utils/browser/permissions.ts';
import { getStored, watchStored } from '../../utils/browser/storage.ts';
import { keys, storedValue } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { type AccountIndex, initialCard } from '../../utils/core/accounts/account-index.ts';
import { type CardPreferences, defaultPreferences } from '../../utils/core/accounts/card-preferences.ts';
import type { AlertState } from '../../utils/core/alerts/alert-state.ts';
import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { type Settings, withSettingsDefaults } from '../../utils/core/settings.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';

/** All the popup shows, as it is saved. `card` is null while an account has not told its cards yet. */
export type PopupState = {
  index: AccountIndex;
  preferences: CardPreferences;
  settings: Settings;
  accountId: string | null;
  card: CardId | null;
  account: Account | null;
  snapshot: UsageSnapshot | null;
  check: CheckState | null;
  offers: OfferList | null;
  orders: Order[];
  samples: UsageSamples | null;
  alerts: AlertState | null;
  /** The figures of every account, for the list of cards; by account id. */
  others: Record<string, { account: Account | null; snapshot: UsageSnapshot | null }>;
  canWarn: boolean;
};

/** Reads what is shown for `wanted`, or for the card to open on if that one is not there. Two reads, by name. */
export async function loadPopupState(wanted: CardId | null): Promise<PopupState> {
  const names = [keys.index.name, keys.preferences.name, keys.settings.name];
  const [first, canWarn] = await Promise.all([getStored(names), hasNotifications()]);
  const index = storedValue(first, keys.index) ?? { accounts: [], shown: null, requested: null };
  const preferences = storedValue(first, keys.preferences) ?? defaultPreferences;
  const settings = withSettingsDefaults(storedValue(first, keys.settings));
  const card = initialCard(wanted ? { ...index, shown: wanted, requested: null } : index, Date.now());
  const accountId = card?.accountId ?? index.accounts[0]?.id ?? null;
  const ids = index.accounts.map(({ id }) => id);
  const of = card && {
    offers: keys.offers(card),
    orders: keys.orders(card),
    samples: keys.samples(card),
    alerts: keys.alerts(card),
  };
  const values = await getStored([
    ...ids.flatMap((id) => [keys.account(id).name, keys.snapshot(id).name]),
    ...(accountId === null ? [] : [keys.check(accountId).name]),
    ...Object.values(of ?? {}).map(({ name }) => name),
  ]);
  const accountOf = (id: string) => storedValue(values, keys.account(id));
  const snapshotOf = (id: string) => storedValue(values, keys.snapshot(id));
  const orders = of && storedValue(values, of.orders);
  return {
    index,
    preferences,
    settings,
    accountId,
    card,
    canWarn,
    account: accountId === null ? null : accountOf(accountId),
    snapshot: accountId === null ? null : snapshotOf(accountId),
    check: accountId === null ? null : storedValue(values, keys.check(accountId)),
    offers: of && storedValue(values, of.offers),
    orders: orders ?? [],
    samples: of && storedValue(values, of.samples),
    alerts: of && storedValue(values, of.alerts),
    others: Object.fromEntries(ids.map((id) => [id, { account: accountOf(id), snapshot: snapshotOf(id) }])),
  };
}

/** What is shown, read anew at each change; and how to show another card. */
export function usePopupState(first: PopupState, asked: CardId | null): [PopupState, (card: CardId) => void] {
  const [shown, setShown] = useState(first);
  // The card stays the one that was opened, whatever the toolbar shows meanwhile.
  const wanted = useRef(asked ?? first.card);
  const latest = useRef(0);
  const reload = () => {
    latest.current += 1;
    const mine = latest.current;
    loadPopupState(wanted.current).then((next) => {
      if (mine !== latest.current) return;
      wanted.current ??= next.card;
      setShown(next);
    });
  };
  // In the same turn as the first render, so that no answer to `opened` goes unseen.
  useLayoutEffect(() => {
    const stops = [watchStored(reload), watchPermissions(reload)];
    send('popupOpened', { card: first.card }).then(reload, reload);
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const show = (card: CardId) => {
    wanted.current = card;
    reload();
    send('popupOpened', { card }).catch(() => undefined);
  };
  return [shown, show];
}

/** What is shown, as soon as it is read and whenever it changes; `accountId`: of the first card of that account. */
export function useLoadedState(accountId: string | null = null): PopupState | null {
  const [shown, setShown] = useState<PopupState | null>(null);
  useEffect(() => {
    const load = async () => {
      const any = await loadPopupState(null);
      const key = any.index.accounts.find(({ id }) => id === accountId)?.cards[0]?.key;
      setShown(accountId === null || key === undefined ? any : await loadPopupState({ accountId, cardKey: key }));
    };
    const stops = [watchStored(load), watchPermissions(load)];
    void load();
    return () => {
      for (const stop of stops) stop();
    };
  }, [accountId]);
  return shown;
}
