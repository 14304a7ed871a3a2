import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertState, alertIdFor, decideAlert, freshAlertState } from '../../../utils/core/alerts.ts';
import type { Module } from '../../../utils/core/card.ts';
import { dayMs } from '../../../utils/core/time.ts';
import { known, makeCard, makeModule, start } from './make.ts';

const thresholds = [20, 10, 0];

/** Plays readings of what is left of 3 GB; what was alerted at each. */
function play(
  lefts: number[],
  saved: AlertState = freshAlertState,
): { said: (number | null)[]; ids: string[]; state: AlertState } {
  let state = saved;
  const said: (number | null)[] = [];
  const ids: string[] = [];
  for (const left of lefts) {
    const decision = decideAlert(makeCard([makeModule(known(left))]), state, thresholds, start);
    state = decision.state;
    said.push(decision.threshold);
    if (decision.threshold !== null) ids.push(alertIdFor('a/c', decision.threshold, state));
  }
  return { said, ids, state };
}

describe('a threshold alert', () => {
  test('comes once at each crossing, inclusive', () => {
    expect(play([1e9, 0.6e9, 0.59e9, 0.3e9, 0.2e9, 0, 0]).said).toEqual([null, 20, null, 10, null, 0, null]);
  });

  test('is only the most serious of several crossed at once', () => {
    expect(play([1e9, 0, 0]).said).toEqual([null, 0, null]);
    expect(play([0.25e9, 0.2e9]).said).toEqual([10, null]);
  });

  test('comes again only after a real recovery above it', () => {
    expect(play([0.5e9, 0.51e9, 0.5e9]).said).toEqual([20, null, null]);
    expect(play([0.5e9, 2e9, 0.5e9]).said).toEqual([20, null, 20]);
    expect(play([0, 0.1e9, 0]).said).toEqual([0, null, 0]);
  });

  test('of a new cycle has an id of its own', () => {
    const { ids } = play([0.5e9, 2e9, 0.5e9]);
    expect(new Set(ids).size).toBe(2);
  });

  test('never comes of an unknown figure', () => {
    const card = makeCard([makeModule({ balance: { kind: 'unknown' } })]);
    expect(decideAlert(card, freshAlertState, thresholds, start).threshold).toBeNull();
  });

  test('is never said twice while data only goes down, nor after a restart with the saved state', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3e9 }), { minLength: 1, maxLength: 40 }), (lefts) => {
        const falling = [...lefts].sort((a, b) => b - a);
        const { said, state } = play(falling);
        const told = said.filter((threshold) => threshold !== null);
        expect(new Set(told).size).toBe(told.length);
        const last = falling.at(-1) ?? 0;
        expect(play([last, last], state).said).toEqual([null, null]);
      }),
    );
  });

  test('is said again only if the figure stood above it in between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 60 }), (percents) => {
        const { said } = play(percents.map((percent) => percent * 3e7));
        for (const threshold of thresholds) {
          const times = said.flatMap((told, time) => (told === threshold ? [time] : []));
          for (const [nth, time] of times.entries()) {
            const before = times[nth - 1];
            const between = before === undefined ? [100] : percents.slice(before + 1, time);
            expect(between.some((percent) => percent > threshold)).toBe(true);
          }
        }
      }),
    );
  });

  test('is not repeated when the same reading is judged again from what was saved, at any point', () => {
    const reading = fc.record({
      left: fc.integer({ min: 0, max: 3e9 }),
      quota: fc.constantFrom(1e9, 3e9, 5e9),
      ends: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 30 }), (readings) => {
        let state = freshAlertState;
        for (const { left, quota, ends } of readings) {
          const card = makeCard([makeModule({ ...known(left, quota), expiresAt: start + ends * dayMs })]);
          state = decideAlert(card, state, thresholds, start).state;
          const again = decideAlert(card, JSON.parse(JSON.stringify(state)), thresholds, start);
          expect(again.threshold).toBeNull();
          expect(again.state).toEqual(state);
        }
      }),
    );
  });

  test('comes again in a new cycle: a bigger quota or a later end that lifts the figure', () => {
    const judge = (state: AlertState, some: Partial<Module>) =>
      decideAlert(makeCard([makeModule(some)]), state, thresholds, start);
    const said = judge(freshAlertState, { ...known(0.5e9), expiresAt: start + dayMs });
    expect(said.threshold).toBe(20);
    const renewed = judge(said.state, { ...known(3e9), expiresAt: start + 31 * dayMs });
    expect(judge(renewed.state, { ...known(0.5e9), expiresAt: start + 31 * dayMs }).threshold).toBe(20);
    const later = judge(said.state, { ...known(0.5e9), expiresAt: start + 2 * dayMs });
    expect(later.threshold).toBeNull();
    expect(judge(later.state, { ...known(0.5e9), expiresAt: start + 2 * dayMs }).threshold).toBeNull();
  });

  test('is not repeated by a seller that tells bytes one time and a coarse level the next', () => {
    const coarse = (level: 'out' | 'low') =>
      makeCard([makeModule({ balance: { kind: 'coarse', level, upperBytes: 2 ** 30 } })]);
    const bytes = makeCard([makeModule(known(0.5e9))]);
    let state = freshAlertState;
    const judge = (card: typeof bytes) => {
      const decision = decideAlert(card, state, thresholds, start);
      state = decision.state;
      return decision.threshold;
    };
    expect([bytes, coarse('low'), bytes].map(judge)).toEqual([20, null, null]);
    expect([coarse('out'), coarse('out'), coarse('low'), coarse('out')].map(judge)).toEqual([0, null, null, 0]);
  });

  test('of nothing left comes when the card loses its validity', () => {
    const said = decideAlert(makeCard([makeModule()], { state: 'grace' }), freshAlertState, thresholds, start);
    expect(said.threshold).toBe(0);
  });

  test('is armed again by unlimited data', () => {
    const { state } = play([0]);
    const free = decideAlert(makeCard([makeModule({ balance: { kind: 'unlimited' } })]), state, thresholds, start);
    expect(free.threshold).toBeNull();
    expect(play([0], free.state).said).toEqual([0]);
  });

  test('has been said for the most serious threshold that is crossed, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3e9 }), { minLength: 1, maxLength: 40 }), (lefts) => {
        const { ids, state } = play(lefts);
        expect(new Set(ids).size).toBe(ids.length);
        const left = lefts.at(-1) ?? 0;
        for (const percent of thresholds) if (left * 100 <= 3e9 * percent) expect(state.sent).toContain(percent);
      }),
    );
  });
});
