import type { CardBalance } from '../usage/card-balance.ts';

/**
 * How a card stands. action: its account, or its suspension, waits for the user. unknown: there is nothing to judge, or
 * the judgement is too old.
 */
export type CardStatus = 'ok' | 'warning' | 'critical' | 'unknown' | 'action' | 'expired';

/**
 * What the background last judged of a card, for lists of cards alone. `endsAt`: when it expires; null: no end is known.
 * `validUntil`: until when it may be shown with its status; null: time changes nothing. Both by our clock.
 */
export type CardJudgement = {
  balance: CardBalance;
  endsAt: number | null;
  status: CardStatus;
  validUntil: number | null;
};

/** The status as it may be shown at `now` (our clock). */
export function currentStatus(judged: CardJudgement | null, now: number): CardStatus {
  if (!judged || (judged.validUntil !== null && now >= judged.validUntil)) return 'unknown';
  return judged.status;
}
