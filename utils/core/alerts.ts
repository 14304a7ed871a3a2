import type { Card } from './card.ts';
import { countingModules, endFor, type Figure, figureFor, isAtOrUnder } from './figure.ts';

/**
 * What was said and seen of a card's data, saved after each alert. `sent`: thresholds in percent that have been
 * crossed in this cycle; `cycle` counts recoveries; the rest is the last reading seen, to notice a recovery by.
 */
export type AlertState = {
  sent: number[];
  cycle: number;
  leftBytes: number | null;
  totalBytes: number | null;
  endsAt: number | null;
};

export const freshAlertState: AlertState = { sent: [], cycle: 0, leftBytes: null, totalBytes: null, endsAt: null };

/** `threshold` is a percent; 0 = nothing left. `state` is to be saved once the browser has taken the alert. */
export type AlertDecision = { threshold: number | null; figure: Figure; state: AlertState };

/**
 * Which threshold alert is due for a card at `now` (seller's clock): at most one, the most serious; each once per
 * cycle. A threshold is armed again only by a recovery (more quota, a later end, or ≥ 1 % more left) that really
 * lifts the figure above it.
 */
export function decideAlert(card: Card, saved: AlertState, thresholds: readonly number[], now: number): AlertDecision {
  const figure = figureFor(card, now);
  if (figure.kind === 'unknown') return { threshold: null, figure, state: saved };
  const seen = seenOf(card, figure, saved, now);
  const recovered = isRecovery(saved, seen);
  const crossed = thresholds.filter((percent) => isAtOrUnder(figure, percent));
  const known = recovered ? saved.sent.filter((percent) => isAtOrUnder(figure, percent)) : saved.sent;
  const fresh = crossed.filter((percent) => !known.includes(percent));
  const threshold = fresh.length > 0 && Math.min(...fresh) === Math.min(...crossed) ? Math.min(...fresh) : null;
  return {
    threshold,
    figure,
    state: {
      ...seen,
      sent: [...new Set([...known, ...crossed])].sort((a, b) => b - a),
      cycle: recovered ? saved.cycle + 1 : saved.cycle,
    },
  };
}

type Seen = Pick<AlertState, 'leftBytes' | 'totalBytes' | 'endsAt'>;

/** A coarse figure that is not empty tells nothing new of the bytes: by itself it is no recovery, unless from nothing. */
function leftOf(figure: Figure, saved: AlertState): number | null {
  if (figure.kind === 'known') return figure.leftBytes;
  if (figure.kind !== 'coarse') return null;
  if (figure.level === 'out') return 0;
  return saved.leftBytes === 0 ? null : saved.leftBytes;
}

function seenOf(card: Card, figure: Figure, saved: AlertState, now: number): Seen {
  const quotas = countingModules(card, now).map(({ module }) => module.balance);
  const total = quotas.reduce((sum, balance) => sum + (balance.kind === 'known' ? balance.quotaBytes : 0), 0);
  return {
    leftBytes: leftOf(figure, saved),
    totalBytes: total > 0 ? total : figure.kind === 'coarse' ? saved.totalBytes : null,
    endsAt: endFor(card, now),
  };
}

function isRecovery(saved: AlertState, seen: Seen): boolean {
  if (saved.sent.length === 0) return false;
  if (seen.totalBytes !== null && saved.totalBytes !== null && seen.totalBytes > saved.totalBytes) return true;
  if (seen.endsAt !== null && saved.endsAt !== null && seen.endsAt > saved.endsAt) return true;
  if (seen.leftBytes === null || saved.leftBytes === null) return seen.leftBytes !== saved.leftBytes;
  return seen.leftBytes > saved.leftBytes && (seen.leftBytes - saved.leftBytes) * 100 >= (seen.totalBytes ?? 0);
}

/** The same alert has the same id, so that a crash between showing and saving cannot show it twice. */
export function alertIdFor(cardText: string, threshold: number, state: AlertState): string {
  return `alert:${cardText}:${threshold}:${state.cycle}`;
}
