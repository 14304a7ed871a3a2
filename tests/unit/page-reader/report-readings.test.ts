import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportReadings } from '../../../entrypoints/page-reader/report-readings.ts';
import type { PageReading } from '../../../utils/core/page/reading.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { start } from '../support/builders.ts';
import { leftPart } from '../support/page-builders.ts';

const says = (leftBytes: number): PageReading => ({ kind: 'read', parts: [leftPart(leftBytes, 10e9, start)] });
const end = new AbortController();
let told: PageReading[] = [];
let isTaken = true;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  ages = [];
  isTaken = true;
  fakeBrowser.runtime.sendMessage = (async ({ payload }: { payload: { reading: PageReading; ageMs: number } }) => {
    told.push(payload.reading);
    ages.push(payload.ageMs);
    return { isTaken };
  }) as never;
});
afterEach(() => vi.useRealTimers());

const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const reporter = (onTold = () => undefined, isLoaded = false) => reportReadings('a', isLoaded, end.signal, onTold);
let ages: number[] = [];

describe('what a page says is told', () => {
  test('at once the first time, and not again while it stays the same', async () => {
    const { report } = reporter();
    for (let looked = 0; looked < 5; looked += 1) {
      report(says(2e9));
      await passed(10 * minuteMs);
    }
    expect(told).toEqual([says(2e9)]);
  });

  test('once a minute while it changes, the latest of it', async () => {
    const { report } = reporter();
    for (let second = 0; second < 150; second += 1) {
      report(says(2e9 - second));
      await passed(1000);
    }
    expect(told.map((reading) => reading.kind === 'read' && reading.parts[0]?.balance)).toMatchObject([
      { leftBytes: 2e9 },
      { leftBytes: 2e9 - 59 },
      { leftBytes: 2e9 - 119 },
    ]);
  });

  test('with the age of the page the first time, and as new once it has changed', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(3 * 60 * minuteMs);
    const { report } = reporter(undefined, true);
    report(says(2e9));
    await passed(2 * minuteMs);
    report(says(1e9));
    await passed(2 * minuteMs);
    expect(told).toEqual([says(2e9), says(1e9)]);
    expect(ages).toEqual([3 * 60 * minuteMs, 0]);
    vi.restoreAllMocks();
  });

  test('not where it is again what was told, before its minute was over', async () => {
    const { report } = reporter();
    report(says(2e9));
    await passed(1000);
    report(says(1e9));
    report(says(2e9));
    await passed(5 * minuteMs);
    expect(told).toEqual([says(2e9)]);
  });

  test('again a minute later where it was not taken', async () => {
    isTaken = false;
    const onTold = vi.fn();
    reporter(onTold).report(says(2e9));
    await passed(1000);
    expect(onTold).not.toHaveBeenCalled();
    isTaken = true;
    await passed(minuteMs);
    expect(told).toHaveLength(2);
    expect(onTold).toHaveBeenCalledTimes(1);
  });

  test('again after the page was at another address, though it says the same', async () => {
    const { report, forget } = reporter();
    report(says(2e9));
    await passed(10 * minuteMs);
    forget();
    report(says(2e9));
    await passed(1000);
    expect(told).toHaveLength(2);
  });
});
