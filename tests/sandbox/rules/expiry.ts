import type { Card, Module, Plan } from '../wire.ts';
import { endOf, mainModulePosition, moduleAt } from './modules.ts';

const EXPIRING_SOON_MS = 72 * 3_600_000;

/** Sets the states that depend on time: ended and lapsed plans become EXPIRED, queued plans that are due ACTIVE. */
export function applyExpiry(card: Card, now: number): Card {
  // A card that a test made malformed is sent unchanged.
  if (!Array.isArray(card.plans) || !card.plans.every((plan) => Array.isArray(plan?.planModules))) return card;
  const plans = card.plans.map((plan) => applyPlanExpiry(plan, now));
  if (plans.every((plan, index) => plan === card.plans[index])) return card;
  const isExpired = !plans.some((plan) => plan.planState !== 'EXPIRED');
  const cardState = isExpired && (card.cardState ?? 'ACTIVE') === 'ACTIVE' ? { cardState: 'EXPIRED' as const } : {};
  return { ...card, ...cardState, plans };
}

function applyPlanExpiry(plan: Plan, now: number): Plan {
  if (plan.planState === 'QUEUED' && Date.parse(plan.startTime ?? '') <= now) {
    return applyPlanExpiry({ ...plan, planState: 'ACTIVE' }, now);
  }
  if (plan.planState === 'NOT_STARTED') {
    return Date.parse(plan.startBefore ?? '') <= now ? { ...plan, planState: 'EXPIRED' } : plan;
  }
  const planModules = plan.planModules.map((module) => applyModuleExpiry(module, plan, now));
  const hasEnded = Date.parse(plan.expirationTime ?? '') <= now && plan.planState !== 'EXPIRED';
  if (!hasEnded && planModules.every((module, index) => module === plan.planModules[index])) return plan;
  return { ...plan, ...(hasEnded ? { planState: 'EXPIRED' as const } : {}), planModules };
}

function applyModuleExpiry(module: Module, plan: Plan, now: number): Module {
  const end = endOf(module, plan);
  if (end === null || end > now || module.planModuleState === 'EXPIRED') return module;
  return { ...module, planModuleState: 'EXPIRED' };
}

/** Shifts all times of the card so that its main module expires `msBeforeExpiry` from now. */
export function withExpiryIn(card: Card, msBeforeExpiry: number, now: number): Card {
  const position = mainModulePosition(card, now);
  const plan = position && card.plans[position.plan];
  const end = plan ? endOf(moduleAt(card, position), plan) : null;
  if (!position || end === null) throw new Error(`the card ${card.userKey} has no end to move`);
  const shiftMs = now + msBeforeExpiry - end;
  const plans = card.plans.map((each, index) => {
    const moved = shiftPlan(each, shiftMs);
    return index === position.plan && msBeforeExpiry > 0 ? reactivatePlan(moved, msBeforeExpiry) : moved;
  });
  const isReactivated = msBeforeExpiry > 0 && card.cardState === 'EXPIRED';
  return { ...card, ...(isReactivated ? { cardState: 'ACTIVE' as const } : {}), plans };
}

function reactivatePlan(plan: Plan, msBeforeExpiry: number): Plan {
  const planModuleState = msBeforeExpiry <= EXPIRING_SOON_MS ? 'EXPIRING_SOON' : 'ACTIVE';
  const planModules = plan.planModules.map((module): Module => ({ ...module, planModuleState }));
  return { ...plan, planState: 'ACTIVE', planModules };
}

function shiftPlan(plan: Plan, shiftMs: number): Plan {
  const planModules = plan.planModules.map((module) => ({
    ...module,
    ...shiftTime('expirationTime', module.expirationTime, shiftMs),
  }));
  const renewal = plan.autoRenew && {
    autoRenew: { ...plan.autoRenew, ...shiftTime('nextChargeTime', plan.autoRenew.nextChargeTime, shiftMs) },
  };
  return {
    ...plan,
    ...shiftTime('startTime', plan.startTime, shiftMs),
    ...shiftTime('expirationTime', plan.expirationTime, shiftMs),
    ...renewal,
    planModules,
  };
}

function shiftTime<K extends string>(key: K, time: string | undefined, shiftMs: number): { [Key in K]?: string } {
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return {};
  return { [key]: new Date(at + shiftMs).toISOString() } as { [Key in K]?: string };
}
