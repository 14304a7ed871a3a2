import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CheckState,
  decideNextCheck,
  isRetryAfterActive,
  shouldRefreshOnOpen,
} from '../../../../utils/core/polling/check-schedule.ts';
import { type Failure, needsUserAction, retryAfterOf } from '../../../../utils/core/values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import {
  invalidResponseError,
  notOnNetworkError,
  providerError,
} from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { start } from '../../support/builders.ts';

/*
 * A hotspot left at home is no fault of anybody's: it is asked as ever, so that its figures are there as soon as it is.
 */

const failure: Failure = { kind: 'away' };
const next = (some: object = {}) =>
  decideNextCheck({
    failure,
    failures: 1,
    now: start,
    pollIntervalMs: 15 * minuteMs,
    floorMs: 0,
    random: 0.5,
    ...some,
  });

describe('while its network is elsewhere, a source', () => {
  test('is asked at the usual pace, however often it did not answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        expect(next({ failures, random })).toEqual(next({ failure: null, failures: 0, random }));
      }),
    );
  });

  test('is not asked more often than it wants, nor more often than the person does', () => {
    expect(next({ floorMs: 3 * hourMs, random: 0 }).at).toBe(start + 3 * hourMs);
    expect(next({ pollIntervalMs: 2 * hourMs, floorMs: hourMs }).at).toBe(start + 2 * hourMs);
  });

  test('is asked when the popup is opened, and needs nobody', () => {
    const at = {
      triedAt: start,
      nextCheckAt: start + dayMs,
      failingSince: start,
      manualRefreshAt: null,
      isNotified: false,
      pace: null,
      updateGapsMs: [],
    };
    const check: CheckState = { failure, failures: 9, reason: 'poll-interval', ...at };
    expect(shouldRefreshOnOpen(check, null, start + minuteMs)).toBe(true);
    expect([isRetryAfterActive(check, start), retryAfterOf(failure), needsUserAction(failure)]).toEqual([
      false,
      null,
      false,
    ]);
  });
});

describe('of a source that answers on its own network alone', () => {
  const noAnswer = new TypeError('Failed to fetch');
  const kindOf = (error: unknown, isNearby: boolean, isOnline = true) =>
    toFailure(error, start, isOnline, isNearby).kind;

  test.each([
    ['no answer', noAnswer, 'no-answer'],
    ['a redirect', providerError(0), 'captive-portal'],
    ['a network that wants a sign-in', providerError(511), 'captive-portal'],
  ])('%s says that the computer is elsewhere; of any other it does not', (_what, error, kind) => {
    expect([kindOf(error, true), kindOf(error, false)]).toEqual(['away', kind]);
  });

  test.each([
    ['a refusal', providerError(403), 'forbidden'],
    ['too many requests', providerError(429), 'rate-limited'],
    ['a fault', providerError(500), 'seller-down'],
    ['nonsense', invalidResponseError('not XML'), 'unreadable'],
    ['something that is no error', 'broken', 'unreadable'],
  ])('%s is what it is anywhere', (_what, error, kind) => {
    expect([kindOf(error, true), kindOf(error, false)]).toEqual([kind, kind]);
  });

  test('no network at all is offline, not elsewhere', () => {
    expect([kindOf(noAnswer, true, false), kindOf(noAnswer, false, false)]).toEqual(['offline', 'offline']);
  });

  test('a stranger’s answer says so by itself', () => {
    expect([kindOf(notOnNetworkError(), true), kindOf(notOnNetworkError(), false)]).toEqual(['away', 'away']);
  });

  test('8.12 a page that wants a sign-in is its usual state, asked about at the usual pace and by an opened popup', () => {
    const locked = toFailure(providerError(401), start, true, true);
    expect([locked, toFailure(providerError(401), start, true)]).toEqual([{ kind: 'locked' }, { kind: 'signed-out' }]);
    expect(next({ failure: locked, failures: 9 })).toEqual(next({ failure: null, failures: 0 }));
    expect(needsUserAction(locked)).toBe(false);
  });
});
