import { sameChargeMs, type UpcomingCharge } from '../usage/auto-renew.ts';
import type { Card } from '../usage/card.ts';

const prefix = 'charge:';

/** The condition key of a charge, as it is saved. */
export function chargeKey({ at }: Pick<UpcomingCharge, 'at'>): string {
  return `${prefix}${at}`;
}

export function isChargeKey(key: string): boolean {
  return key.startsWith(prefix);
}

/**
 * The key under which the same charge was alerted before, if the seller has since moved its time a little; else `key`.
 */
export function matchingSentKey(key: string, sent: readonly string[]): string {
  if (!isChargeKey(key) || sent.includes(key)) return key;
  return (
    sent.find((other) => isChargeKey(other) && Math.abs(chargeTimeOf(other) - chargeTimeOf(key)) <= sameChargeMs) ?? key
  );
}

/**
 * Its time is past and no plan lists it any more. Both are required, so that a clock that was ahead for a while does
 * not repeat the alert. `now`: seller's clock.
 */
export function isChargeOver(key: string, card: Card, now: number): boolean {
  const at = chargeTimeOf(key);
  const isListed = card.plans.some(({ autoRenew }) => {
    const listedAt = autoRenew?.nextChargeAt ?? null;
    return listedAt !== null && Math.abs(listedAt - at) <= sameChargeMs;
  });
  return at + sameChargeMs <= now && !isListed;
}

function chargeTimeOf(key: string): number {
  return Number(key.slice(prefix.length));
}
