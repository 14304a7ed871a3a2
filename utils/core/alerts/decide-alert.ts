import { hasOneEnd } from '../forecast/validity.ts';
import type { Card } from '../usage/card.ts';
import { activeModules, balanceEndsAt, type CardBalance, cardBalance, cardExpiresAt } from '../usage/card-balance.ts';
import { sumBytes } from '../values/bytes.ts';
import { hourMs } from '../values/time.ts';
import { type AlertCondition, activeConditions, type ConditionInput } from './alert-conditions.ts';
import { type AlertState, longestSnoozeMs, type Snooze } from './alert-state.ts';
import { isDatedKey, isDateOver, matchingSentKey } from './dated-key.ts';

/** `now`: seller's clock. `ourNow`: our clock. `isQuiet`: within the quiet hours. */
export type AlertInput = ConditionInput & {
  saved: AlertState;
  ourNow: number;
  isQuiet: boolean;
  /** The alert for "nothing left" is sent even in quiet hours. */
  exceptEmpty: boolean;
};

/**
 * The conditions to alert about, the most serious first; empty: none. `stateIfSent` is to be saved once the browser has
 * accepted the notification, `stateIfNotSent` if it has not, or if there is none.
 */
export type AlertDecision = {
  conditions: AlertCondition[];
  stateIfSent: AlertState;
  stateIfNotSent: AlertState;
  /** The alert had been deferred by quiet hours. */
  wasDeferred: boolean;
};

/**
 * Decides from the saved state and the current snapshot alone, however late it runs. Each condition is alerted once,
 * and again only after it has been rearmed. Several at once make one alert. While a jump is to be confirmed, only what
 * does not depend on the balance is alerted about.
 */
export function decideAlert(input: AlertInput): AlertDecision {
  const { card, saved, now, ourNow } = input;
  const balance = cardBalance(card, now);
  const endsAt = cardExpiresAt(card, now);
  const seen = lastBelieved(card, balance, saved, now);
  const isRenewed = isRecovery(saved, seen);
  const conditions = activeConditions(input)
    .filter(({ kind, key }) => !card.unconfirmed || isDatedKey(key) || (kind === 'ends' && hasOneEnd(card, now)))
    .map((condition) => ({ ...condition, key: matchingSentKey(condition.key, saved.sent) }));
  const rearmed = card.unconfirmed ? new Set<string>() : rearmedKeys(input, endsAt, conditions, isRenewed);
  const isOver = (key: string) => isDatedKey(key) && isDateOver(key, card, now);
  const alreadySent = saved.sent.filter((key) => !rearmed.has(key) && !isOver(key));
  const unsent = newConditions(conditions, alreadySent);
  const base: AlertState = {
    ...saved,
    ...seen,
    sent: alreadySent,
    cycle: saved.cycle + (rearmed.size > 0 || isRenewed ? 1 : 0),
    warnedEndsAt: conditions.some(({ kind }) => kind === 'ends' || kind === 'lapse') ? endsAt : saved.warnedEndsAt,
    snooze: snoozeAfter(input, card.unconfirmed ? null : endsAt, isRenewed),
  };
  const isDeferred = input.isQuiet && !(input.exceptEmpty && unsent.some(({ kind }) => kind === 'empty'));
  const canSend = base.snooze === null && !isDeferred;
  const stateIfSent = {
    ...base,
    deferredSince: card.unconfirmed ? saved.deferredSince : null,
    sent: [...new Set([...alreadySent, ...conditions.map(({ key }) => key)])],
  };
  const deferredSince = isDeferred && base.snooze === null ? (saved.deferredSince ?? ourNow) : null;
  return {
    conditions: canSend ? unsent : [],
    stateIfSent,
    stateIfNotSent: unsent.length === 0 ? stateIfSent : { ...base, deferredSince },
    wasDeferred: saved.deferredSince !== null,
  };
}

/** Of the amounts and the lead times only the most serious one counts: an alert for a lesser one would repeat it. */
function newConditions(active: readonly AlertCondition[], alreadySent: readonly string[]): AlertCondition[] {
  const isNew = ({ key }: AlertCondition) => !alreadySent.includes(key);
  const amounts = active.filter(({ kind }) => kind === 'empty' || kind === 'left');
  const leads = active.filter(({ kind }) => kind === 'ends');
  const dated = active.filter(({ key }) => isDatedKey(key));
  const others = active.filter(({ kind }) => kind === 'risk' || kind === 'lapse');
  const first = [...amounts.slice(0, 1), ...others.slice(0, 1), ...leads.slice(0, 1)];
  return [...first, ...dated, ...others.slice(1)].filter(isNew);
}

/**
 * Keys of the sent alerts that may be sent again: amounts after a recovery above them, the run-out risk once the data
 * is forecast to last, lead times and unused data once the end has moved on, what holds its date never.
 */
function rearmedKeys(
  { saved, forecast }: AlertInput,
  endsAt: number | null,
  active: readonly AlertCondition[],
  isRenewed: boolean,
): Set<string> {
  const isActive = (key: string) => active.some((condition) => condition.key === key);
  const isLater = endsAt !== null && saved.warnedEndsAt !== null && endsAt > saved.warnedEndsAt + hourMs;
  const lastsAgain = forecast.kind === 'ready' && forecast.runOut.likely === null;
  return new Set(
    saved.sent.filter((key) => {
      if (isDatedKey(key)) return false;
      if (key === 'risk') return lastsAgain;
      if (key === 'lapse' || key.endsWith('h')) return isLater;
      return isRenewed && !isActive(key);
    }),
  );
}

/**
 * A snooze ends at its time, or, where it has none, with a renewal or the end of the plan it was set for. One that would
 * last longer than any is from before the clock was set back.
 */
function snoozeAfter(
  { saved: { snooze }, now, ourNow }: AlertInput,
  endsAt: number | null,
  isRenewed: boolean,
): Snooze | null {
  if (!snooze) return null;
  if (snooze.until !== null) {
    const isRunning = ourNow < snooze.until && snooze.until <= ourNow + longestSnoozeMs;
    return isRunning ? snooze : null;
  }
  const hasEnded = snooze.endsAt !== null && (now >= snooze.endsAt || (endsAt ?? 0) > snooze.endsAt + hourMs);
  return isRenewed || hasEnded ? null : snooze;
}

type LastBelieved = Pick<AlertState, 'leftBytes' | 'totalBytes' | 'endsAt'>;

/**
 * A coarse balance that is not empty says nothing about the bytes: it is no recovery by itself, unless from nothing
 * left.
 */
function leftBytesOf(balance: CardBalance, saved: AlertState): number | null {
  if (balance.kind === 'known') return balance.leftBytes;
  if (balance.kind !== 'coarse') return null;
  if (balance.level === 'out') return 0;
  return saved.leftBytes === 0 ? null : saved.leftBytes;
}

/** A jump that is to be confirmed, and a balance that says nothing, leave the last one. */
function lastBelieved(card: Card, balance: CardBalance, saved: AlertState, now: number): LastBelieved {
  if (card.unconfirmed || ['unknown', 'no-plan', 'not-started'].includes(balance.kind)) {
    const { leftBytes, totalBytes, endsAt } = saved;
    return { leftBytes, totalBytes, endsAt };
  }
  const modules = activeModules(card, now).map(({ module }) => module.balance);
  const total = sumBytes(modules.map((one) => (one.kind === 'known' ? one.quotaBytes : 0)));
  return {
    leftBytes: leftBytesOf(balance, saved),
    totalBytes: total > 0 ? total : balance.kind === 'coarse' ? saved.totalBytes : null,
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
