import type { Card, Module, Offer, Plan } from '../wire.ts';
import {
  endOf,
  generalDataPositions,
  isCurrentPlan,
  type ModulePosition,
  moduleAt,
  UNLIMITED_BYTES,
} from './modules.ts';

export type CreditResult = {
  card: Card;
  /** In the future for a queued plan. */
  startsAt: number;
};

/** Applies a paid offer to the card. A card without an active plan gets a new one, whatever the purchase effect. */
export function creditCard(card: Card, offer: Offer, now: number): CreditResult {
  const position = generalDataPositions(card, now)[0];
  const effect = offer.purchaseEffect ?? 'ADD';
  if (!position || effect === 'REPLACE') return { card: withNewPlan(card, offer, now), startsAt: now };
  if (effect === 'QUEUE') return queuePlan(card, offer, now);
  const plan = card.plans[position.plan];
  const end = plan ? (endOf(moduleAt(card, position), plan) ?? 0) : 0;
  const endFromNow = now + durationMs(offer);
  const newEnd = effect === 'RESET_VALIDITY' ? endFromNow : Math.max(end, endFromNow);
  return { card: withAddedData(card, position, offer, newEnd), startsAt: now };
}

/** Starts a queued plan now and removes the active one. */
export function withQueuedStarted(card: Card, startsAt: number, now: number): Card {
  const plans = card.plans
    .filter(hasNotBegun)
    .map((plan) =>
      plan.planState === 'QUEUED' && Date.parse(plan.startTime ?? '') === startsAt ? startPlan(plan, now) : plan,
    );
  return { ...card, cardState: 'ACTIVE', plans };
}

export function withoutQueued(card: Card, startsAt: number): Card {
  const isRefunded = (plan: Plan) => plan.planState === 'QUEUED' && Date.parse(plan.startTime ?? '') === startsAt;
  return { ...card, plans: card.plans.filter((plan) => !isRefunded(plan)) };
}

function withNewPlan(card: Card, offer: Offer, now: number): Card {
  return {
    ...card,
    cardState: 'ACTIVE',
    plans: [toPlan(offer, 'ACTIVE', now, 'main'), ...card.plans.filter(hasNotBegun)],
  };
}

function hasNotBegun({ planState }: Plan): boolean {
  return planState === 'QUEUED' || planState === 'NOT_STARTED';
}

function queuePlan(card: Card, offer: Offer, now: number): CreditResult {
  const running = card.plans.filter((plan) => plan.planState === 'QUEUED' || isCurrentPlan(plan, now));
  const ends = running.flatMap((plan) => plan.planModules.map((module) => endOf(module, plan) ?? now));
  const startsAt = Math.max(now, ...ends);
  const plan = toPlan(offer, 'QUEUED', startsAt, `main-${startsAt}`);
  return { card: { ...card, plans: [...card.plans, plan] }, startsAt };
}

function withAddedData(card: Card, position: ModulePosition, offer: Offer, end: number): Card {
  const expirationTime = new Date(end).toISOString();
  const plans = card.plans.map((plan, planIndex) => {
    if (planIndex !== position.plan) return plan;
    const planModules = plan.planModules.map((module, index) =>
      index === position.module ? addQuota(module, offer, expirationTime) : module,
    );
    return { ...plan, planState: 'ACTIVE' as const, expirationTime, planModules };
  });
  return { ...card, cardState: 'ACTIVE', plans };
}

function addQuota(module: Module, offer: Offer, expirationTime: string): Module {
  const { coarseUpperBytes: _, ...rest } = module;
  const renewed: Module = { ...rest, expirationTime, planModuleState: 'ACTIVE', coarseBalanceLevel: 'HIGH_QUOTA' };
  if (offer.quotaBytes === undefined) return { ...renewed, ...overUsageOf(offer), byteBalance: balanceOf(offer) };
  if (!module.byteBalance || module.byteBalance.quotaBytes === UNLIMITED_BYTES) return renewed;
  const { quotaBytes, remainingBytes } = module.byteBalance;
  const addedBytes = BigInt(offer.quotaBytes);
  const byteBalance = {
    ...module.byteBalance,
    quotaBytes: String(BigInt(quotaBytes) + addedBytes),
    remainingBytes: String(BigInt(remainingBytes) + addedBytes),
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
    ...overUsageOf(offer),
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

function startPlan(plan: Plan, now: number): Plan {
  const lengthMs = Date.parse(plan.expirationTime ?? '') - Date.parse(plan.startTime ?? '');
  const expirationTime = new Date(now + lengthMs).toISOString();
  const planModules = plan.planModules.map((module) => ({ ...module, expirationTime }));
  return { ...plan, planState: 'ACTIVE', startTime: new Date(now).toISOString(), expirationTime, planModules };
}

function balanceOf(offer: Offer) {
  const quotaBytes = offer.quotaBytes ?? UNLIMITED_BYTES;
  return { quotaBytes, remainingBytes: quotaBytes, reservedBytes: '0' };
}

function overUsageOf(offer: Offer) {
  return { overUsagePolicy: offer.overUsagePolicy ?? 'BLOCKED', maxRateKbps: offer.maxRateKbps ?? '0' } as const;
}

function durationMs(offer: Offer): number {
  return Number.parseInt(offer.duration, 10) * 1000;
}
