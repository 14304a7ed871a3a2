import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact } from '../../../../utils/core/history/compaction.ts';
import type { UsageHistory, UsageInterval } from '../../../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';
import { recordSnapshot } from './history-setup.ts';

const intervals = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 * dayMs }), fc.integer({ min: 0, max: 1e10 })), {
    minLength: 1,
    maxLength: 200,
  })
  .map((steps) => {
    let at = start;
    return steps.map(([length, used]): UsageInterval => {
      at += length;
      return [at, used, 0];
    });
  });
const sumOf = (list: readonly UsageInterval[]) => list.reduce((sum, [, used]) => sum + BigInt(used), 0n);

describe('compaction', () => {
  test('keeps what was used to the byte, in any zone, and running it again changes nothing', () => {
    fc.assert(
      fc.property(
        intervals,
        fc.constantFrom('UTC', 'Asia/Kathmandu', 'Europe/Stockholm', 'Pacific/Apia'),
        (list, zone) => {
          const end = list.at(-1)?.[0] ?? start;
          const history = {
            samples: { since: start, intervals: list, modules: [] },
            archive: { since: start, intervals: [], changes: [] },
          };
          const once = compact(history, end, zone);
          const kept = [...once.archive.intervals, ...once.samples.intervals];
          const dropped = list.filter(([to]) => to <= (once.archive.intervals.length > 0 ? once.archive.since : start));
          expect(sumOf(kept) + sumOf(dropped)).toBe(sumOf(list));
          expect(compact(once, end, zone)).toEqual(once);
          const times = kept.map(([to]) => to);
          expect([...times].sort((a, b) => a - b)).toEqual(times);
        },
      ),
    );
  });

  test('keeps all of 2 days, hours of 14, days of 400, in at most 100 KiB a card after a year of 5-minute checks', () => {
    let history: UsageHistory | null = null;
    let left = 9e12;
    let at = start;
    // What is older than 20 days is kept by the day, however often it was checked, so hourly checks suffice there.
    const end = start + 366 * dayMs;
    const older = Array.from({ length: 346 * 24 }, (_, index) => start + index * hourMs);
    const recent = Array.from({ length: 20 * 288 + 1 }, (_, index) => end - 20 * dayMs + index * 5 * minuteMs);
    for (const time of [...older, ...recent]) {
      const previousMeasuredAt = at;
      at = time;
      left -= 123_457;
      const modules = [makeModule({ ...known(left, 9e12), name: 'Main data', expiresAt: null })];
      const plans = [makePlan(modules, { expiresAt: null })];
      history = recordSnapshot(
        history,
        makeCard(modules, { measuredAt: at, plans }),
        previousMeasuredAt,
        'Europe/Stockholm',
      );
    }
    const { samples, archive } = history as UsageHistory;
    const changes = Array.from({ length: 400 }, (_, index) => ({
      at: start + index,
      cause: 'rolled-over' as const,
      bytes: 9_999_999_999,
      name: 'Main data of a plan with a long name',
    }));
    const size = JSON.stringify(samples).length + JSON.stringify({ ...archive, changes }).length;
    expect(size).toBeLessThan(100 * 1024);
    const exact = samples.intervals.filter(([to]) => to > at - 2 * dayMs).length;
    expect(exact).toBe(2 * 288);
    expect(archive.intervals.length + samples.intervals.length).toBeLessThan(600 + 13 * 24 + 356);
    const used = [...archive.intervals, ...samples.intervals].reduce((sum, [, bytes]) => sum + bytes, 0);
    expect(used).toBe(9e12 - 123_457 - left);
  }, 30_000);
});
