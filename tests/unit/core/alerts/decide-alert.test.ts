import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import type { Module } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, start } from '../../support/builders.ts';
import { decide, notify, play, rules } from './alert-setup.ts';

const thresholds = [20, 10, 0];
const keyOf = (percent: number) => (percent === 0 ? '0' : `${percent}%`);

describe('a threshold alert', () => {
  test('comes once at each crossing, inclusive', () => {
    expect(play([1e9, 0.6e9, 0.59e9, 0.3e9, 0.1e9, 0, 0]).keys).toEqual([null, '20%', null, '10%', null, '0', null]);
  });

  test('is only the most serious of several crossed at once', () => {
    expect(play([1e9, 0.3e9, 0.3e9]).keys).toEqual([null, '10%', null]);
    expect(play([0.25e9, 0.2e9]).keys).toEqual(['10%', null]);
  });

  test('comes again only after a real recovery above it', () => {
    expect(play([0.5e9, 0.51e9, 0.5e9]).keys).toEqual(['20%', null, null]);
    expect(play([0.5e9, 2e9, 0.5e9]).keys).toEqual(['20%', null, '20%']);
    expect(play([0, 0.1e9, 0]).keys).toEqual(['0', null, '0']);
  });

  test('of a new cycle has an id of its own', () => {
    const { ids } = play([0.5e9, 2e9, 0.5e9]);
    expect(new Set(ids).size).toBe(2);
  });

  test('comes of amounts in MB and GB, too, in the seller’s unit', () => {
    const amountRules = {
      rules: {
        ...rules,
        thresholds: [10],
        amounts: [
          { value: 500, unit: 'MB' as const },
          { value: 1, unit: 'GB' as const },
        ],
      },
    };
    expect(play([2e9, 1e9, 0.6e9, 0.5e9, 0.3e9], initialAlertState, amountRules).keys).toEqual([
      null,
      '1GB',
      null,
      '500MB',
      '10%',
    ]);
    const at1024 = { ...amountRules, byteUnit: 1024 as const };
    expect(play([2 ** 30, 500 * 2 ** 20], initialAlertState, at1024).keys).toEqual(['1GB', '500MB']);
  });

  test('never comes of an unknown figure', () => {
    expect(decide(makeCard([makeModule({ balance: { kind: 'unknown' } })])).conditions).toEqual([]);
  });

  test('is never said twice while data only goes down, nor after a restart with the saved state', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3e9 }), { minLength: 1, maxLength: 40 }), (leftBytes) => {
        const falling = [...leftBytes].sort((a, b) => b - a);
        const last = falling.at(-1) ?? 0;
        const { keys, state } = play([...falling, last]);
        const sentKeys = keys.filter((key) => key !== null);
        expect(new Set(sentKeys).size).toBe(sentKeys.length);
        expect(play([last, last], state).keys).toEqual([null, null]);
      }),
    );
  });

  test('comes exactly once a cycle through any readings, restarts, crashes before saving, and clock jumps', () => {
    const step = fc.record({
      percent: fc.integer({ min: 0, max: 60 }),
      jumpMs: fc.integer({ min: -400 * dayMs, max: 400 * dayMs }),
      crashes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        let state = initialAlertState;
        const shown = new Map<string, number>();
        const snapshotPairs = steps.flatMap((one) => [one, one]);
        for (const [index, { percent, jumpMs, crashes }] of snapshotPairs.entries()) {
          const card = makeCard([makeModule(known(percent * 3e7))], { measuredAt: start + index * minuteMs });
          const result = notify(card, state, { ourNow: card.measuredAt + jumpMs });
          if (result.id !== null && !shown.has(result.id)) shown.set(result.id, index);
          if (!crashes) state = result.state;
        }
        const byKey = (key: string) => [...shown].filter(([id]) => id.split(':')[2] === key).map(([, index]) => index);
        for (const percent of thresholds) {
          for (const [index, time] of byKey(keyOf(percent)).entries()) {
            const before = byKey(keyOf(percent))[index - 1];
            const between =
              before === undefined ? [100] : snapshotPairs.slice(before + 1, time).map((one) => one.percent);
            expect(between.some((left) => left > percent)).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('has been said for the most serious threshold that is crossed, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3e9 }), { minLength: 1, maxLength: 40 }), (leftBytes) => {
        const left = leftBytes.at(-1) ?? 0;
        const { ids, state } = play([...leftBytes, left]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const percent of thresholds) if (left * 100 <= 3e9 * percent) expect(state.sent).toContain(keyOf(percent));
      }),
    );
  });

  test('is not repeated when the same reading is judged again from what was saved, at any point', () => {
    const snapshot = fc.record({
      left: fc.integer({ min: 0, max: 3e9 }),
      quota: fc.constantFrom(1e9, 3e9, 5e9),
      ends: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 1, maxLength: 30 }), (snapshots) => {
        let state = initialAlertState;
        for (const [index, { left, quota, ends }] of snapshots.entries()) {
          const modules = [makeModule({ ...known(left, quota), expiresAt: start + ends * dayMs })];
          const card = makeCard(modules, { measuredAt: start + index * minuteMs });
          state = notify(card, state).state;
          const again = notify(card, state);
          expect(again.key).toBeNull();
          expect(again.state).toEqual(state);
        }
      }),
    );
  });

  test('comes again in a new cycle: a bigger quota or a later end that lifts the figure', () => {
    const notifyWith = (state: AlertState, overrides: Partial<Module>) =>
      notify(makeCard([makeModule(overrides)]), state);
    const first = notifyWith(initialAlertState, { ...known(0.5e9), expiresAt: start + dayMs });
    expect(first.key).toBe('20%');
    const renewed = notifyWith(first.state, { ...known(3e9), expiresAt: start + 31 * dayMs });
    expect(notifyWith(renewed.state, { ...known(0.5e9), expiresAt: start + 31 * dayMs }).key).toBe('20%');
    const later = notifyWith(first.state, { ...known(0.5e9), expiresAt: start + 2 * dayMs });
    expect(later.key).toBeNull();
    expect(notifyWith(later.state, { ...known(0.5e9), expiresAt: start + 2 * dayMs }).key).toBeNull();
  });

  test('is not repeated by a seller that tells bytes one time and a coarse level the next', () => {
    const coarse = (level: 'out' | 'low') =>
      makeCard([makeModule({ balance: { kind: 'coarse', level, upperBytes: 2 ** 30 } })]);
    const bytes = makeCard([makeModule(known(0.5e9))]);
    let state = initialAlertState;
    const notifyWith = (card: typeof bytes) => {
      const result = notify(card, state);
      state = result.state;
      return result.key;
    };
    expect([bytes, coarse('low'), bytes].map(notifyWith)).toEqual(['20%', null, null]);
    expect([coarse('out'), coarse('out'), coarse('low'), coarse('out')].map(notifyWith)).toEqual([
      '0',
      null,
      null,
      '0',
    ]);
  });

  test('of nothing left comes when the card loses its validity', () => {
    expect(notify(makeCard([makeModule()], { state: 'grace' }), initialAlertState).key).toBe('0');
  });

  test('is armed again by unlimited data', () => {
    const { state } = play([0]);
    const unlimited = notify(makeCard([makeModule({ balance: { kind: 'unlimited' } })]), state);
    expect(unlimited.key).toBeNull();
    expect(play([0], unlimited.state).keys).toEqual(['0']);
  });

  test('that came of a lesser amount added later does not come after the next top-up', () => {
    const { state } = play([0.2e9]);
    const wider = { rules: { ...rules, thresholds: [50, 20, 10, 0] } };
    const seen = play([0.2e9], state, wider);
    expect(seen.keys).toEqual([null]);
    expect(play([0.9e9], seen.state, wider).keys).toEqual([null]);
  });
});

describe('8.1 a jump that a second answer has to confirm', () => {
  const unconfirmed = (kind: 'rise' | 'drop', leftBytes: number) => ({
    unconfirmed: { kind, leftBytes, measuredAt: start - minuteMs },
  });

  test('is alerted about by nothing, and changes nothing that is saved', () => {
    const { state } = play([0.5e9]);
    const full = makeCard([makeModule(known(3e9))], { ...unconfirmed('rise', 0.5e9) });
    const empty = makeCard([makeModule(known(0))], { ...unconfirmed('drop', 0.5e9) });
    for (const card of [full, empty])
      expect(decide(card, { saved: state })).toMatchObject({ conditions: [], stateIfNotSent: state });
    expect(play([0.5e9], state).keys).toEqual([null]);
  });

  test('holds back no alert of an end, which does not depend on it', () => {
    const leads = { rules: { ...rules, leadHours: [24] } };
    const card = makeCard([makeModule({ ...known(3e9), expiresAt: start + 5 * hourMs })], unconfirmed('rise', 0.5e9));
    const { conditions, stateIfSent } = decide(card, { ...leads, saved: play([0.5e9]).state });
    expect(conditions.map(({ key }) => key)).toEqual(['24h']);
    expect(stateIfSent).toMatchObject({ sent: expect.arrayContaining(['20%', '24h']), leftBytes: 0.5e9 });
  });

  test('repeats no alert of an end, and ends no snooze, by a mistaken end', () => {
    const leads = { rules: { ...rules, thresholds: [], leadHours: [24] } };
    const parts = (first: number, some: object = {}) => {
      const modules = [
        makeModule({ ...known(first), expiresAt: start + 20 * hourMs }),
        makeModule({ ...known(1e9), id: 'second', expiresAt: start + 30 * dayMs }),
      ];
      return makeCard(modules, some);
    };
    const first = notify(parts(2e9), play([1e9]).state, leads);
    expect(first.key).toBe('24h');
    const snoozed = { ...first.state, snooze: { until: null, endsAt: start + 20 * hourMs } };
    const doubted = notify(parts(0, unconfirmed('drop', 2e9)), snoozed, leads);
    expect([doubted.key, doubted.state]).toEqual([null, snoozed]);
    expect(notify(parts(2e9), doubted.state, leads).key).toBeNull();
    expect(notify(parts(3e9, unconfirmed('rise', 0)), play([1e9]).state, leads).key).toBeNull();
  });

  test('is alerted about once it is confirmed', () => {
    const { state } = play([1e9]);
    const empty = makeCard([makeModule(known(0))], { ...unconfirmed('drop', 1e9) });
    expect(notify(empty, state).key).toBeNull();
    expect(notify(makeCard([makeModule(known(0))]), state).key).toBe('0');
  });
});

describe('8.3 a card without a data plan', () => {
  test.each([
    ['no plan at all', makeCard([], { plans: [] })],
    ['0 of 0', makeCard([makeModule(known(0, 0))])],
  ])('alerts about nothing: %s', (_, card) => {
    const wide = { ...rules, amounts: [{ value: 5, unit: 'GB' as const }], leadHours: [24 * 60] };
    expect(decide(card, { rules: wide, saved: play([1e9]).state }).conditions).toEqual([]);
  });
});
