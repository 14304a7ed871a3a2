import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { type AccountIndex, withJudgements } from '../../../utils/core/accounts/account-index.ts';
import {
  defaultPreferences,
  type ListedCard,
  listCards,
  preferenceOf,
} from '../../../utils/core/accounts/card-preferences.ts';
import { type Forecast, forecastFor } from '../../../utils/core/forecast/forecast.ts';
import type { UsageSamples } from '../../../utils/core/history/usage-samples.ts';
import { checkIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { type AlertRules, alertRulesOf, defaultSettings, type Settings } from '../../../utils/core/settings.ts';
import { mostUrgentCard } from '../../../utils/core/toolbar/card-urgency.ts';
import { judgeCard } from '../../../utils/core/toolbar/judge-card.ts';
import type { SelectionReason } from '../../../utils/core/toolbar/toolbar-state.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { isSameCard } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { hasNoProvider, needsUserAction } from '../../../utils/core/values/failure.ts';
import { pauses } from './pauses.ts';
import { forgetFirstScreen } from './raw-values.ts';
import { readAll, readIndex, type StoredValues, update } from './state-store.ts';

/**
 * A listed card with everything stored of it, and its forecast. `sellerNow`: the time of loading, by its seller's
 * clock.
 */
export type CardOverview = {
  listed: ListedCard;
  account: Account;
  snapshot: UsageSnapshot;
  card: Card;
  check: CheckState | null;
  samples: UsageSamples | null;
  forecast: Forecast;
  /** The card's own alert rules, else the shared ones. */
  rules: AlertRules;
  isMuted: boolean;
  sellerNow: number;
};

/** All cards with a snapshot, in the user's order. Read at once; other work gets its turn between the forecasts. */
export async function loadCardOverviews(now: number): Promise<CardOverview[]> {
  const index = await readIndex();
  const values = await readAll([
    ...[keys.preferences, keys.settings],
    ...index.accounts.flatMap(({ id }) => [keys.account(id), keys.snapshot(id), keys.check(id)]),
    ...index.accounts.flatMap(({ id, cards }) => cards.map(({ key }) => keys.samples({ accountId: id, cardKey: key }))),
  ]);
  const preferences = values(keys.preferences) ?? defaultPreferences;
  const shared = alertRulesOf(values(keys.settings) ?? defaultSettings);
  const accounts = new Map(index.accounts.map(({ id }) => [id, accountState(values, id)]));
  const overviews: CardOverview[] = [];
  const giveWay = pauses();
  for (const listed of listCards(index, preferences)) {
    const { account = null, snapshot = null, check = null, cards } = accounts.get(listed.id.accountId) ?? {};
    const card = cards?.get(listed.id.cardKey);
    if (!account || !snapshot || !card) continue;
    const samples = values(keys.samples(listed.id));
    const sellerNow = toSellerTime(snapshot, now);
    const forecast = forecastFor(card, samples, sellerNow);
    const { rules: own, isMuted = false } = preferenceOf(preferences, listed.idText);
    const rules = own ?? shared;
    overviews.push({ listed, account, snapshot, card, check, samples, forecast, rules, isMuted, sellerNow });
    await giveWay();
  }
  return overviews;
}

function accountState(values: StoredValues, id: string) {
  const snapshot = values(keys.snapshot(id));
  return {
    account: values(keys.account(id)),
    snapshot,
    check: values(keys.check(id)),
    cards: new Map(snapshot?.cards.map((card) => [card.key, card])),
  };
}

/** The card for the toolbar, why it is that one of the candidates: the pinned card, else the most urgent. */
export function selectToolbarCard(overviews: readonly CardOverview[]): {
  shown: CardOverview | null;
  reason: SelectionReason;
  candidates: readonly CardOverview[];
} {
  const visible = overviews.some(({ listed }) => !listed.isHidden)
    ? overviews.filter(({ listed }) => !listed.isHidden)
    : overviews;
  const pinned = visible.find(({ listed }) => listed.isPinned);
  const mostUrgent = mostUrgentCard(
    visible.map(({ listed, card, forecast, check, sellerNow }) => ({
      idText: listed.idText,
      card,
      forecast,
      needsUserAction: needsUserAction(check?.failure ?? null),
      hasNoProvider: hasNoProvider(check?.failure ?? null),
      now: sellerNow,
    })),
  );
  const shown = pinned ?? visible.find(({ listed }) => listed.idText === mostUrgent) ?? null;
  return { shown, reason: visible.length < 2 ? null : pinned ? 'pinned' : 'urgent', candidates: visible };
}

/**
 * Saves what lists show of cards by the index alone, and which card the popup opens on: that of the toolbar. In one
 * write, and none where `index` has it already.
 */
export async function saveJudgements(
  index: AccountIndex | null,
  overviews: readonly CardOverview[],
  shown: CardOverview | null,
  settings: Settings,
  now: number,
): Promise<void> {
  const id = shown?.listed.id ?? null;
  const judgements = new Map(
    overviews.map(({ listed, card, snapshot, forecast, check }) => {
      const failure = check?.failure ?? null;
      const intervalMs = checkIntervalMs(settings, check);
      return [listed.idText, judgeCard({ card, snapshot, forecast, failure, intervalMs, now })];
    }),
  );
  const change = (saved: AccountIndex | null) => saved && withJudgements(saved, judgements, id);
  if (change(index) === index) return;
  if (!isSameCard(index?.shown ?? null, id)) await forgetFirstScreen();
  await update(keys.index, change, id && { id: id.accountId });
}

/** Before anything was judged: which card the popup opens on. */
export async function saveShownCard(shown: CardOverview | null): Promise<void> {
  const id = shown?.listed.id ?? null;
  const change = (index: AccountIndex | null) => index && withJudgements(index, new Map(), id);
  await update(keys.index, change, id && { id: id.accountId });
}
