import { describe, expect, test } from 'vitest';
import { defaultSeller, type Seller } from '../../../../utils/core/accounts/account.ts';
import { failureActOf, requiredAct } from '../../../../utils/core/popup/user-act.ts';
import type { Failure, FailureKind } from '../../../../utils/core/values/failure.ts';
import { makeCard } from '../../support/builders.ts';
import { makeManualPlan } from '../manual/manual-setup.ts';

const plain = defaultSeller('hologram', 'Hologram');
const withSignIn: Seller = { ...plain, signIn: true };
const hotspot: Seller = { ...plain, meteredBy: 'hotspot' };
const page = { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null };
const website: Seller = { ...plain, page };
const byHand: Seller = { ...plain, meteredBy: 'user', manualPlan: makeManualPlan() };
const reachable: Seller = { ...plain, support: { ...plain.support, email: 'help@axis.example' } };
const failureOf = (kind: FailureKind) => ({ kind }) as Failure;

test.each<[FailureKind, Seller, ReturnType<typeof failureActOf>]>([
  ['permission-missing', plain, 'allow'],
  ['permission-missing', website, 'allow'],
  ['captive-portal', plain, 'open-wifi-page'],
  ['captive-portal', website, 'open-wifi-page'],
  ['signed-out', withSignIn, 'sign-in'],
  ['card-gone', withSignIn, 'sign-in'],
  ['not-vouched', withSignIn, 'sign-in'],
  ['signed-out', plain, 'enter-key'],
  ['signed-out', website, 'open-page'],
  ['page-changed', website, 'point-again'],
  ['forbidden', website, 'open-page'],
  ['locked', hotspot, 'open-page'],
  ['forbidden', hotspot, 'connect'],
  ['unsendable', plain, 'connect'],
  ['closed', plain, 'enter-by-hand'],
  ['unsupported', website, 'enter-by-hand'],
  ['forbidden', reachable, 'ask-seller'],
  ['forbidden', plain, 'retry'],
  ['offline', website, 'retry'],
  ['no-answer', plain, 'retry'],
  ['unreadable', plain, 'retry'],
])('%s leads to what helps', (kind, seller, act) => {
  expect(failureActOf(failureOf(kind), seller)).toBe(act);
});

describe('nobody but the user can', () => {
  const required = (some: Partial<Parameters<typeof requiredAct>[0]>) =>
    requiredAct({ failure: null, seller: plain, card: makeCard(), isOld: false, ...some });

  test('sign in, allow or go on by hand', () => {
    expect(required({ failure: failureOf('signed-out'), seller: withSignIn })).toBe('sign-in');
    expect(required({ failure: failureOf('permission-missing') })).toBe('allow');
    expect(required({ failure: failureOf('closed') })).toBe('enter-by-hand');
  });

  test('ask a seller that has suspended the card, where it can be reached', () => {
    const card = makeCard(undefined, { state: 'suspended' });
    expect(required({ card, seller: reachable })).toBe('ask-seller');
    expect(required({ card })).toBeNull();
    const noNumber = {
      ...plain,
      support: { ...plain.support, phone: 'see our app' },
      accountUrl: 'http://axis.example/',
    };
    expect(required({ card, seller: noNumber })).toBeNull();
  });

  test('say what is left of a card kept by hand, once that is old and where it is counted', () => {
    expect(required({ seller: byHand, isOld: true })).toBe('enter-left');
    expect(required({ seller: byHand })).toBeNull();
    expect(required({ isOld: true })).toBeNull();
    const uncounted = { ...byHand, manualPlan: makeManualPlan({ quotaBytes: null, left: null }) };
    expect(required({ seller: uncounted, isOld: true })).toBeNull();
  });

  test('tell whether a figure is this card’s', () => {
    const jump = { kind: 'rise', leftBytes: 1, measuredAt: 0, needsPerson: { leftBytes: 2 } } as const;
    expect(required({ card: makeCard(undefined, { unconfirmed: jump }) })).toBe('answer');
    expect(required({ failure: failureOf('other-account'), seller: website })).toBe('answer');
    const { needsPerson: _, ...unconfirmed } = jump;
    expect(required({ card: makeCard(undefined, { unconfirmed }) })).toBeNull();
  });

  test.each(['offline', 'no-answer', 'seller-down', 'captive-portal', 'locked', 'away'] as const)(
    'not end %s: that passes',
    (kind) => {
      expect(required({ failure: failureOf(kind) })).toBeNull();
    },
  );
});
