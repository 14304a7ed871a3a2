import type { Card } from '../usage/card.ts';
import { activeModules, balanceEndsAt, type CardBalance, cardBalance, cardExpiresAt } from '../usage/card-balance.ts';
import { isUnexplainedDrop } from '../usage/unexplained-change.ts';
import { hourMs } from '../values/time.ts';
import { type AlertCondition, activeConditions, type ConditionInput } from './alert-conditions.ts';
import type { AlertState, Snooze } from './alert-state.ts';
import { isChargeKey, isChargeOver, matchingSentKey } from './charge-key.ts';

/** `now`, `sameUntil`: seller's clock. `checkedAt`, `ourNow`: ours. `isQuiet`: within the quiet hours. */
export type AlertInput = ConditionInput & {
  saved: AlertState;
  checkedAt: number;
  ourNow: number;
  /** When the card was last measured before this reading, if it is known. */
  previousMeasuredAt: number | null;
  isQuiet: boolean;
  /** The person's own word needs no second reading. */
  isManual?: boolean;
  /** Nothing left is said in quiet hours, too. */
  exceptEmpty: boolean;
};

/**
 * What to say of a card, the most serious first; empty: nothing. `said` is to be saved once the browser has taken it,
 * `unsaid` if it has not, or there is nothing to say. `isDoubtful`: a second reading is needed, and soon.
 */
export type AlertDecision = {
  conditions: AlertCondition[];
  stateIfSent: AlertState;
  stateIfNotSent: AlertState;
  needsConfirmation: boolean;
  /** It waited for the quiet hours to end. */
  wasDeferred: boolean;
};

/**
 * Judged from the saved state and the present reading alone, however late: each topic is said once, and again only
 * after what armed it anew. Several at once are one alert.
 */
export function decideAlert(input: AlertInput): AlertDecision {
  const { card, saved, now, ourNow } = input;
  const balance = cardBalance(card, now);
  const endsAt = cardExpiresAt(card, now);
  if (isUnconfirmed(input, balance)) {
    const stateIfNotSent = { ...saved, unconfirmedSince: saved.unconfirmedSince ?? input.checkedAt };
    return { conditions: [], stateIfSent: stateIfNotSent, stateIfNotSent, needsConfirmation: true, wasDeferred: false };
  }
  const seen = observedValues(card, balance, saved, now);
  const isRenewed = isRecovery(saved, seen);
  const truths = activeConditions(input).map((topic) => ({ ...topic, key: matchingSentKey(topic.key, saved.sent) }));
  const armed = rearmedKeys(input, endsAt, truths, isRenewed);
  const isOver = (key: string) => isChargeKey(key) && isChargeOver(key, card, now);
  const known = saved.sent.filter((key) => !armed.has(key) && !isOver(key));
  const fresh = newConditions(truths, known);
  const base: AlertState = {
    ...saved,
    ...seen,
    sent: known,
    cycle: saved.cycle + (armed.size > 0 || isRenewed ? 1 : 0),
    unconfirmedSince: null,
    warnedEndsAt: truths.some(({ kind }) => kind === 'ends' || kind === 'lapse') ? endsAt : saved.warnedEndsAt,
    snooze: snoozeAfter(input, endsAt, isRenewed),
  };
  const isHeld = input.isQuiet && !(input.exceptEmpty && fresh.some(({ kind }) => kind === 'empty'));
  const isOpen = base.snooze === null && !isHeld;
  const stateIfSent = { ...base, deferredSince: null, sent: [...new Set([...known, ...truths.map(({ key }) => key)])] };
  const deferredSince = isHeld && base.snooze === null ? (saved.deferredSince ?? ourNow) : null;
  return {
    conditions: isOpen ? fresh : [],
    stateIfSent,
    stateIfNotSent: fresh.length === 0 ? stateIfSent : { ...base, deferredSince },
    needsConfirmation: false,
    wasDeferred: saved.deferredSince !== null,
  };
}

/** Without a fresh most serious amount, lesser amounts are not worth a word; everything else speaks for itself. */
function newConditions(truths: AlertCondition[], known: readonly string[]): AlertCondition[] {
  const isNew = ({ key }: AlertCondition) => !known.includes(key);
  const amounts = truths.filter(({ kind }) => kind === 'empty' || kind === 'left');
  const leads = truths.filter(({ kind }) => kind === 'ends');
  const charges = truths.filter(({ kind }) => kind === 'charge');
  const others = truths.filter(({ kind }) => kind === 'risk' || kind === 'lapse');
  const first = [...amounts.slice(0, 1), ...others.slice(0, 1), ...leads.slice(0, 1)];
  return [...first, ...charges, ...others.slice(1)].filter(isNew);
}

/** Amounts after a recovery above them, the run-out once it lasts again, ends once there is a later one; a charge never. */
function rearmedKeys(
  { saved, forecast }: AlertInput,
  endsAt: number | null,
  truths: AlertCondition[],
  isRenewed: boolean,
): Set<string> {
  const isTrue = (key: string) => truths.some((topic) => topic.key === key);
  const isLater = endsAt !== null && saved.warnedEndsAt !== null && endsAt > saved.warnedEndsAt + hourMs;
  const lastsAgain = forecast.kind === 'ready' && forecast.runOut.likely === null;
  return new Set(
    saved.sent.filter((key) => {
      if (isChargeKey(key)) return false;
      if (key === 'risk') return lastsAgain;
      if (key === 'lapse' || key.endsWith('h')) return isLater;
      return isRenewed && !isTrue(key);
    }),
  );
}

/** Ends by itself: at its time, or with a renewal or the end of what it was for. */
function snoozeAfter(
  { saved: { snooze }, now, ourNow }: AlertInput,
  endsAt: number | null,
  isRenewed: boolean,
): Snooze | null {
  if (!snooze) return null;
  if (snooze.until !== null) return ourNow >= snooze.until ? null : snooze;
  const hasEnded = snooze.endsAt !== null && (now >= snooze.endsAt || (endsAt ?? 0) > snooze.endsAt + hourMs);
  return isRenewed || hasEnded ? null : snooze;
}

type LastBelieved = Pick<AlertState, 'leftBytes' | 'totalBytes' | 'endsAt'>;

/** A coarse figure that is not empty tells nothing new of the bytes: by itself it is no recovery, unless from nothing. */
function leftOf(balance: CardBalance, saved: AlertState): number | null {
  if (balance.kind === 'known') return balance.leftBytes;
  if (balance.kind === 'unknown') return saved.leftBytes;
  if (balance.kind !== 'coarse') return null;
  if (balance.level === 'out') return 0;
  return saved.leftBytes === 0 ? null : saved.leftBytes;
}

function observedValues(card: Card, figure: CardBalance, saved: AlertState, now: number): LastBelieved {
  if (figure.kind === 'unknown')
    return { leftBytes: saved.leftBytes, totalBytes: saved.totalBytes, endsAt: saved.endsAt };
  const quotas = activeModules(card, now).map(({ module }) => module.balance);
  const total = quotas.reduce((sum, balance) => sum + (balance.kind === 'known' ? balance.quotaBytes : 0), 0);
  return {
    leftBytes: leftOf(figure, saved),
    totalBytes: total > 0 ? total : figure.kind === 'coarse' ? saved.totalBytes : null,
    endsAt: balanceEndsAt(card, now),
  };
}

function isRecovery(saved: AlertState, seen: LastBelieved): boolean {
  const wasSeen = saved.leftBytes !== null || saved.totalBytes !== null || saved.endsAt !== null;
  if (!wasSeen || (saved.sent.length === 0 && saved.snooze === null)) return false;
  if (seen.totalBytes !== null && saved.totalBytes !== null && seen.totalBytes > saved.totalBytes) return true;
  if (seen.endsAt !== null && saved.endsAt !== null && seen.endsAt > saved.endsAt) return true;
  if (seen.leftBytes === null || saved.leftBytes === null) return seen.leftBytes !== saved.leftBytes;
  return seen.leftBytes > saved.leftBytes && (seen.leftBytes - saved.leftBytes) * 100 >= (seen.totalBytes ?? 0);
}

/**
 * The same alert has the same id, so that a crash between showing and saving cannot show it twice. A charge has its time
 * for a cycle.
 */
export function alertNotificationId(cardText: string, topicKey: string, state: AlertState): string {
  return `alert:${cardText}:${topicKey}:${isChargeKey(topicKey) ? 0 : state.cycle}`;
}

/** The reading that made the doubt does not end it; the one after it does. */
function isUnconfirmed(
  { card, saved, checkedAt, previousMeasuredAt, isManual }: AlertInput,
  balance: CardBalance,
): boolean {
  if (isManual || (saved.unconfirmedSince !== null && saved.unconfirmedSince !== checkedAt)) return false;
  return isUnexplainedDrop(card, balance, saved, previousMeasuredAt);
}
