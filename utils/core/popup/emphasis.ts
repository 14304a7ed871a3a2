import { overReasons, type StatusReason, type UsageStatus } from '../forecast/usage-status.ts';
import type { OrderStep } from './order-step.ts';
import { canRenewBefore, type UserAct } from './user-act.ts';

/**
 * What the popup stresses. `primary`: its one filled button; question: the one that goes on with a purchase in doubt.
 * `renew` folded: only among the other plans. `focus`: where the popup opens.
 */
export type Emphasis = {
  primary: 'none' | 'renew' | 'order' | 'act' | 'question';
  renew: 'filled' | 'quiet' | 'folded' | 'hidden';
  focus: 'heading' | 'primary';
};

export type EmphasisInput = {
  status: UsageStatus;
  reason: StatusReason;
  /** What only the user can do. */
  act: UserAct | null;
  /** The next step of the order that comes first; null: none is open. */
  step: OrderStep | null;
  /** The last order came to nothing, though the user wanted it. */
  hasFailed: boolean;
  canRenew: boolean;
  /** One that is paid already. later: begins when this one ends, or at its time · at-hand: begins when it is used. */
  nextPlan: 'none' | 'later' | 'at-hand';
  /** A purchase waits for the answer to a question. */
  isAsking: boolean;
};

/** There is nothing left to use now: a plan that begins later does not help. */
const usedUpReasons: readonly StatusReason[] = ['no-data-left', 'throttled', 'pay-as-you-go'];

/** Emphasis follows need: at most one filled button, and only where something is to be done. */
export function decideEmphasis(input: EmphasisInput): Emphasis {
  const calm = withoutQuestion(input);
  if (!input.isAsking) return calm;
  return { primary: 'question', renew: calm.renew === 'filled' ? 'quiet' : calm.renew, focus: 'primary' };
}

function withoutQuestion(input: EmphasisInput): Emphasis {
  const { reason, act, step, hasFailed, canRenew } = input;
  if (act !== null) {
    const isShown = step === null && canRenew && canRenewBefore(act);
    const renew = isShown ? 'quiet' : 'hidden';
    // Neither answer is the one to expect.
    return act === 'answer'
      ? { primary: 'none', renew, focus: 'heading' }
      : { primary: 'act', renew, focus: 'primary' };
  }
  if (step !== null) {
    return step === 'wait' || step === 'answer'
      ? { primary: 'none', renew: 'folded', focus: 'heading' }
      : { primary: 'order', renew: 'folded', focus: 'primary' };
  }
  // Nothing that is bought starts before the seller lifts that.
  if (!canRenew || reason === 'suspended') return { primary: 'none', renew: 'hidden', focus: 'heading' };
  return isShort(input) || hasFailed
    ? { primary: 'renew', renew: 'filled', focus: 'primary' }
    : { primary: 'none', renew: 'quiet', focus: 'heading' };
}

function isShort({ status, reason, nextPlan }: EmphasisInput): boolean {
  if (status !== 'warning' && status !== 'critical') return false;
  if (overReasons.includes(reason)) return true;
  return usedUpReasons.includes(reason) ? nextPlan !== 'at-hand' : nextPlan === 'none';
}
