import { sumBytes } from '../values/bytes.ts';
import { type Card, remainingBytesOf } from './card.ts';
import { type ActiveModule, activeModules } from './card-balance.ts';

/** Data of a card's balance that can be used in these regions alone. */
export type RegionalPart = { bytes: number; regions: readonly string[] };

/**
 * The parts of a known balance that cannot be used wherever the whole can, so that "1 GB left" is not taken for 1 GB
 * here. Empty where all parts have the same regions. `now`: seller's clock.
 */
export function regionalParts(card: Card, now: number): RegionalPart[] {
  const parts = activeModules(card, now).map((part) => ({
    bytes: remainingBytesOf(part.module),
    regions: regionsOf(part),
  }));
  const allRegions = new Set(parts.flatMap(({ regions }) => regions));
  // A part that names no regions is not known to be bound to any.
  const hasUnbound = parts.some(({ regions }) => regions.length === 0);
  const isBound = ({ regions }: RegionalPart) => regions.length > 0 && (hasUnbound || regions.length < allRegions.size);
  const bound = parts.filter((part) => part.bytes > 0 && isBound(part));
  const byRegions = Map.groupBy(bound, ({ regions }) => regions.join());
  return [...byRegions.values()].map((same) => ({
    bytes: sumBytes(same.map(({ bytes }) => bytes)),
    regions: same[0]?.regions ?? [],
  }));
}

/** Each once, in one order. */
function regionsOf({ plan, module }: ActiveModule): string[] {
  return [...new Set(module.regions ?? plan.regions)].sort();
}
