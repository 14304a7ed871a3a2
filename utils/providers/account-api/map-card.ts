import * as v from 'valibot';
import {
  type AutoRenew,
  type Balance,
  type Card,
  type Module,
  type Plan,
  singleModule,
} from '../../core/usage/card.ts';
import * as wire from './wire-schemas.ts';
import { categoriesOf, finiteOrNull, fromWireWord, idOf, rateOf, textsOf } from './wire-values.ts';

/** An entry without its required members is kept as one whose data is unknown. */
export function toCard(entry: unknown, position: number, measuredAt: number): Card {
  const read = v.safeParse(wire.card, entry);
  if (!read.success) {
    const plans = [unknownPlan(0)];
    return { key: idOf(entry, 'userKey', position), title: '', subscriberId: null, state: 'active', measuredAt, plans };
  }
  const { userKey, title, subscriberId, cardState, updateTime, plans } = read.output;
  return {
    key: userKey,
    title: title || (subscriberId ?? ''),
    subscriberId: subscriberId ?? null,
    state: fromWireWord(cardState),
    measuredAt: updateTime ?? measuredAt,
    plans: plans.map(toPlan),
  };
}

function toPlan(entry: unknown, position: number): Plan {
  const read = v.safeParse(wire.plan, entry);
  if (!read.success) return unknownPlan(position);
  const { planId, planName, planState, startTime, expirationTime, regions, autoRenew, planModules } = read.output;
  return {
    id: planId,
    name: planName ?? '',
    state: fromWireWord(planState),
    startsAt: startTime ?? null,
    expiresAt: expirationTime ?? null,
    regions: textsOf(regions),
    autoRenew: toAutoRenew(autoRenew),
    modules: planModules.map(toModule),
  };
}

function toAutoRenew(told: v.InferOutput<typeof wire.plan>['autoRenew']): AutoRenew | null {
  if (!told) return null;
  return { isEnabled: told.enabled, nextChargeAt: told.nextChargeTime ?? null, cost: told.cost ?? null };
}

function unknownPlan(position: number): Plan {
  const modules = [unknownModule(0)];
  return { id: `?${position}`, name: '', state: 'active', startsAt: null, expiresAt: null, regions: [], modules };
}

function toModule(entry: unknown, position: number): Module {
  const read = v.safeParse(wire.module, entry);
  if (!read.success) return unknownModule(position);
  const module = read.output;
  return {
    id: module.moduleId,
    name: module.moduleName ?? '',
    categories: categoriesOf(module.trafficCategories),
    balance: toBalance(module),
    state: fromWireWord(module.planModuleState),
    expiresAt: module.expirationTime ?? null,
    overUsage: fromWireWord(module.overUsagePolicy),
    maxRateKbps: rateOf(module.maxRateKbps),
    refreshPeriod: fromWireWord(module.refreshPeriod),
  };
}

function unknownModule(position: number): Module {
  return singleModule(`?${position}`, { kind: 'unknown' });
}

type WireModule = v.InferOutput<typeof wire.module>;

/** A `byteBalance` that is there but makes no sense is unknown: it must not turn into "unlimited" by being left out. */
function toBalance({ byteBalance, coarseBalanceLevel, coarseUpperBytes }: WireModule): Balance {
  if (byteBalance !== undefined && byteBalance !== null) {
    const quota = v.safeParse(wire.quotaOnly, byteBalance);
    if (quota.success && quota.output.quotaBytes === Number.POSITIVE_INFINITY) return { kind: 'unlimited' };
    const read = v.safeParse(wire.byteBalance, byteBalance);
    if (!read.success || !Number.isFinite(read.output.remainingBytes)) return { kind: 'unknown' };
    const { quotaBytes, remainingBytes, reservedBytes } = read.output;
    return { kind: 'known', quotaBytes, remainingBytes, reservedBytes: finiteOrNull(reservedBytes) ?? 0 };
  }
  const upperBytes = finiteOrNull(coarseUpperBytes);
  if (!coarseBalanceLevel) return { kind: 'unknown' };
  if (upperBytes === null) return coarseBalanceLevel === 'HIGH_QUOTA' ? { kind: 'unlimited' } : { kind: 'unknown' };
  return {
    kind: 'coarse',
    level: ({ OUT_OF_DATA: 'out', LOW_QUOTA: 'low', HIGH_QUOTA: 'high' } as const)[coarseBalanceLevel],
    upperBytes,
  };
}
