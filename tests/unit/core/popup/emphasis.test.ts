import { describe, expect, test } from 'vitest';
import type { StatusReason, UsageStatus } from '../../../../utils/core/forecast/usage-status.ts';
import { decideEmphasis, type Emphasis, type EmphasisInput } from '../../../../utils/core/popup/emphasis.ts';

const calm: EmphasisInput = {
  ...{ status: 'ok', reason: 'lasts', act: null, step: null, hasFailed: false },
  ...{ canRenew: true, nextPlan: 'none', isAsking: false },
};

const quiet: Emphasis = { primary: 'none', renew: 'quiet', focus: 'heading' };
const filled: Emphasis = { primary: 'renew', renew: 'filled', focus: 'primary' };
const order: Emphasis = { primary: 'order', renew: 'folded', focus: 'primary' };
const waiting: Emphasis = { primary: 'none', renew: 'folded', focus: 'heading' };

const decide = (some: Partial<EmphasisInput>) => decideEmphasis({ ...calm, ...some });

describe('without an order, and with nothing the user has to do,', () => {
  test.each<[UsageStatus, StatusReason, EmphasisInput['nextPlan'], Emphasis]>([
    ['ok', 'lasts', 'none', quiet],
    ['ok', 'unlimited', 'none', quiet],
    ['ok', 'not-started', 'at-hand', quiet],
    ['unknown', 'no-plan', 'none', quiet],
    ['unknown', 'unconfirmed', 'none', quiet],
    ['warning', 'close', 'none', filled],
    ['critical', 'runs-out', 'none', filled],
    ['critical', 'no-data-left', 'none', filled],
    ['critical', 'expired', 'none', filled],
    ['warning', 'close', 'later', quiet],
    ['critical', 'runs-out', 'later', quiet],
    ['critical', 'no-data-left', 'later', filled],
    ['critical', 'ended', 'later', filled],
    ['critical', 'runs-out', 'at-hand', quiet],
    ['critical', 'no-data-left', 'at-hand', quiet],
    ['critical', 'expired', 'at-hand', filled],
  ])('a card that is %s (%s; a next plan: %s) is renewed thus', (status, reason, nextPlan, expected) => {
    expect(decide({ status, reason, nextPlan })).toEqual(expected);
  });

  test('what cannot be renewed has no button for it', () => {
    const none = { primary: 'none', renew: 'hidden', focus: 'heading' };
    expect(decide({ canRenew: false })).toEqual(none);
    expect(decide({ canRenew: false, status: 'critical', reason: 'runs-out' })).toEqual(none);
    expect(decide({ status: 'critical', reason: 'suspended' })).toEqual(none);
  });
});

describe('an open order', () => {
  test.each(['accept', 'pay', 'pay-again', 'try-again', 'check', 'contact'] as const)(
    'whose next step is %s has that as the one button, and the plans fold',
    (step) => {
      expect(decide({ step })).toEqual(order);
      expect(decide({ step, status: 'critical', reason: 'runs-out' })).toEqual(order);
    },
  );

  test.each(['wait', 'answer'] as const)(
    'that only has to %s fills nothing, and nothing is bought beside it',
    (step) => {
      expect(decide({ step, status: 'critical', reason: 'no-data-left' })).toEqual(waiting);
    },
  );

  test('that failed is made again by the large button, also on a calm card', () => {
    expect(decide({ hasFailed: true })).toEqual(filled);
    expect(decide({ hasFailed: true, canRenew: false }).primary).toBe('none');
  });
});

describe('what nobody but the user can do', () => {
  test.each(['sign-in', 'enter-key', 'allow', 'connect', 'ask-seller', 'enter-by-hand'] as const)(
    'is the one button, and renewing is not shown: %s',
    (act) => {
      for (const status of ['ok', 'critical'] as const) {
        expect(decide({ act, status })).toEqual({ primary: 'act', renew: 'hidden', focus: 'primary' });
      }
    },
  );

  test.each(['enter-left', 'point-again', 'open-page'] as const)(
    'leaves renewing quiet where that works: %s',
    (act) => {
      expect(decide({ act })).toEqual({ primary: 'act', renew: 'quiet', focus: 'primary' });
      expect(decide({ act, canRenew: false }).renew).toBe('hidden');
    },
  );

  test('comes before an order, of which everything depends on it', () => {
    expect(decide({ act: 'sign-in', step: 'pay' })).toEqual({
      ...{ primary: 'act', renew: 'hidden', focus: 'primary' },
    });
  });

  test('has no button where it is a question: neither answer is the one to expect', () => {
    expect(decide({ act: 'answer', status: 'critical' })).toEqual({
      primary: 'none',
      renew: 'hidden',
      focus: 'heading',
    });
  });
});

test('while a purchase in doubt is asked about, its answer is the only filled button', () => {
  const states: Partial<EmphasisInput>[] = [{}, { status: 'critical', reason: 'runs-out' }, { step: 'pay' }];
  for (const state of states) {
    const { primary, renew } = decide({ ...state, isAsking: true });
    expect([primary, renew === 'filled']).toEqual(['question', false]);
  }
});
