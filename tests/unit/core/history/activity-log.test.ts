import { describe, expect, test } from 'vitest';
import { activityLog, truncateLog } from '../../../../utils/core/history/activity-log.ts';
import type { ObservedUsage } from '../../../../utils/core/history/recent-days.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';

const zone = 'Europe/Stockholm';
const midnight = Date.UTC(2026, 10, 22, 23);
/** 14:05 on 23 November in Stockholm. */
const now = midnight + 14 * hourMs + 5 * 60_000;

describe('the log', () => {
  const observed: ObservedUsage = [
    {
      since: midnight - 2 * dayMs,
      intervals: [
        [midnight - dayMs, 24_000, 9],
        [midnight, 24_000, 8],
        [now, 14_000, 7],
      ],
    },
  ];
  const credited = { at: midnight + hourMs, cause: 'credited' as const, bytes: 3e9, name: 'Data' };
  const lapsed = { at: midnight - 9 * dayMs, cause: 'lapsed' as const, bytes: 5, name: 'Data' };

  test('has use and changes day by day, newest first', () => {
    const log = activityLog(observed, [lapsed, credited], zone);
    expect(log.map(({ usedBytes, changes }) => [usedBytes, changes.map(({ cause }) => cause)])).toEqual([
      [14_000, ['credited']],
      [24_000, []],
      [24_000, []],
      [0, ['lapsed']],
    ]);
  });

  test('is cut after so many entries', () => {
    const log = activityLog(observed, [lapsed, credited], zone);
    expect(truncateLog(log, 5)).toEqual({ days: log, isAll: true });
    expect(truncateLog(log, 4)).toEqual({ days: log.slice(0, 3), isAll: false });
    expect(truncateLog(log, 1)).toEqual({ days: [{ ...log[0], changes: [] }], isAll: false });
  });
});
