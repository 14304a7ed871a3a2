import { type Charge, sameChargeMs } from '../usage/auto-renew.ts';
import type { Card } from '../usage/card.ts';

const prefix = 'charge:';

/** The name of an alert of a charge in what is saved. */
export function chargeKeyOf({ at }: Pick<Charge, 'at'>): string {
  return `${prefix}${at}`;
}

export function isChargeKey(key: string): boolean {
  return key.startsWith(prefix);
}

/** The name under which the same charge was said before, though its time was told a little off; else its own. */
export function saidKeyOf(key: string, sent: readonly string[]): string {
  if (!isChargeKey(key) || sent.includes(key)) return key;
  return sent.find((said) => isChargeKey(said) && Math.abs(timeOf(said) - timeOf(key)) <= sameChargeMs) ?? key;
}

/** Its time is past, and no plan names it any more: a clock that was set on for a while makes nothing be said twice. */
export function isChargeOver(key: string, card: Card, now: number): boolean {
  const at = timeOf(key);
  const isNamed = card.plans.some(({ autoRenew }) => {
    const named = autoRenew?.nextChargeAt ?? null;
    return named !== null && Math.abs(named - at) <= sameChargeMs;
  });
  return at + sameChargeMs <= now && !isNamed;
}

function timeOf(key: string): number {
  return Number(key.slice(prefix.length));
}
