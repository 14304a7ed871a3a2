import * as v from 'valibot';
import {
  type AutoRenew,
  type Balance,
  type Card,
  type Module,
  type Plan,
  singleModule,
} from '../../core/usage/card.ts';
import { firstEntries, firstParts, listLimits, newPartBudget, type PartBudget } from '../adapter/wire-lists.ts';
import { invalidResponseError } from '../http/provider-error.ts';
import * as wire from './wire-schemas.ts';
import { finiteOrNull, fromWireEnum, toCategories, toId, toRateKbps, toRegions } from './wire-values.ts';

/** What an answer says, but for its headers. `notFuture`: a time that is no later than the answer itself. */
export function readStatus(body: unknown, notFuture: (at: number) => number) {
  const { accountKey, updateTime, expireTime, cards } = v.parse(wire.planStatus, body);
  const measuredAt = notFuture(updateTime);
  const { entries, omitted, hasJunk } = firstEntries(cards, listLimits.cards);
  if (entries.length === 0 && hasJunk) throw invalidResponseError('A list of no cards');
  const budget = newPartBudget();
  // What is stored of a card is stored under its key: two of one key would be taken for one that changes all the time.
  const keys = new Set<string>();
  return {
    accountKey: accountKey ?? null,
    cards: entries.map((entry, position) => {
      const named = toCard(entry, position, measuredAt, budget);
      const card = keys.has(named.key) ? unreadableCard(position, measuredAt) : named;
      keys.add(named.key);
      return { ...card, measuredAt: notFuture(card.measuredAt) };
    }),
    measuredAt,
    expiresAt: expireTime,
    ...(omitted > 0 ? { omittedCards: omitted } : {}),
  };
}

/** An entry without its required members becomes a card whose data is unknown. */
function toCard(entry: unknown, position: number, measuredAt: number, budget: PartBudget): Card {
  const parsed = v.safeParse(wire.card, entry);
  if (!parsed.success) return { ...unreadableCard(position, measuredAt), key: toId(entry, 'userKey', position) };
  const { userKey, title, subscriberId, cardState, updateTime, lineExpirationTime, credit, plans } = parsed.output;
  const { entries, omitted, hasJunk } = firstParts(plans, listLimits.plans, budget);
  return {
    key: userKey,
    title: title || (subscriberId ?? ''),
    subscriberId: subscriberId ?? null,
    state: fromWireEnum(cardState),
    measuredAt: updateTime ?? measuredAt,
    plans: [
      ...entries.map((plan, place) => toPlan(plan, place, budget)),
      ...(hasJunk ? [unknownPlan(entries.length)] : []),
    ],
    ...(omitted > 0 ? { omittedPlans: omitted } : {}),
    lineEndsAt: lineExpirationTime ?? null,
    credit: credit ?? null,
  };
}

/** A card of which nothing is known but that it is in the list. */
function unreadableCard(position: number, measuredAt: number): Card {
  const plans = [unknownPlan(0)];
  return { key: `?${position}`, title: '', subscriberId: null, state: 'active', measuredAt, plans };
}

function toPlan(entry: unknown, position: number, budget: PartBudget): Plan {
  const parsed = v.safeParse(wire.plan, entry);
  if (!parsed.success) return unknownPlan(position);
  const { planId, planName, planState, regions, autoRenew, planModules } = parsed.output;
  const { entries, omitted, hasJunk } = firstParts(planModules, listLimits.modules, budget);
  return {
    id: planId,
    name: planName ?? '',
    state: fromWireEnum(planState),
    ...toDates(parsed.output),
    regions: toRegions(regions),
    autoRenew: toAutoRenew(autoRenew),
    modules: [...entries.map(toModule), ...(hasJunk ? [unknownModule(entries.length)] : [])],
    ...(omitted > 0 ? { omittedModules: omitted } : {}),
  };
}

/** A plan that begins at first use has neither start nor end before that: what is sent as such says something else. */
function toDates({ planState, startTime, expirationTime, duration, startBefore }: v.InferOutput<typeof wire.plan>) {
  if (planState !== 'NOT_STARTED') return { startsAt: startTime ?? null, expiresAt: expirationTime ?? null };
  return { startsAt: null, expiresAt: null, durationMs: duration ?? null, startBefore: startBefore ?? null };
}

function toAutoRenew(autoRenew: v.InferOutput<typeof wire.plan>['autoRenew']): AutoRenew | null {
  if (!autoRenew) return null;
  return { isEnabled: autoRenew.enabled, nextChargeAt: autoRenew.nextChargeTime ?? null, cost: autoRenew.cost ?? null };
}

function unknownPlan(position: number): Plan {
  const modules = [unknownModule(0)];
  return { id: `?${position}`, name: '', state: 'active', startsAt: null, expiresAt: null, regions: [], modules };
}

function toModule(entry: unknown, position: number): Module {
  const parsed = v.safeParse(wire.module, entry);
  if (!parsed.success) return unknownModule(position);
  const module = parsed.output;
  return {
    id: module.moduleId,
    name: module.moduleName ?? '',
    categories: toCategories(module.trafficCategories),
    balance: toBalance(module),
    state: fromWireEnum(module.planModuleState),
    expiresAt: module.expirationTime ?? null,
    overUsage: fromWireEnum(module.overUsagePolicy),
    maxRateKbps: toRateKbps(module.maxRateKbps),
    refreshPeriod: fromWireEnum(module.refreshPeriod),
    ...(module.regions ? { regions: toRegions(module.regions) } : {}),
  };
}

function unknownModule(position: number): Module {
  return singleModule(`?${position}`, { kind: 'unknown' });
}

type WireModule = v.InferOutput<typeof wire.module>;

/** An invalid `byteBalance` is unknown: if it counted as absent, it could become "unlimited". */
function toBalance({ byteBalance, coarseBalanceLevel, coarseUpperBytes }: WireModule): Balance {
  if (byteBalance !== undefined && byteBalance !== null) {
    const quota = v.safeParse(wire.quotaOnly, byteBalance);
    if (quota.success && quota.output.quotaBytes === Number.POSITIVE_INFINITY) return { kind: 'unlimited' };
    const parsed = v.safeParse(wire.byteBalance, byteBalance);
    if (!parsed.success || !Number.isFinite(parsed.output.remainingBytes)) return { kind: 'unknown' };
    const { quotaBytes, remainingBytes, reservedBytes } = parsed.output;
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
