import { describe, expect, test } from 'vitest';
import type { Forecast } from '../../../../utils/core/forecast/forecast.ts';
import { type JudgeInput, judgeCard } from '../../../../utils/core/toolbar/judge-card.ts';
import type { Failure } from '../../../../utils/core/values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, makeSnapshot, start } from '../../support/builders.ts';

const none: Forecast = { kind: 'none' };
const withLeft = (left: number) => makeCard([makeModule(known(left))]);
const judge = (input: Partial<JudgeInput> = {}) =>
  judgeCard({
    ...{ card: withLeft(2.5e9), snapshot: makeSnapshot(), forecast: none, failure: null },
    ...{ intervalMs: 15 * minuteMs, now: start },
    ...input,
  });

describe('what is kept of a card', () => {
  test('is what it has, when it expires, how it stands and until when that is so', () => {
    expect(judge()).toEqual({
      balance: { kind: 'known', leftBytes: 2.5e9, totalBytes: 3e9 },
      endsAt: start + 20 * dayMs,
      status: 'ok',
      validUntil: start + 30 * minuteMs,
    });
  });

  test.each([
    [0.5e9, 'warning'],
    [0.2e9, 'critical'],
    [0, 'critical'],
  ])('with %d bytes of 3 GB left is %s', (left, status) => {
    expect(judge({ card: withLeft(left) }).status).toBe(status);
  });

  test('is the same as time passes, until it may not be', () => {
    const first = judge();
    for (const passed of [0, minuteMs, 29 * minuteMs]) expect(judge({ now: start + passed })).toEqual(first);
  });

  test('is by our clock, whatever the seller’s says', () => {
    const skewMs = 3 * hourMs;
    const snapshot = makeSnapshot({ skewMs, expiresAt: start + 6 * hourMs });
    const judged = judge({ snapshot });
    expect(judged.endsAt).toBe(start + 20 * dayMs - skewMs);
    expect(judged.validUntil).toBe(start + 30 * minuteMs);
  });

  test('holds no longer than a plan of it', () => {
    const endsAt = start + 10 * minuteMs;
    const card = makeCard([], { plans: [makePlan([makeModule()], { expiresAt: endsAt })] });
    expect(judge({ card }).validUntil).toBe(endsAt);
  });

  test('of old figures does not hold any more', () => {
    const now = start + 2 * hourMs;
    expect(judge({ now }).validUntil).toBeLessThan(now);
  });
});

describe('what does not become untrue by its age', () => {
  const now = start + 5 * dayMs;
  const waiting: Failure[] = [{ kind: 'signed-out' }, { kind: 'permission-missing' }, { kind: 'card-gone' }];

  test.each(waiting)('an account that waits for the user: $kind', (failure) => {
    expect(judge({ failure, now })).toMatchObject({ status: 'action', validUntil: null });
  });

  test('a card that the seller has suspended waits for the user too', () => {
    expect(judge({ card: makeCard([makeModule()], { state: 'suspended' }), now })).toMatchObject({
      status: 'action',
      validUntil: null,
    });
  });

  test.each(['expired', 'grace'] as const)('a card that is over: %s', (state) => {
    const plan = makePlan([makeModule()], { state: 'expired', expiresAt: start - dayMs });
    expect(judge({ card: makeCard([], { state, plans: [plan] }), now })).toMatchObject({
      ...{ status: 'expired', endsAt: start - dayMs, validUntil: null },
    });
  });

  test('a plan that ended since the seller answered', () => {
    const plan = makePlan([makeModule()], { expiresAt: start + dayMs });
    expect(judge({ card: makeCard([], { plans: [plan] }), now })).toMatchObject({
      ...{ status: 'expired', endsAt: start + dayMs, validUntil: null },
    });
  });

  test.each([{ kind: 'offline' }, { kind: 'no-answer' }] as Failure[])(
    'but no failure that ends by itself: $kind',
    (failure) => {
      expect(judge({ failure }).status).toBe('ok');
    },
  );
});
