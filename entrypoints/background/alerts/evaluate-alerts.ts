import { t } from '../../../utils/browser/i18n.ts';
import { canNotify, showNotification } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { nextConditionAt } from '../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, initialAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { type AlertDecision, decideAlert } from '../../../utils/core/alerts/decide-alert.ts';
import { alertNotificationId, summaryNotificationId } from '../../../utils/core/alerts/notification-id.ts';
import { quietHoursEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { confirmationCheckAt } from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings, type Settings } from '../../../utils/core/settings.ts';
import type { CardOverview } from '../state/card-overviews.ts';
import { read, update } from '../state/state-store.ts';
import { alertText } from './alert-text.ts';

type EvaluatedCard = { overview: CardOverview; before: AlertState; decision: AlertDecision };

/**
 * Sends the alerts that are due by the stored snapshots: one notification for a card, after quiet hours one for all.
 * Returns when time alone may make the next one due, by our clock.
 */
export async function evaluateAlerts(overviews: readonly CardOverview[]): Promise<number[]> {
  const now = Date.now();
  const settings = (await read(keys.settings)) ?? defaultSettings;
  const evaluated: EvaluatedCard[] = [];
  for (const card of overviews.filter(({ listed }) => !listed.isHidden)) {
    const before = (await read(keys.alerts(card.listed.id))) ?? initialAlertState;
    evaluated.push({ overview: card, before, decision: evaluateCard(card, before, settings, now) });
  }
  const deferred = evaluated.filter(({ decision }) => decision.wasDeferred && decision.conditions.length > 0);
  const isSummarized = deferred.length > 1 && (await notifySummary(deferred, settings, now));
  const times: (number | null)[] = [];
  for (const one of evaluated) {
    const isSent = (isSummarized && deferred.includes(one)) || (await notify(one, settings, now));
    const saved = await save(one, isSent ? one.decision.stateIfSent : one.decision.stateIfNotSent);
    if (one.decision.needsConfirmation) await scheduleConfirmation(one.overview);
    times.push(...nextAlertTimes(one.overview, saved, settings, now));
  }
  return canNotify() ? times.flatMap((at) => (at !== null && at > now ? [at] : [])) : [];
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
  const { account, snapshot, card, samples, forecast, rules, sellerNow } = overview;
  return decideAlert({
    card,
    rules,
    forecast,
    byteUnit: account.seller.byteUnit,
    isManual: account.seller.meteredBy === 'user',
    now: sellerNow,
    saved,
    checkedAt: snapshot.checkedAt,
    ourNow: now,
    previousMeasuredAt: samples ? (samples.intervals.at(-2)?.[0] ?? samples.since) : null,
    isQuiet: quietHoursEndAt(now, settings.quiet) !== null,
    exceptEmpty: settings.quiet?.exceptEmpty ?? false,
  });
}

/** True once the browser has accepted the notification: only then it counts as sent. */
async function notify({ overview, decision }: EvaluatedCard, { view }: Settings, now: number): Promise<boolean> {
  const [condition] = decision.conditions;
  if (!condition || !canNotify()) return false;
  const { title, message } = alertText(overview, decision.conditions, view, now);
  const id = alertNotificationId(overview.listed.idText, condition.key, decision.stateIfSent);
  return showNotification({ id, title, message, buttons: [t('alert.renew'), t('alert.later')] });
}

/** One notification for everything the quiet hours deferred; a click opens its first card. */
async function notifySummary(deferred: EvaluatedCard[], { view }: Settings, now: number): Promise<boolean> {
  const [first] = deferred;
  if (!first || !canNotify()) return false;
  const lines = deferred.map(({ overview, decision }) => alertText(overview, decision.conditions, view, now).title);
  const cards = deferred.map(({ overview }) => overview.listed.idText);
  const id = summaryNotificationId(cards, first.decision.stateIfSent);
  return showNotification({ id, title: t('alert.summary'), message: lines.join('\n'), buttons: [] });
}

/** Keeps a snooze that was set in the meantime. Returns what is stored then. */
async function save({ overview, before }: EvaluatedCard, after: AlertState): Promise<AlertState> {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (isSame(before, after)) return before;
  const saved = await update(keys.alerts(overview.listed.id), (latest) => {
    const snooze = latest?.snooze ?? null;
    return { ...after, snooze: isSame(snooze, before.snooze) ? after.snooze : snooze };
  });
  return saved ?? after;
}

/** A sudden drop needs a second snapshot that shows the same. */
async function scheduleConfirmation({ account, snapshot }: CardOverview): Promise<void> {
  const at = confirmationCheckAt(snapshot.checkedAt, snapshot.floorMs);
  await update(keys.check(account.id), (check) =>
    check && check.failure === null && check.nextCheckAt > at
      ? { ...check, nextCheckAt: at, reason: 'confirmation' }
      : check,
  );
}
