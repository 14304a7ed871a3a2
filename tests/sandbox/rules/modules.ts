import type { Card, Module, Plan } from '../wire.ts';

export const UNLIMITED_BYTES = '9223372036854775807';

export type ModulePosition = { plan: number; module: number };

export function endOf(module: Module, plan: Plan): number | null {
  const end = Date.parse(module.expirationTime ?? plan.expirationTime ?? '');
  return Number.isNaN(end) ? null : end;
}

export function isCurrentPlan(plan: Plan, now: number): boolean {
  const start = Date.parse(plan.startTime ?? '');
  const end = Date.parse(plan.expirationTime ?? '');
  return (plan.planState ?? 'ACTIVE') === 'ACTIVE' && !(start > now) && !(end <= now);
}

/** The modules that general traffic uses, in the card's order. */
export function generalDataPositions(card: Card, now: number): ModulePosition[] {
  const positions: ModulePosition[] = [];
  for (const [planIndex, plan] of card.plans.entries()) {
    if (!isCurrentPlan(plan, now)) continue;
    for (const [moduleIndex, module] of plan.planModules.entries()) {
      const end = endOf(module, plan);
      const isGeneric = (module.trafficCategories ?? ['GENERIC']).includes('GENERIC');
      const hasEnded = module.planModuleState === 'EXPIRED' || (end !== null && end <= now);
      if (isGeneric && !hasEnded) positions.push({ plan: planIndex, module: moduleIndex });
    }
  }
  return positions;
}

/** The first module for general traffic, else the first module of any kind. */
export function mainModulePosition(card: Card, now: number): ModulePosition | null {
  const generalData = generalDataPositions(card, now)[0];
  if (generalData) return generalData;
  const plan = card.plans.findIndex((each) => each.planModules.length > 0);
  return plan < 0 ? null : { plan, module: 0 };
}

export function moduleAt(card: Card, position: ModulePosition): Module {
  const module = card.plans[position.plan]?.planModules[position.module];
  if (!module) throw new Error(`the card ${card.userKey} has no module there`);
  return module;
}

export function withModule(card: Card, position: ModulePosition, module: Module): Card {
  const plans = card.plans.map((plan, planIndex) => {
    if (planIndex !== position.plan) return plan;
    return { ...plan, planModules: plan.planModules.map((each, index) => (index === position.module ? module : each)) };
  });
  return { ...card, plans };
}
