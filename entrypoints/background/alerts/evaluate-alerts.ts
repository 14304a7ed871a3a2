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
import { pauses } from '../state/pauses.ts';
import { type Change, changeOf, readAll, type StoredValues, updateAll } from '../state/state-store.ts';
import { alertText } from './alert-text.ts';

type EvaluatedCard = { overview: CardOverview; before: AlertState; decision: AlertDecision };
type Outcome = EvaluatedCard & { after: AlertState };

/**
 * Sends the alerts that are due by the stored snapshots: one notification for a card, after quiet hours one for all.
 * Returns when time alone may make the next one due, by our clock.
 */
export async function evaluateAlerts(overviews: readonly CardOverview[]): Promise<number[]> {
  const now = Date.now();
  const visible = overviews.filter(({ listed }) => !listed.isHidden);
  const stored = await readAll([keys.settings, ...visible.map(({ listed }) => keys.alerts(listed.id))]);
  const settings = stored(keys.settings) ?? defaultSettings;
  const giveWay = pauses();
  const evaluated: EvaluatedCard[] = [];
  for (const overview of visible) {
    const before = stored(keys.alerts(overview.listed.id)) ?? initialAlertState;
    evaluated.push({ overview, before, decision: evaluateCard(overview, before, settings, now) });
    await giveWay();
  }
  const deferred = evaluated.filter(({ decision }) => decision.wasDeferred && decision.conditions.length > 0);
  const isSummarized = deferred.length > 1 && (await notifySummary(deferred, settings, now));
  const outcomes: Outcome[] = [];
  for (const one of evaluated) {
    const isSent = (isSummarized && deferred.includes(one)) || (await notify(one, settings, now));
    outcomes.push({ ...one, after: isSent ? one.decision.stateIfSent : one.decision.stateIfNotSent });
  }
  await save(outcomes);
  const times = outcomes.flatMap(({ overview, after }) => nextAlertTimes(overview, after, settings, now));
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

/** In one step for all cards. Keeps a snooze that was set in the meantime. */
async function save(outcomes: readonly Outcome[]): Promise<void> {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changed = outcomes.filter(({ before, after }) => !isSame(before, after));
  const unconfirmed = outcomes.filter(({ decision }) => decision.needsConfirmation);
  if (changed.length + unconfirmed.length === 0) return;
  const toRead = [
    ...changed.map(({ overview }) => keys.alerts(overview.listed.id)),
    ...unconfirmed.map(({ overview }) => keys.check(overview.account.id)),
  ];
  await updateAll(toRead, (values) => [
    ...changed.map(({ overview, before, after }) => {
      const key = keys.alerts(overview.listed.id);
      const snooze = values(key)?.snooze ?? null;
      return changeOf(key, { ...after, snooze: isSame(snooze, before.snooze) ? after.snooze : snooze });
    }),
    ...unconfirmed.map(({ overview }) => confirmation(values, overview)),
  ]);
}

/** A sudden drop needs a second snapshot that shows the same. */
function confirmation(values: StoredValues, { account, snapshot }: CardOverview): Change {
  const key = keys.check(account.id);
  const check = values(key);
  const at = confirmationCheckAt(snapshot.checkedAt, snapshot.floorMs);
  const isLater = check !== null && check.failure === null && check.nextCheckAt > at;
  return changeOf(key, isLater ? { ...check, nextCheckAt: at, reason: 'confirmation' } : check);
}
