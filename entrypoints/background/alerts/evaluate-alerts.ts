import { t } from '../../../utils/browser/i18n.ts';
import { canNotify } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { nextConditionAt } from '../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, initialAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { dailyBudget } from '../../../utils/core/alerts/daily-budget.ts';
import { type AlertDecision, decideAlert } from '../../../utils/core/alerts/decide-alert.ts';
import { alertNotificationId } from '../../../utils/core/alerts/notification-id.ts';
import { quietHoursEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { isDemo } from '../../../utils/core/demo/demo-card.ts';
import { checkIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import { defaultSettings, type Settings } from '../../../utils/core/settings.ts';
import { isStale } from '../../../utils/core/usage/staleness.ts';
import { isSellerTimeUncertain } from '../../../utils/core/usage/usage-snapshot.ts';
import type { CardOverview } from '../state/card-overviews.ts';
import { pauses } from '../state/pauses.ts';
import { changeOf, readAll } from '../state/state-store.ts';
import type { Announcement, Notice, Outcome } from './announce.ts';

type EvaluatedCard = { overview: CardOverview; before: AlertState; decision: AlertDecision };
type ToldCard = EvaluatedCard & { after: AlertState };

/** The alerts that are due by the stored snapshots: one notice for a card. None by a time that is uncertain. */
export async function evaluateAlerts(overviews: readonly CardOverview[]): Promise<Announcement> {
  const now = Date.now();
  const candidates = overviews.filter(
    ({ listed, account, isMuted, snapshot }) =>
      !listed.isHidden && !isMuted && !isDemo(account.seller) && !isSellerTimeUncertain(snapshot, now),
  );
  const stored = await readAll([keys.settings, ...candidates.map(({ listed }) => keys.alerts(listed.id))]);
  const settings = stored(keys.settings) ?? defaultSettings;
  const giveWay = pauses();
  const evaluated: EvaluatedCard[] = [];
  for (const overview of candidates) {
    const before = stored(keys.alerts(overview.listed.id)) ?? initialAlertState;
    evaluated.push({ overview, before, decision: evaluateCard(overview, before, settings, now) });
    await giveWay();
  }
  return {
    notices: evaluated.flatMap((one) => toNotice(one, settings, now) ?? []),
    outcome: (isAccepted) => {
      const told = evaluated.map((one): ToldCard => {
        const isSent = isAccepted && one.decision.conditions.length > 0;
        return { ...one, after: isSent ? one.decision.stateIfSent : one.decision.stateIfNotSent };
      });
      const times = told.flatMap(({ overview, after }) => nextAlertTimes(overview, after, settings, now));
      const future = times.filter((at) => at !== null && at > now) as number[];
      return { ...saveStates(told), times: canNotify() ? future : [] };
    },
  };
}

/** The next lead time, the end of a snooze, the end of the quiet hours where they defer something. */
function nextAlertTimes(
  { card, rules, snapshot, sellerNow }: CardOverview,
  saved: AlertState,
  settings: Settings,
  now: number,
) {
  const conditionAt = nextConditionAt({ card, rules, now: sellerNow });
  return [
    conditionAt === null ? null : conditionAt - snapshot.skewMs,
    saved.snooze?.until ?? null,
    saved.deferredSince === null ? null : quietHoursEndAt(now, settings.quiet),
  ];
}

function evaluateCard(overview: CardOverview, saved: AlertState, settings: Settings, now: number): AlertDecision {
  const { account, card, check, forecast, rules, samples, snapshot, sellerNow } = overview;
  const budget = () =>
    dailyBudget({
      card,
      samples,
      forecast,
      isOutdated: isStale(snapshot, checkIntervalMs(settings, check), now),
      now: sellerNow,
    });
  return decideAlert({
    card,
    rules,
    forecast,
    budget: rules.dailyBudget ? budget() : null,
    byteUnit: account.seller.byteUnit,
    now: sellerNow,
    saved,
    ourNow: now,
    isQuiet: quietHoursEndAt(now, settings.quiet) !== null,
    exceptEmpty: settings.quiet?.exceptEmpty ?? false,
  });
}

/** Null: there is nothing to tell of the card. */
function toNotice({ overview, decision }: EvaluatedCard, { view }: Settings, now: number): Notice | null {
  const [condition] = decision.conditions;
  if (!condition) return null;
  const text = async () => {
    const { alertText } = await import('./alert-text.ts');
    const { title, message } = alertText(overview, decision.conditions, view, now);
    return { title, message, buttons: [t('alert.seePlans'), t('alert.later')], line: title };
  };
  const id = alertNotificationId(overview.listed.idText, condition.key, decision.stateIfSent);
  return { id, text, wasDeferred: decision.wasDeferred };
}

/** Keeps a snooze that was set in the meantime. */
function saveStates(told: readonly ToldCard[]): Omit<Outcome, 'times'> {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changed = told.filter(({ before, after }) => !isSame(before, after));
  return {
    toRead: changed.map(({ overview }) => keys.alerts(overview.listed.id)),
    change: (values) =>
      changed.map(({ overview, before, after }) => {
        const key = keys.alerts(overview.listed.id);
        const snooze = values(key)?.snooze ?? null;
        return changeOf(key, { ...after, snooze: isSame(snooze, before.snooze) ? after.snooze : snooze });
      }),
  };
}
