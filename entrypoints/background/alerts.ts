import { canNotify, showNotice } from '../../utils/browser/notify.ts';
import { keys } from '../../utils/browser/state.ts';
import { t } from '../../utils/browser/words.ts';
import { type AlertState, freshAlertState } from '../../utils/core/alert-state.ts';
import { nextTopicAt } from '../../utils/core/alert-topics.ts';
import { type AlertDecision, alertIdFor, decideAlert } from '../../utils/core/alerts.ts';
import { choiceOf } from '../../utils/core/card-book.ts';
import { quietEndAt } from '../../utils/core/quiet.ts';
import { secondReadingAt } from '../../utils/core/schedule.ts';
import { type AlertRules, rulesOf, type Settings, settingsFrom } from '../../utils/core/settings.ts';
import { alertWords } from './alert-words.ts';
import { type KnownCard, readBook } from './cards.ts';
import { read, update } from './store.ts';

type Judged = { known: KnownCard; before: AlertState; decision: AlertDecision };

/** Warns of what the saved figures of all cards give reason to. One alert a card; after quiet hours one for all. */
export async function judgeAlerts(known: readonly KnownCard[]): Promise<void> {
  const now = Date.now();
  const settings = settingsFrom(await read(keys.settings));
  const rulesFor = await rulesOfCards(settings);
  const judged: Judged[] = [];
  for (const card of known.filter(({ listed }) => !listed.isHidden)) {
    const before = (await read(keys.alerts(card.listed.id))) ?? freshAlertState;
    judged.push({ known: card, before, decision: judge(card, before, rulesFor(card), settings, now) });
  }
  const late = judged.filter(({ decision }) => decision.wasHeld && decision.topics.length > 0);
  const isSummed = late.length > 1 && (await tellSummary(late, settings, now));
  for (const one of judged) {
    const isTold = (isSummed && late.includes(one)) || (await tell(one, settings, now));
    await save(one, isTold ? one.decision.said : one.decision.unsaid);
    if (one.decision.isDoubtful) await askAgain(one.known);
  }
}

async function rulesOfCards(settings: Settings): Promise<(card: KnownCard) => AlertRules> {
  const book = await readBook();
  return ({ listed }) => choiceOf(book, listed.text).rules ?? rulesOf(settings);
}

function judge(known: KnownCard, saved: AlertState, rules: AlertRules, settings: Settings, now: number): AlertDecision {
  const { account, reading, card, samples, forecast, sellerNow } = known;
  return decideAlert({
    card,
    rules,
    forecast,
    byteUnit: account.seller.byteUnit,
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

/** A snooze that was chosen meanwhile is not undone. */
async function save({ known, before }: Judged, after: AlertState): Promise<void> {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (isSame(before, after)) return;
  await update(
    keys.alerts(known.listed.id),
    (saved) => ({
      ...after,
      snooze: isSame(saved?.snooze ?? null, before.snooze) ? after.snooze : (saved?.snooze ?? null),
    }),
    keys.account(known.account.id),
  );
}

/** A sudden drop is believed once a second answer says the same. */
async function askAgain({ account, reading }: KnownCard): Promise<void> {
  const at = secondReadingAt(reading.checkedAt, reading.floorMs);
  await update(keys.check(account.id), (check) =>
    check && check.failure === null && check.nextCheckAt > at ? { ...check, nextCheckAt: at, why: 'doubt' } : check,
  );
}

/** When time alone may make an alert due: by our clock. */
export async function alertMoments(known: readonly KnownCard[]): Promise<number[]> {
  if (!canNotify()) return [];
  const now = Date.now();
  const settings = settingsFrom(await read(keys.settings));
  const rulesFor = await rulesOfCards(settings);
  const moments = await Promise.all(
    known
      .filter(({ listed }) => !listed.isHidden)
      .map(async (one) => {
        const saved = await read(keys.alerts(one.listed.id));
        const topicAt = nextTopicAt({ card: one.card, rules: rulesFor(one), now: one.sellerNow });
        return [
          topicAt === null ? null : topicAt - one.reading.skewMs,
          saved?.snooze?.until ?? null,
          saved?.heldAt ? quietEndAt(now, settings.quiet) : null,
        ];
      }),
  );
  return moments.flat().filter((at) => at !== null && at > now) as number[];
}
