import type { Card, Module } from '../wire.ts';
import { withFirstUse } from './first-use.ts';
import { generalDataPositions, mainModulePosition, moduleAt, UNLIMITED_BYTES, withModule } from './modules.ts';

/**
 * Takes bytes from the modules for general traffic in their order, down to 0; unlimited ones stay unchanged. The first
 * use begins a plan that waits for it.
 */
export function withUsed(card: Card, bytes: number, now: number): Card {
  let bytesToTake = BigInt(Math.floor(bytes));
  let result = bytesToTake > 0n ? withFirstUse(card, now) : card;
  for (const position of generalDataPositions(result, now)) {
    const module = moduleAt(result, position);
    if (bytesToTake <= 0n || !module.byteBalance || module.byteBalance.quotaBytes === UNLIMITED_BYTES) continue;
    const remaining = BigInt(module.byteBalance.remainingBytes);
    const taken = remaining < bytesToTake ? remaining : bytesToTake;
    bytesToTake -= taken;
    if (taken > 0n) result = withModule(result, position, setRemaining(module, remaining - taken));
  }
  return result;
}

export function withRemainingBytes(card: Card, bytes: number, now: number): Card {
  const position = mainModulePosition(card, now);
  if (!position) throw new Error(`the card ${card.userKey} has no module`);
  return withModule(card, position, setRemaining(moduleAt(card, position), BigInt(Math.floor(bytes))));
}

function setRemaining(module: Module, remaining: bigint): Module {
  const balance = module.byteBalance ?? { quotaBytes: String(remaining), remainingBytes: '0' };
  const quota = BigInt(balance.quotaBytes);
  const level = remaining <= 0n ? 'OUT_OF_DATA' : remaining * 10n < quota ? 'LOW_QUOTA' : 'HIGH_QUOTA';
  return { ...module, byteBalance: { ...balance, remainingBytes: String(remaining) }, coarseBalanceLevel: level };
}
