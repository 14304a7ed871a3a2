import { hasNotifications } from '../../utils/browser/permissions.ts';
import { type Key, keys } from '../../utils/browser/storage-keys.ts';
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
import { applyLook, lookKeys } from '../page/page-look.ts';
import { type StoredReader, snapshotAt, type ValueAt } from '../page/stored-readers.ts';

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
 * card alone. What is shown of the other cards stands in the index. `look`: how the page looks, by the first values.
 */
export async function loadPopupState(
  requested: CardId | null,
  read: StoredReader,
  look: (first: ValueAt) => void = (first) => applyLook(first, false),
): Promise<PopupState> {
  const firstKeys: Key[] = [keys.index, keys.preferences, keys.unread, ...lookKeys];
  // Asked at the same time as both reads.
  const asked = hasNotifications();
  const first = await read(firstKeys);
  look(first);
  const index = first(keys.index) ?? emptyIndex;
  const card = initialCard(requested ? { ...index, shown: requested, requested: null } : index, Date.now());
  const accountId = card?.accountId ?? index.accounts[0]?.id ?? null;
  const ofCard = card && cardKeysOf(card);
  const ofAccount = accountId === null ? null : accountKeysOf(accountId);
  const valueAt = await read([...Object.values(ofAccount ?? {}), ...Object.values(ofCard ?? {})]);
  return {
    index,
    preferences: first(keys.preferences) ?? defaultPreferences,
    // As they were written they may lack what this version has added.
    settings: { ...defaultSettings, ...first(keys.settings) },
    accountId,
    card,
    canWarn: await asked,
    canSave: true,
    account: ofAccount && valueAt(ofAccount.account),
    snapshot: accountId === null ? null : snapshotAt(valueAt, accountId),
    check: ofAccount && valueAt(ofAccount.check),
    offers: ofCard && valueAt(ofCard.offers),
    orders: (ofCard && valueAt(ofCard.orders)) ?? [],
    samples: ofCard && valueAt(ofCard.samples),
    alerts: ofCard && valueAt(ofCard.alerts),
    unread: first(keys.unread) ?? [],
  };
}

const accountKeysOf = (id: string) => ({
  account: keys.account(id),
  snapshot: keys.snapshot(id),
  check: keys.check(id),
});

const cardKeysOf = (card: CardId) => ({
  offers: keys.offers(card),
  orders: keys.orders(card),
  samples: keys.samples(card),
  alerts: keys.alerts(card),
});
