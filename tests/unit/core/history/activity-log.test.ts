import { describe, expect, test } from 'vitest';
import { activityLog, truncateLog } from '../../../../utils/core/history/activity-log.ts';
import type { BalanceChange } from '../../../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';

const zone = 'Europe/Stockholm';
/** The beginning of 23 November in Stockholm. */
const midnight = Date.UTC(2026, 10, 22, 23);

const changeAt = (at: number, cause: BalanceChange['cause']): BalanceChange => ({ at, cause, bytes: 5, name: 'Data' });

describe('the log', () => {
  const changes = [
    changeAt(midnight - 9 * dayMs, 'lapsed'),
    changeAt(midnight + hourMs, 'credited'),
    changeAt(midnight + 2 * hourMs, 'corrected'),
    changeAt(midnight - hourMs, 'reset'),
  ];
  const log = activityLog(changes, zone);

  test('has the changes of each day of the zone, newest first, and no day without any', () => {
    expect(log.map(({ startsAt, changes }) => [startsAt, changes.map(({ cause }) => cause)])).toEqual([
      [midnight, ['corrected', 'credited']],
      [midnight - dayMs, ['reset']],
      [midnight - 9 * dayMs, ['lapsed']],
    ]);
  });

  test('is cut after so many changes, also within a day', () => {
    expect(truncateLog(log, 4)).toEqual({ days: log, isAll: true });
    expect(truncateLog(log, 3)).toEqual({ days: log.slice(0, 2), isAll: false });
    expect(truncateLog(log, 1)).toEqual({ days: [activityLog(changes.slice(2, 3), zone)[0]], isAll: false });
  });
});
