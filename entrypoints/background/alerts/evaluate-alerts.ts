import { t } from '../../../utils/browser/i18n.ts';
import { canNotify, showNotice } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { nextTopicAt } from '../../../utils/core/alerts/alert-conditions.ts';
import { type AlertState, freshAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { type AlertDecision, alertIdFor, decideAlert } from '../../../utils/core/alerts/decide-alert.ts';
import { quietEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import { secondReadingAt } from '../../../utils/core/polling/check-schedule.ts';
import { type Settings, settingsFrom } from '../../../utils/core/settings.ts';
import type { KnownCard } from '../state/card-snapshots.ts';
import { read, update } from '../state/store.ts';
import { alertWords } from './alert-text.ts';

type Judged = { known: KnownCard; before: AlertState; decision: AlertDecision };

/**
 * Warns of what the saved figures of all cards give reason to: one alert a card, after quiet hours one for all. Returns
 * when time alone may make the next one due, by our clock.
 */
export async function judgeAlerts(known: readonly KnownCard[]): Promise<number[]> {
  const now = Date.now();
  const settings = settingsFrom(await read(keys.settings));
  const judged: Judged[] = [];
  for (const card of known.filter(({ listed }) => !listed.isHidden)) {
    const before = (await read(keys.alerts(card.listed.id))) ?? freshAlertState;
    judged.push({ known: card, before, decision: judge(card, before, settings, now) });
  }
  const late = judged.filter(({ decision }) => decision.wasHeld && decision.topics.length > 0);
  const isSummed = late.length > 1 && (await tellSummary(late, settings, now));
  const moments: (number | null)[] = [];
  for (const one of judged) {
    const isTold = (isSummed && late.includes(one)) || (await tell(one, settings, now));
    const saved = await save(one, isTold ? one.decision.said : one.decision.unsaid);
    if (one.decision.isDoubtful) await askAgain(one.known);
    moments.push(...momentsOf(one.known, saved, settings, now));
  }
  return canNotify() ? moments.flatMap((at) => (at !== null && at > now ? [at] : [])) : [];
}

/** The next lead time, the end of a snooze, the end of the quiet hours for what they hold back. */
function momentsOf({ card, rules, reading, sellerNow }: KnownCard, saved: AlertState, settings: Settings, now: number) {
  const topicAt = nextTopicAt({ card, rules, now: sellerNow });
  return [
    topicAt === null ? null : topicAt - reading.skewMs,
    saved.snooze?.until ?? null,
    saved.heldAt === null ? null : quietEndAt(now, settings.quiet),
  ];
}

function judge(known: KnownCard, saved: AlertState, settings: Settings, now: number): AlertDecision {
  const { account, reading, card, samples, forecast, rules, sellerNow } = known;
  return decideAlert({
    card,
    rules,
    forecast,
    byteUnit: account.seller.byteUnit,
    isCertain: account.seller.countedBy === 'person',
    now: sellerNow,
    saved,
    checkedAt: reading.checkedAt,
    ourNow: now,
    sameUntil: samples ? (samples.stretches.at(-2)?.[0] ?? samples.since) : null,
    isQuiet: quietEndAt(now, settings.quiet) !== null,
    exceptEmpty: settings.quiet?.exceptEmpty ?? false,
  });
}

/** True once the browser has taken it: only then it counts as said. */
async function tell({ known, decision }: Judged, { view }: Settings, now: number): Promise<boolean> {
  const [topic] = decision.topics;
  if (!topic || !canNotify()) return false;
  const { title, message } = alertWords(known, decision.topics, view, now);
  const id = alertIdFor(known.listed.text, topic.key, decision.said);
  return showNotice({ id, title, message, buttons: [t('alert.renew'), t('alert.later')] });
}

/** Everything that waited for the quiet hours to end, in one; a click leads to its first card. */
async function tellSummary(late: Judged[], { view }: Settings, now: number): Promise<boolean> {
  const [first] = late;
  if (!first || !canNotify()) return false;
  const lines = late.map(({ known, decision }) => alertWords(known, decision.topics, view, now).title);
  const id = alertIdFor(first.known.listed.text, 'summary', first.decision.said);
  return showNotice({ id, title: t('alert.summary'), message: lines.join('\n'), buttons: [] });
}

/** A snooze that was chosen meanwhile is not undone. Returns what is saved then. */
async function save({ known, before }: Judged, after: AlertState): Promise<AlertState> {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (isSame(before, after)) return before;
  const saved = await update(
    keys.alerts(known.listed.id),
    (latest) => {
      const snooze = latest?.snooze ?? null;
      return { ...after, snooze: isSame(snooze, before.snooze) ? after.snooze : snooze };
    },
    keys.account(known.account.id),
  );
  return saved ?? after;
}

/** A sudden drop is believed once a second answer says the same. */
async function askAgain({ account, reading }: KnownCard): Promise<void> {
  const at = secondReadingAt(reading.checkedAt, reading.floorMs);
  await update(keys.check(account.id), (check) =>
    check && check.failure === null && check.nextCheckAt > at ? { ...check, nextCheckAt: at, why: 'doubt' } : check,
  );
}
