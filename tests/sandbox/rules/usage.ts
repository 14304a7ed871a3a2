import type { Card, Module } from '../wire.ts';
import { countingPlaces, mainPlace, moduleAt, UNLIMITED_BYTES, withModule } from './modules.ts';

/** Takes bytes from the counting modules in their order; nothing falls below 0, the unlimited is not touched. */
export function withUsed(card: Card, bytes: number, now: number): Card {
  let wanted = BigInt(Math.floor(bytes));
  let result = card;
  for (const place of countingPlaces(card, now)) {
    const module = moduleAt(result, place);
    if (wanted <= 0n || !module.byteBalance || module.byteBalance.quotaBytes === UNLIMITED_BYTES) continue;
    const left = BigInt(module.byteBalance.remainingBytes);
    const taken = left < wanted ? left : wanted;
    wanted -= taken;
    if (taken > 0n) result = withModule(result, place, withRemaining(module, left - taken));
  }
  return result;
}

export function withLeft(card: Card, bytes: number, now: number): Card {
  const place = mainPlace(card, now);
  if (!place) throw new Error(`the card ${card.userKey} has no module`);
  return withModule(card, place, withRemaining(moduleAt(card, place), BigInt(Math.floor(bytes))));
}

function withRemaining(module: Module, left: bigint): Module {
  const balance = module.byteBalance ?? { quotaBytes: String(left), remainingBytes: '0' };
  const quota = BigInt(balance.quotaBytes);
  const level = left <= 0n ? 'OUT_OF_DATA' : left * 10n < quota ? 'LOW_QUOTA' : 'HIGH_QUOTA';
  return { ...module, byteBalance: { ...balance, remainingBytes: String(left) }, coarseBalanceLevel: level };
}
