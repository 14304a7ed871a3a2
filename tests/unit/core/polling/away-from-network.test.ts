import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asksWhenOpened,
  type CheckState,
  decideNextCheck,
  isHeld,
} from '../../../../utils/core/polling/check-schedule.ts';
import { type Failure, holdOf, needsPerson } from '../../../../utils/core/values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { answerError, away, unreadable } from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { start } from '../../support/builders.ts';

/* A hotspot left at home is no fault of anybody's: it is asked as ever, so that its figures are there as soon as it is. */

const failure: Failure = { kind: 'away' };
const next = (some: object = {}) =>
  decideNextCheck({ failure, failures: 1, now: start, paceMs: 15 * minuteMs, floorMs: 0, random: 0.5, ...some });

describe('while its network is elsewhere, a source', () => {
  test('is asked at the usual pace, however often it did not answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        expect(next({ failures, random })).toEqual({ at: start + 15 * minuteMs, why: 'pace' });
      }),
    );
  });

  test('is not asked more often than it wants, nor more often than the person does', () => {
    expect(next({ floorMs: 3 * hourMs }).at).toBe(start + 3 * hourMs);
    expect(next({ paceMs: 2 * hourMs, floorMs: hourMs }).at).toBe(start + 2 * hourMs);
  });

  test('is asked when the popup is opened, and needs nobody', () => {
    const at = { triedAt: start, nextCheckAt: start + dayMs, failingSince: start, askedAt: null };
    const check: CheckState = { failure, failures: 9, why: 'pace', ...at };
    expect(asksWhenOpened(check, null, start + minuteMs)).toBe(true);
    expect([isHeld(check, start), holdOf(failure), needsPerson(failure)]).toEqual([false, null, false]);
  });
});

describe('of a source that answers on its own network alone', () => {
  const noAnswer = new TypeError('Failed to fetch');
  const kindOf = (error: unknown, isNearby: boolean, isOnline = true) =>
    toFailure(error, start, isOnline, isNearby).kind;

  test.each([
    ['no answer', noAnswer, 'no-answer'],
    ['a redirect', answerError(0), 'captive-portal'],
    ['a network that wants a sign-in', answerError(511), 'captive-portal'],
  ])('%s says that the computer is elsewhere; of any other it does not', (_what, error, kind) => {
    expect([kindOf(error, true), kindOf(error, false)]).toEqual(['away', kind]);
  });

  test.each([
    ['a wrong password', answerError(401), 'signed-out'],
    ['a refusal', answerError(403), 'forbidden'],
    ['too many requests', answerError(429), 'rate-limited'],
    ['a fault', answerError(500), 'seller-down'],
    ['nonsense', unreadable('not XML'), 'unreadable'],
    ['something that is no error', 'broken', 'unreadable'],
  ])('%s is what it is anywhere', (_what, error, kind) => {
    expect([kindOf(error, true), kindOf(error, false)]).toEqual([kind, kind]);
  });

  test('no network at all is offline, not elsewhere', () => {
    expect([kindOf(noAnswer, true, false), kindOf(noAnswer, false, false)]).toEqual(['offline', 'offline']);
  });

  test('a stranger’s answer says so by itself', () => {
    expect([kindOf(away(), true), kindOf(away(), false)]).toEqual(['away', 'away']);
  });
});
