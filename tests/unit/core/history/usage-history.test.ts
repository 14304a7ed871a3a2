import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeCause, UsageHistory } from '../../../../utils/core/history/usage-samples.ts';
import type { Card, Module } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { recordSnapshot } from './history-setup.ts';

type Measured = { at: number; modules: Module[]; plan?: string };

/** Records a sequence of snapshots of one card, each with the time it was measured. */
function record(snapshots: Measured[]): UsageHistory {
  let history: UsageHistory | null = null;
  let before: number | null = null;
  for (const { at, modules, plan } of snapshots) {
    const plans = [makePlan(modules, { id: plan ?? 'p', expiresAt: start + 400 * dayMs })];
    history = recordSnapshot(history, makeCard(modules, { measuredAt: at, plans }), before, 'UTC');
    before = at;
  }
  return history as UsageHistory;
}

const main = (left: number, overrides: Partial<Module> = {}, quota = 3e9) => [
  makeModule({ ...known(left, quota), expiresAt: start + 20 * dayMs, ...overrides }),
];
const usedIn = ({ samples, archive }: UsageHistory) =>
  [...archive.intervals, ...samples.intervals].reduce((sum, [, used]) => sum + used, 0);
const causes = ({ archive }: UsageHistory): [ChangeCause, number][] =>
  archive.changes.map(({ cause, bytes }) => [cause, bytes]);

describe('the history of a card', () => {
  test('begins with the first figures, and tells nothing of before', () => {
    const { samples, archive } = record([{ at: start, modules: main(1e9) }]);
    expect(samples).toMatchObject({ since: start, intervals: [] });
    expect(archive.changes).toEqual([]);
  });

  test('has no entry for a card that never told a number', () => {
    const modules = [makeModule({ balance: { kind: 'unlimited' } })];
    expect(recordSnapshot(null, makeCard(modules), null)).toBeNull();
  });

  test('knows when nothing was used, though unchanged readings write nothing', () => {
    const same = record([{ at: start, modules: main(1e9) }]);
    const card = makeCard(main(1e9), { measuredAt: start + hourMs });
    expect(recordSnapshot(same, { ...card, plans: [makePlan(main(1e9), { id: 'p' })] }, start)).toBe(same);
    const { samples } = record([
      { at: start, modules: main(1e9) },
      { at: start + hourMs, modules: main(1e9) },
      { at: start + 2 * hourMs, modules: main(0.9e9) },
    ]);
    expect(samples.intervals).toEqual([
      [start + hourMs, 0, 1e9],
      [start + 2 * hourMs, 0.1e9, 0.9e9],
    ]);
  });

  test('counts what was used across a top-up, and logs the credit', () => {
    const history = record([
      { at: start, modules: main(1e9) },
      { at: start + hourMs, modules: main(3.95e9, {}, 6e9) },
    ]);
    expect(usedIn(history)).toBe(0.05e9);
    expect(causes(history)).toEqual([['credited', 3e9]]);
  });

  test('takes a new period for a reset: what was left has lapsed', () => {
    const history = record([
      { at: start, modules: main(1e9) },
      { at: start + hourMs, modules: main(2.9e9, { expiresAt: start + 50 * dayMs }) },
    ]);
    expect(causes(history)).toEqual([
      ['lapsed', 1e9],
      ['reset', 3e9],
    ]);
    expect(usedIn(history)).toBe(0.1e9);
  });

  test('knows data that was carried over into the new period', () => {
    const history = record([
      { at: start, modules: main(1e9) },
      { at: start + hourMs, modules: main(4e9, { expiresAt: start + 50 * dayMs }) },
    ]);
    expect(causes(history)).toEqual([
      ['rolled-over', 1e9],
      ['reset', 3e9],
    ]);
    const rollover = makeModule({ id: 'rollover', name: 'Rollover', ...known(1e9, 1e9) });
    const asModule = record([
      { at: start, modules: main(1e9, { expiresAt: start + 30 * minuteMs }) },
      { at: start + hourMs, modules: [makeModule({ id: 'new', ...known(3e9) }), rollover] },
    ]);
    expect(causes(asModule)).toEqual([
      ['credited', 3e9],
      ['rolled-over', 1e9],
    ]);
  });

  test('logs what ended unused, and what the seller took back', () => {
    const bonus = (left: number, endsAt: number) =>
      makeModule({ id: 'bonus', name: 'Bonus', expiresAt: endsAt, ...known(left, 1e9) });
    const lapsed = record([
      { at: start, modules: [...main(1e9), bonus(0.4e9, start + minuteMs)] },
      { at: start + hourMs, modules: main(1e9) },
    ]);
    expect(lapsed.archive.changes).toEqual([{ at: start + hourMs, cause: 'lapsed', bytes: 0.4e9, name: 'Bonus' }]);
    const taken = record([
      { at: start, modules: [...main(1e9), bonus(0.4e9, start + 9 * dayMs)] },
      { at: start + hourMs, modules: main(1e9) },
    ]);
    expect(causes(taken)).toEqual([['corrected', -0.4e9]]);
  });

  test('does not take data held for an open session for used', () => {
    const reserved = (left: number, reservedBytes: number) =>
      main(left, { balance: { kind: 'known', quotaBytes: 3e9, remainingBytes: left, reservedBytes } });
    const history = record([
      { at: start, modules: reserved(1e9, 0) },
      { at: start + hourMs, modules: reserved(0.95e9, 0.05e9) },
      { at: start + 2 * hourMs, modules: reserved(0.98e9, 0) },
    ]);
    expect(usedIn(history)).toBe(0.02e9);
  });

  test('takes back a dip that comes back, also where the seller says nothing of holding', () => {
    const history = record([
      { at: start, modules: main(1e9) },
      { at: start + hourMs, modules: main(0.95e9) },
      { at: start + 2 * hourMs, modules: main(1e9) },
    ]);
    expect(usedIn(history)).toBe(0);
    expect(causes(history)).toEqual([]);
    const zero = record([
      { at: start, modules: main(1e9) },
      { at: start + minuteMs, modules: main(0) },
      { at: start + 2 * minuteMs, modules: main(1e9) },
    ]);
    expect(usedIn(zero)).toBe(0);
  });

  test('calls it a correction where more comes back than was used lately', () => {
    const history = record([
      { at: start, modules: main(1e9) },
      { at: start + hourMs, modules: main(0.9e9) },
      { at: start + 2 * hourMs, modules: main(1.5e9) },
    ]);
    expect(usedIn(history)).toBe(0);
    expect(causes(history)).toEqual([['corrected', 0.5e9]]);
  });

  test('waits for a module whose balance the seller does not tell just now', () => {
    const history = record([
      { at: start, modules: main(1e9) },
      { at: start + hourMs, modules: main(0, { balance: { kind: 'unknown' } }) },
      { at: start + 2 * hourMs, modules: main(0.9e9) },
    ]);
    expect(usedIn(history)).toBe(0.1e9);
    expect(causes(history)).toEqual([]);
  });

  test('adds up to the byte, whatever the readings say', () => {
    const bytes = fc.integer({ min: 0, max: 4e9 });
    const module = fc.record({ left: bytes, quota: bytes, reserved: bytes, ends: fc.integer({ min: -5, max: 60 }) });
    const snapshot = fc.record({
      after: fc.integer({ min: 0, max: 3 * dayMs }),
      modules: fc.array(module, { maxLength: 3 }),
    });
    const heldBytesIn = (history: UsageHistory) =>
      history.samples.modules.reduce(
        (sum, { remainingBytes, reservedBytes }) => sum + remainingBytes + reservedBytes,
        0,
      );
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 2, maxLength: 25 }), (snapshots) => {
        let history: UsageHistory | null = null;
        let at = start;
        for (const { after, modules } of snapshots) {
          const before: UsageHistory | null = history;
          at += after;
          const made = modules.map(({ left, quota, reserved, ends }, index) =>
            makeModule({
              id: `m${index}`,
              expiresAt: start + ends * dayMs,
              balance: { kind: 'known', quotaBytes: quota, remainingBytes: left, reservedBytes: reserved },
            }),
          );
          const plans = [makePlan(made, { expiresAt: start + 999 * dayMs })];
          history = recordSnapshot(
            before,
            makeCard(made, { measuredAt: at, plans } as Partial<Card>),
            at - after,
            'UTC',
          );
          if (!before || !history) continue;
          const added = history.archive.changes.slice(before.archive.changes.length);
          const sum = added.reduce((total, { cause, bytes: amount }) => {
            if (cause === 'rolled-over') return total;
            return cause === 'lapsed' ? total - amount : total + amount;
          }, 0);
          expect(heldBytesIn(history)).toBe(heldBytesIn(before) + sum - (usedIn(history) - usedIn(before)));
          expect(history.samples.intervals.every(([, used, left]) => used >= 0 && left >= 0)).toBe(true);
        }
      }),
    );
  });
});
