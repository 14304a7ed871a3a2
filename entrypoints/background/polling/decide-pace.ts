import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { defaultPreferences, preferenceOf } from '../../../utils/core/accounts/card-preferences.ts';
import { dailyBudget } from '../../../utils/core/alerts/daily-budget.ts';
import { forecastFor } from '../../../utils/core/forecast/forecast.ts';
import type { UsageSamples } from '../../../utils/core/history/usage-samples.ts';
import { isCreditAwaited } from '../../../utils/core/orders/order.ts';
import { decidePace } from '../../../utils/core/polling/adaptive-pace.ts';
import { paceOfCard } from '../../../utils/core/polling/card-pace.ts';
import { nearPaceMs, type Pace } from '../../../utils/core/polling/pace.ts';
import { learnedGaps, nextUpdateAt } from '../../../utils/core/polling/seller-rhythm.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Change, StoredValues } from '../state/state-store.ts';

/** Of an account with very many cards only the histories of those are read to which something may happen first. */
const maxCards = 20;

function firstCards(account: Account, { cards, skewMs }: UsageSnapshot): readonly Card[] {
  if (cards.length <= maxCards) return cards;
  const now = Date.now() + skewMs;
  const { byteUnit } = account.seller;
  const guessed = cards.map((card) => ({
    card,
    ...paceOfCard({ card, samples: null, rules: defaultSettings, byteUnit, budget: null, now }),
  }));
  guessed.sort((a, b) => a.paceMs - b.paceMs);
  return guessed.slice(0, maxCards).map(({ card }) => card);
}

/** How to decide the pace after a good answer. `toRead`: what it depends on, beside the answer itself. */
export function planPace(account: Account, snapshot: UsageSnapshot) {
  const { id } = account;
  const cardIds = firstCards(account, snapshot).map(({ key }): CardId => ({ accountId: id, cardKey: key }));
  return {
    toRead: [
      ...[keys.settings, keys.preferences, keys.check(id), keys.snapshot(id)],
      ...cardIds.flatMap((card) => [keys.orders(card), keys.samples(card)]),
    ],
    decide: (values: StoredValues, answer: Answer) => paceAfter(values, account, snapshot, cardIds, answer),
  };
}

type Answer = {
  /** Those of the snapshot, with the jumps that are to be confirmed. */
  cards: readonly Card[];
  /** What it adds to their history. */
  changes: readonly Change[];
  /** The popup is open. */
  isWatched: boolean;
};

/** With what was learned of the seller's own pace. */
export type Decided = { pace: Pace | null; updateGapsMs: readonly number[] };

/**
 * The pace after a good answer, and what was learned of the seller's own. Null: it is fixed, nobody is asked, or a page is
 * read, which has its own.
 */
function paceAfter(
  values: StoredValues,
  account: Account,
  snapshot: UsageSnapshot,
  cardIds: readonly CardId[],
  { cards, changes, isWatched }: Answer,
): Decided {
  const now = Date.now();
  const settings = values(keys.settings) ?? defaultSettings;
  const gapsBefore = values(keys.check(account.id))?.updateGapsMs ?? [];
  const updateGapsMs = learnedGaps(gapsBefore, values(keys.snapshot(account.id)), snapshot);
  const { meteredBy, byteUnit, page } = account.seller;
  const isPaced = settings.pollIntervalMinutes === null && meteredBy !== 'user' && page === null;
  if (!isPaced) return { pace: null, updateGapsMs };
  const preferences = values(keys.preferences) ?? defaultPreferences;
  const sellerNow = toSellerTime(snapshot, now);
  const written = new Map(changes.map(([{ name }, value]) => [name, value]));
  const paces: Pace[] = [];
  const byKey = new Map(cards.map((card) => [card.key, card]));
  for (const id of cardIds) {
    const card = byKey.get(id.cardKey);
    if (!card) continue;
    const { rules: own, isMuted = false, isHidden } = preferenceOf(preferences, formatCardId(id));
    // Of these nothing is told; the badge may show when one is used up.
    const rules = isMuted || isHidden ? { thresholds: [], amounts: [] } : (own ?? settings);
    const samples = (written.get(keys.samples(id).name) as UsageSamples | undefined) ?? values(keys.samples(id));
    const budget = () =>
      dailyBudget({
        ...{ card, samples, forecast: forecastFor(card, samples, sellerNow), isOutdated: false, now: sellerNow },
      });
    const isBudgetTold = 'dailyBudget' in rules && rules.dailyBudget;
    const pace = paceOfCard({ card, samples, rules, byteUnit, budget: isBudgetTold ? budget() : null, now: sellerNow });
    paces.push(pace);
    // No card can have a shorter one.
    if (pace.paceMs <= nearPaceMs) break;
  }
  const orders = cardIds.flatMap((id) => values(keys.orders(id)) ?? []);
  const pace = decidePace({
    cards: paces,
    ...{ isWatched, isDataSaved: isDataSaved(), now },
    hasOpenOrder: orders.some((order) => isCreditAwaited(order, now)),
    expiresAt: snapshot.expiresAt - snapshot.skewMs,
    nextUpdateAt: nextUpdateAt(snapshot, updateGapsMs),
  });
  return { pace, updateGapsMs };
}

/** Chromium alone tells. */
function isDataSaved(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
