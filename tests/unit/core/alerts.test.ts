import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertState, alertIdFor, decideAlert, freshAlertState } from '../../../utils/core/alerts.ts';
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
