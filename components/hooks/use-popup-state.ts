import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { hasNotifications, watchPermissions } from '../../utils/browser/permissions.ts';
import { getStored, watchStored } from '../../utils/browser/storage.ts';
import { keys, storedSnapshot, storedValue } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { type AccountIndex, emptyIndex, initialCard } from '../../utils/core/accounts/account-index.ts';
import { type CardPreferences, defaultPreferences } from '../../utils/core/accounts/card-preferences.ts';
import type { AlertState } from '../../utils/core/alerts/alert-state.ts';
import type { UsageSamples } from '../../utils/core/history/usage-samples.ts';
import type { OfferList } from '../../utils/core/offers/offer.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import type { CheckState } from '../../utils/core/polling/check-schedule.ts';
import { defaultSettings, type Settings } from '../../utils/core/settings.ts';
import type { UnreadValue } from '../../utils/core/storage/unread-values.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { readForPage } from '../page/page-look.ts';
import { useThrow } from './use-throw.ts';

/** The stored state the popup shows. `card` is null if no card is known yet. */
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
  canWarn: boolean;
  /** False while nothing new can be stored. */
  canSave: boolean;
  unread: UnreadValue[];
};

/**
 * Reads the state for `requested` or, if that is null or gone, for the initial card: the index, then the keys of that
 * card alone. What is shown of the other cards stands in the index.
 */
export async function loadPopupState(requested: CardId | null): Promise<PopupState> {
  const names = [keys.index.name, keys.preferences.name, keys.settings.name, keys.unread.name];
  const [first, canWarn] = await Promise.all([readForPage(names), hasNotifications()]);
  const index = storedValue(first, keys.index) ?? emptyIndex;
  const preferences = storedValue(first, keys.preferences) ?? defaultPreferences;
  const settings = storedValue(first, keys.settings) ?? defaultSettings;
  const card = initialCard(requested ? { ...index, shown: requested, requested: null } : index, Date.now());
  const accountId = card?.accountId ?? index.accounts[0]?.id ?? null;
  const cardKeys = card && {
    offers: keys.offers(card),
    orders: keys.orders(card),
    samples: keys.samples(card),
    alerts: keys.alerts(card),
  };
  const accountKeys = accountId === null ? null : accountKeysOf(accountId);
  const shownKeys = [...Object.values(accountKeys ?? {}), ...Object.values(cardKeys ?? {})];
  const values = await getStored(shownKeys.map(({ name }) => name));
  return {
    index,
    preferences,
    settings,
    accountId,
    card,
    canWarn,
    canSave: true,
    account: accountKeys && storedValue(values, accountKeys.account),
    snapshot: accountId === null ? null : storedSnapshot(values, accountId),
    check: accountKeys && storedValue(values, accountKeys.check),
    offers: cardKeys && storedValue(values, cardKeys.offers),
    orders: (cardKeys && storedValue(values, cardKeys.orders)) ?? [],
    samples: cardKeys && storedValue(values, cardKeys.samples),
    alerts: cardKeys && storedValue(values, cardKeys.alerts),
    unread: storedValue(first, keys.unread) ?? [],
  };
}

const accountKeysOf = (id: string) => ({
  account: keys.account(id),
  snapshot: keys.snapshot(id),
  check: keys.check(id),
});

/** The state, reloaded at each change of storage or permissions, and how to show another card. */
export function usePopupState(first: PopupState, initialId: CardId | null): [PopupState, (card: CardId) => void] {
  const [shown, setShown] = useState(first);
  const [canSave, setCanSave] = useState(true);
  const fail = useThrow();
  // The popup stays on its card even if the toolbar moves on to another.
  const requested = useRef(initialId ?? first.card);
  const loads = useRef(0);
  const reload = () => {
    loads.current += 1;
    const thisLoad = loads.current;
    loadPopupState(requested.current).then((next) => {
      if (thisLoad !== loads.current) return;
      requested.current ??= next.card;
      setShown(next);
    }, fail);
  };
  // A layout effect runs with the first render: no change caused by `popupOpened` is missed.
  useLayoutEffect(() => {
    const reloadWith = (isSaving: boolean) => {
      setCanSave(isSaving);
      reload();
    };
    const stops = [watchStored(() => reloadWith(true)), watchPermissions(reload)];
    send('popupOpened', { card: first.card }).then((answer) => reloadWith(answer?.canSave ?? true), reload);
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const show = (card: CardId) => {
    requested.current = card;
    reload();
    send('popupOpened', { card }).catch(() => undefined);
  };
  return [{ ...shown, canSave }, show];
}

/** The state once it is loaded, and after each change. `accountId`: shows the first card of that account. */
export function useLoadedState(accountId: string | null = null): PopupState | null {
  const [shown, setShown] = useState<PopupState | null>(null);
  const fail = useThrow();
  useEffect(() => {
    const load = async () => {
      const initial = await loadPopupState(null);
      const key = initial.index.accounts.find(({ id }) => id === accountId)?.cards[0]?.key;
      setShown(accountId === null || key === undefined ? initial : await loadPopupState({ accountId, cardKey: key }));
    };
    const reload = () => void load().catch(fail);
    const stops = [watchStored(reload), watchPermissions(reload)];
    reload();
    return () => {
      for (const stop of stops) stop();
    };
  }, [accountId]);
  return shown;
}
