import type { Card, Module, Plan } from '../wire.ts';
import { endOf, mainPlace, moduleAt } from './modules.ts';

const SOON_MS = 72 * 3_600_000;

/** The card with what time alone has changed: ended plans are EXPIRED, queued ones that are due ACTIVE. */
export function asOf(card: Card, now: number): Card {
  // A test may have stored a card that is malformed on purpose: it is sent as it is.
  if (!Array.isArray(card.plans) || !card.plans.every((plan) => Array.isArray(plan?.planModules))) return card;
  const plans = card.plans.map((plan) => planAsOf(plan, now));
  if (plans.every((plan, index) => plan === card.plans[index])) return card;
  const hasLapsed = !plans.some((plan) => plan.planState !== 'EXPIRED');
  const cardState = hasLapsed && (card.cardState ?? 'ACTIVE') === 'ACTIVE' ? { cardState: 'EXPIRED' as const } : {};
  return { ...card, ...cardState, plans };
}

function planAsOf(plan: Plan, now: number): Plan {
  if (plan.planState === 'QUEUED' && Date.parse(plan.startTime ?? '') <= now) {
    return planAsOf({ ...plan, planState: 'ACTIVE' }, now);
  }
  const planModules = plan.planModules.map((module) => moduleAsOf(module, plan, now));
  const hasEnded = Date.parse(plan.expirationTime ?? '') <= now && plan.planState !== 'EXPIRED';
  if (!hasEnded && planModules.every((module, index) => module === plan.planModules[index])) return plan;
  return { ...plan, ...(hasEnded ? { planState: 'EXPIRED' as const } : {}), planModules };
}

function moduleAsOf(module: Module, plan: Plan, now: number): Module {
  const end = endOf(module, plan);
  if (end === null || end > now || module.planModuleState === 'EXPIRED') return module;
  return { ...module, planModuleState: 'EXPIRED' };
}

/** Every time of the card moved by as much as brings the end of its main module to `msBeforeExpiry` from now. */
export function withEndIn(card: Card, msBeforeExpiry: number, now: number): Card {
  const place = mainPlace(card, now);
  const plan = place && card.plans[place.plan];
  const end = plan ? endOf(moduleAt(card, place), plan) : null;
  if (!place || end === null) throw new Error(`the card ${card.userKey} has no end to move`);
  const shift = now + msBeforeExpiry - end;
  const plans = card.plans.map((each, index) => {
    const moved = shiftedPlan(each, shift);
    return index === place.plan && msBeforeExpiry > 0 ? revived(moved, msBeforeExpiry) : moved;
  });
  const isRevived = msBeforeExpiry > 0 && card.cardState === 'EXPIRED';
  return { ...card, ...(isRevived ? { cardState: 'ACTIVE' as const } : {}), plans };
}

function revived(plan: Plan, msBeforeExpiry: number): Plan {
  const planModuleState = msBeforeExpiry <= SOON_MS ? 'EXPIRING_SOON' : 'ACTIVE';
  const planModules = plan.planModules.map((module): Module => ({ ...module, planModuleState }));
  return { ...plan, planState: 'ACTIVE', planModules };
}

function shiftedPlan(plan: Plan, shift: number): Plan {
  const planModules = plan.planModules.map((module) => ({
    ...module,
    ...shiftedTime('expirationTime', module.expirationTime, shift),
  }));
  const renewal = plan.autoRenew && {
    autoRenew: { ...plan.autoRenew, ...shiftedTime('nextChargeTime', plan.autoRenew.nextChargeTime, shift) },
  };
  return {
    ...plan,
    ...shiftedTime('startTime', plan.startTime, shift),
    ...shiftedTime('expirationTime', plan.expirationTime, shift),
    ...renewal,
    planModules,
  };
}

function shiftedTime<K extends string>(key: K, time: string | undefined, shift: number): { [Key in K]?: string } {
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return {};
  return { [key]: new Date(at + shift).toISOString() } as { [Key in K]?: string };
}
