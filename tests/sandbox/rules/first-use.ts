import type { Card, Module, Plan } from '../wire.ts';
import { generalDataPositions } from './modules.ts';

/** A plan that is used for the first time begins, unless there is other data to use. */
export function withFirstUse(card: Card, now: number): Card {
  if (!Array.isArray(card.plans) || generalDataPositions(card, now).length > 0) return card;
  const first = card.plans.find((plan) => isUnstarted(plan, now));
  return first ? { ...card, plans: card.plans.map((plan) => (plan === first ? beginPlan(plan, now) : plan)) } : card;
}

/** The card as it was before its first use, with all its data; its plans lapse `msBeforeLapse` from now. */
export function asUnstarted(card: Card, msBeforeLapse: number, now: number): Card {
  return { ...card, cardState: 'ACTIVE', plans: card.plans.map((plan) => unstartPlan(plan, now + msBeforeLapse)) };
}

/** It begins at first use, has not begun, and has not lapsed. */
function isUnstarted({ planState, startBefore }: Plan, now: number): boolean {
  return planState === 'NOT_STARTED' && !(Date.parse(startBefore ?? '') <= now);
}

function beginPlan({ duration = '2592000s', startBefore: _, ...plan }: Plan, now: number): Plan {
  const expirationTime = new Date(now + Number.parseInt(duration, 10) * 1000).toISOString();
  return { ...plan, planState: 'ACTIVE', startTime: new Date(now).toISOString(), expirationTime };
}

function unstartPlan({ startTime, expirationTime, ...plan }: Plan, lapsesAt: number): Plan {
  const lengthS = Math.round((Date.parse(expirationTime ?? '') - Date.parse(startTime ?? '')) / 1000);
  const duration = lengthS > 0 ? { duration: `${lengthS}s` } : {};
  const startBefore = new Date(lapsesAt).toISOString();
  return { ...plan, ...duration, planState: 'NOT_STARTED', startBefore, planModules: plan.planModules.map(unused) };
}

function unused({ expirationTime: _, ...module }: Module): Module {
  const { byteBalance } = module;
  return {
    ...module,
    planModuleState: 'ACTIVE',
    ...(byteBalance ? { byteBalance: { ...byteBalance, remainingBytes: byteBalance.quotaBytes } } : {}),
  };
}
