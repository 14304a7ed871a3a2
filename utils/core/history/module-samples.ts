import type { Card, RefreshPeriod } from '../usage/card.ts';
import { activeModules } from '../usage/card-balance.ts';
import { sumBytes } from '../values/bytes.ts';
import { hourMs } from '../values/time.ts';
import type { ModuleSample } from './usage-samples.ts';

/** What sellers hold back for open sessions comes back, without their saying so; of a small quota only a part. */
const reservableBytes = 100_000_000;
const reservableShare = 0.1;

/**
 * The active modules with a known balance when the card was measured. A module that is listed twice gets a number
 * appended to its id.
 */
export function sampleModules(card: Card): ModuleSample[] {
  const seen = new Map<string, number>();
  return activeModules(card, card.measuredAt).flatMap(({ plan, module, endsAt }) => {
    const { balance } = module;
    const id = `${plan.id}/${module.id}`;
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    if (balance.kind !== 'known') return [];
    const { quotaBytes, remainingBytes, reservedBytes } = balance;
    const name = module.name || plan.name;
    const amounts = { quotaBytes, remainingBytes, reservedBytes };
    return [{ id: nth === 1 ? id : `${id}#${nth}`, name, ...amounts, startsAt: plan.startsAt, endsAt }];
  });
}

/** The ids of active modules whose balance is not known at the moment: they still exist. */
export function unknownModuleIds(card: Card): Set<string> {
  const unknown = activeModules(card, card.measuredAt).filter(({ module }) => module.balance.kind !== 'known');
  return new Set(unknown.map(({ plan, module }) => `${plan.id}/${module.id}`));
}

/** The ids of active modules that begin anew each day, week or month; with `period` only those of that one. */
export function recurringModuleIds(card: Card, period?: RefreshPeriod): Set<string> {
  const recurring = activeModules(card, card.measuredAt).filter(({ module: { refreshPeriod } }) =>
    period === undefined ? refreshPeriod !== 'none' : refreshPeriod === period,
  );
  return new Set(recurring.map(({ plan, module }) => `${plan.id}/${module.id}`));
}

/** Data reserved for an open session counts as held: reserving and returning it is no usage. */
export function heldBy({ remainingBytes, reservedBytes }: ModuleSample): number {
  return sumBytes([remainingBytes, reservedBytes]);
}

/** Whether a module ends or began later than before, by more than sellers move such a time. */
export function hasNewPeriod(previous: ModuleSample, module: ModuleSample): boolean {
  const isLater = (before: number | null, after: number | null) =>
    before !== null && after !== null && after > before + hourMs;
  return isLater(previous.endsAt, module.endsAt) || isLater(previous.startsAt, module.startsAt);
}

/** Whether more came back than what was held back for sessions can be. */
export function isMoreThanReserved(returnedBytes: number, quotaBytes: number): boolean {
  return returnedBytes > (quotaBytes === 0 ? reservableBytes : Math.min(reservableBytes, quotaBytes * reservableShare));
}
