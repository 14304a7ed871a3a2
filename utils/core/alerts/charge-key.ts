import { sameChargeMs, type UpcomingCharge } from '../usage/auto-renew.ts';
import type { Card } from '../usage/card.ts';

const prefix = 'charge:';

/** The name of an alert of a charge in what is saved. */
export function chargeKey({ at }: Pick<UpcomingCharge, 'at'>): string {
  return `${prefix}${at}`;
}

export function isChargeKey(key: string): boolean {
  return key.startsWith(prefix);
}

/** The name under which the same charge was said before, though its time was told a little off; else its own. */
export function matchingSentKey(key: string, sent: readonly string[]): string {
  if (!isChargeKey(key) || sent.includes(key)) return key;
  return (
    sent.find((said) => isChargeKey(said) && Math.abs(chargeTimeOf(said) - chargeTimeOf(key)) <= sameChargeMs) ?? key
  );
}

/** Its time is past, and no plan names it any more: a clock that was set on for a while makes nothing be said twice. */
export function isChargeOver(key: string, card: Card, now: number): boolean {
  const at = chargeTimeOf(key);
  const isNamed = card.plans.some(({ autoRenew }) => {
    const named = autoRenew?.nextChargeAt ?? null;
    return named !== null && Math.abs(named - at) <= sameChargeMs;
  });
  return at + sameChargeMs <= now && !isNamed;
}

function chargeTimeOf(key: string): number {
  return Number(key.slice(prefix.length));
}
