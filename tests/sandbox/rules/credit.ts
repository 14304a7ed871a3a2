import type { Card, Module, Offer, Plan } from '../wire.ts';
import { countingPlaces, endOf, isCurrentPlan, moduleAt, type Place, UNLIMITED_BYTES } from './modules.ts';

export type Credited = {
  card: Card;
  /** In the future for a plan that was queued. */
  startsAt: number;
};

/** What a paid offer does to the card. A card with no plan running gets a new one, whatever the effect. */
export function credited(card: Card, offer: Offer, now: number): Credited {
  const place = countingPlaces(card, now)[0];
  const effect = offer.purchaseEffect ?? 'ADD';
  if (!place || effect === 'REPLACE') return { card: withFreshPlan(card, offer, now), startsAt: now };
  if (effect === 'QUEUE') return queued(card, offer, now);
  const plan = card.plans[place.plan];
  const end = plan ? (endOf(moduleAt(card, place), plan) ?? 0) : 0;
  const counted = now + durationMs(offer);
  const newEnd = effect === 'RESET_VALIDITY' ? counted : Math.max(end, counted);
  return { card: withData(card, place, offer, newEnd), startsAt: now };
}

/** Starts a queued plan now, in place of whatever runs. */
export function withQueuedStarted(card: Card, startsAt: number, now: number): Card {
  const plans = card.plans
    .filter((plan) => plan.planState === 'QUEUED')
    .map((plan) => (Date.parse(plan.startTime ?? '') === startsAt ? restarted(plan, now) : plan));
  return { ...card, cardState: 'ACTIVE', plans };
}

export function withoutQueued(card: Card, startsAt: number): Card {
  const isRefunded = (plan: Plan) => plan.planState === 'QUEUED' && Date.parse(plan.startTime ?? '') === startsAt;
  return { ...card, plans: card.plans.filter((plan) => !isRefunded(plan)) };
}

function withFreshPlan(card: Card, offer: Offer, now: number): Card {
  const waiting = card.plans.filter((plan) => plan.planState === 'QUEUED');
  return { ...card, cardState: 'ACTIVE', plans: [toPlan(offer, 'ACTIVE', now, 'main'), ...waiting] };
}

function queued(card: Card, offer: Offer, now: number): Credited {
  const running = card.plans.filter((plan) => plan.planState === 'QUEUED' || isCurrentPlan(plan, now));
  const ends = running.flatMap((plan) => plan.planModules.map((module) => endOf(module, plan) ?? now));
  const startsAt = Math.max(now, ...ends);
  const plan = toPlan(offer, 'QUEUED', startsAt, `main-${startsAt}`);
  return { card: { ...card, plans: [...card.plans, plan] }, startsAt };
}

function withData(card: Card, place: Place, offer: Offer, end: number): Card {
  const expirationTime = new Date(end).toISOString();
  const plans = card.plans.map((plan, planIndex) => {
    if (planIndex !== place.plan) return plan;
    const planModules = plan.planModules.map((module, index) =>
      index === place.module ? withMore(module, offer, expirationTime) : module,
    );
    return { ...plan, planState: 'ACTIVE' as const, expirationTime, planModules };
  });
  return { ...card, cardState: 'ACTIVE', plans };
}

function withMore(module: Module, offer: Offer, expirationTime: string): Module {
  const { coarseUpperBytes: _, ...rest } = module;
  const renewed: Module = { ...rest, expirationTime, planModuleState: 'ACTIVE', coarseBalanceLevel: 'HIGH_QUOTA' };
  if (offer.quotaBytes === undefined) return { ...renewed, ...manner(offer), byteBalance: balanceOf(offer) };
  if (!module.byteBalance || module.byteBalance.quotaBytes === UNLIMITED_BYTES) return renewed;
  const { quotaBytes, remainingBytes } = module.byteBalance;
  const more = BigInt(offer.quotaBytes);
  const byteBalance = {
    ...module.byteBalance,
    quotaBytes: String(BigInt(quotaBytes) + more),
    remainingBytes: String(BigInt(remainingBytes) + more),
  };
  return { ...renewed, byteBalance };
}

function toPlan(offer: Offer, planState: 'ACTIVE' | 'QUEUED', startMs: number, moduleId: string): Plan {
  const expirationTime = new Date(startMs + durationMs(offer)).toISOString();
  const module: Module = {
    moduleId,
    moduleName: 'Main data',
    trafficCategories: offer.trafficCategories ?? ['GENERIC'],
    byteBalance: balanceOf(offer),
    coarseBalanceLevel: 'HIGH_QUOTA',
    planModuleState: 'ACTIVE',
    expirationTime,
    ...manner(offer),
    refreshPeriod: 'NONE',
  };
  return {
    planId: offer.planId,
    planName: offer.planName,
    planCategory: 'PREPAID',
    planState,
    startTime: new Date(startMs).toISOString(),
    expirationTime,
    ...(offer.regions ? { regions: offer.regions } : {}),
    planModules: [module],
  };
}

function restarted(plan: Plan, now: number): Plan {
  const lengthMs = Date.parse(plan.expirationTime ?? '') - Date.parse(plan.startTime ?? '');
  const expirationTime = new Date(now + lengthMs).toISOString();
  const planModules = plan.planModules.map((module) => ({ ...module, expirationTime }));
  return { ...plan, planState: 'ACTIVE', startTime: new Date(now).toISOString(), expirationTime, planModules };
}

function balanceOf(offer: Offer) {
  const quotaBytes = offer.quotaBytes ?? UNLIMITED_BYTES;
  return { quotaBytes, remainingBytes: quotaBytes, reservedBytes: '0' };
}

function manner(offer: Offer) {
  return { overUsagePolicy: offer.overUsagePolicy ?? 'BLOCKED', maxRateKbps: offer.maxRateKbps ?? '0' } as const;
}

function durationMs(offer: Offer): number {
  return Number.parseInt(offer.duration, 10) * 1000;
}
