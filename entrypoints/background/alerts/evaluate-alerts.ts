import { t } from '../../../utils/browser/i18n.ts';
import { canNotify, showNotification } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { nextConditionAt } from '../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, initialAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { type AlertDecision, alertNotificationId, decideAlert } from '../../../utils/core/alerts/decide-alert.ts';
import { quietHoursEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { confirmationCheckAt } from '../../../utils/core/polling/check-schedule.ts';
import { type Settings, withSettingsDefaults } from '../../../utils/core/settings.ts';
import type { CardOverview } from '../state/card-snapshots.ts';
import { read, update } from '../state/store.ts';
import { alertText } from './alert-text.ts';

type EvaluatedCard = { overviews: CardOverview; before: AlertState; decision: AlertDecision };

/**
 * Warns of what the saved figures of all cards give reason to: one alert a card, after quiet hours one for all. Returns
 * when time alone may make the next one due, by our clock.
 */
export async function evaluateAlerts(overviews: readonly CardOverview[]): Promise<number[]> {
  const now = Date.now();
  const settings = withSettingsDefaults(await read(keys.settings));
  const judged: EvaluatedCard[] = [];
  for (const card of overviews.filter(({ listed }) => !listed.isHidden)) {
    const before = (await read(keys.alerts(card.listed.id))) ?? initialAlertState;
    judged.push({ overviews: card, before, decision: evaluateCard(card, before, settings, now) });
  }
  const late = judged.filter(({ decision }) => decision.wasDeferred && decision.conditions.length > 0);
  const isSummed = late.length > 1 && (await notifySummary(late, settings, now));
  const moments: (number | null)[] = [];
  for (const one of judged) {
    const isTold = (isSummed && late.includes(one)) || (await notify(one, settings, now));
    const saved = await save(one, isTold ? one.decision.stateIfSent : one.decision.stateIfNotSent);
    if (one.decision.needsConfirmation) await scheduleConfirmation(one.overviews);
    moments.push(...nextAlertTimes(one.overviews, saved, settings, now));
  }
  return canNotify() ? moments.flatMap((at) => (at !== null && at > now ? [at] : [])) : [];
}

/** The next lead time, the end of a snooze, the end of the quiet hours for what they hold back. */
function nextAlertTimes(
  { card, rules, snapshot, sellerNow }: CardOverview,
  saved: AlertState,
  settings: Settings,
  now: number,
) {
  const topicAt = nextConditionAt({ card, rules, now: sellerNow });
  return [
    topicAt === null ? null : topicAt - snapshot.skewMs,
    saved.snooze?.until ?? null,
    saved.deferredSince === null ? null : quietHoursEndAt(now, settings.quiet),
  ];
}

function evaluateCard(overviews: CardOverview, saved: AlertState, settings: Settings, now: number): AlertDecision {
  const { account, snapshot, card, samples, forecast, rules, sellerNow } = overviews;
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

/** True once the browser has taken it: only then it counts as said. */
async function notify({ overviews, decision }: EvaluatedCard, { view }: Settings, now: number): Promise<boolean> {
  const [topic] = decision.conditions;
  if (!topic || !canNotify()) return false;
  const { title, message } = alertText(overviews, decision.conditions, view, now);
  const id = alertNotificationId(overviews.listed.idText, topic.key, decision.stateIfSent);
  return showNotification({ id, title, message, buttons: [t('alert.renew'), t('alert.later')] });
}

/** Everything that waited for the quiet hours to end, in one; a click leads to its first card. */
async function notifySummary(late: EvaluatedCard[], { view }: Settings, now: number): Promise<boolean> {
  const [first] = late;
  if (!first || !canNotify()) return false;
  const lines = late.map(({ overviews, decision }) => alertText(overviews, decision.conditions, view, now).title);
  const id = alertNotificationId(first.overviews.listed.idText, 'summary', first.decision.stateIfSent);
  return showNotification({ id, title: t('alert.summary'), message: lines.join('\n'), buttons: [] });
}

/** A snooze that was chosen meanwhile is not undone. Returns what is saved then. */
async function save({ overviews, before }: EvaluatedCard, after: AlertState): Promise<AlertState> {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (isSame(before, after)) return before;
  const saved = await update(
    keys.alerts(overviews.listed.id),
    (latest) => {
      const snooze = latest?.snooze ?? null;
      return { ...after, snooze: isSame(snooze, before.snooze) ? after.snooze : snooze };
    },
    keys.account(overviews.account.id),
  );
  return saved ?? after;
}

/** A sudden drop is believed once a second answer says the same. */
async function scheduleConfirmation({ account, snapshot }: CardOverview): Promise<void> {
  const at = confirmationCheckAt(snapshot.checkedAt, snapshot.floorMs);
  await update(keys.check(account.id), (check) =>
    check && check.failure === null && check.nextCheckAt > at
      ? { ...check, nextCheckAt: at, reason: 'confirmation' }
      : check,
  );
}
