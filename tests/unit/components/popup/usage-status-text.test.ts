import { beforeEach, describe, expect, test } from 'vitest';
import type { BalanceView } from '../../../../components/popup/balance/summarize-balance.ts';
import { insufficientDataText, usageStatusText } from '../../../../components/popup/balance/usage-status-text.ts';
import { shortTimeText } from '../../../../utils/browser/i18n.ts';
import type { Forecast } from '../../../../utils/core/forecast/forecast.ts';
import type { StatusReason } from '../../../../utils/core/forecast/usage-status.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { setLocale } from '../../support/i18n.ts';
import { healthy, shownOf } from '../popup-setup.ts';

type Ready = Extract<Forecast, { kind: 'ready' }>;

/* In the local time zone, so that a day of the month is that day wherever the test runs. */
const november = (day: number, hour = 12) => new Date(2026, 10, day, hour).getTime();
const now = november(23);
const account = shownOf(healthy).account;
if (!account) throw new Error('no seller');
const { seller } = account;

const ready: Ready = {
  kind: 'ready',
  perDayBytes: 1e8,
  runOut: { early: november(25), likely: november(26), late: november(27) },
  endsAt: november(26) + 7 * dayMs,
  endsFirst: 'data',
  spareBytes: { low: 0, likely: 0, high: 0 },
  shortBytes: { low: 0, likely: 0, high: 0 },
};
const thin: Forecast = { kind: 'insufficient-data', observedMs: 1.9 * dayMs, neededMs: 3 * dayMs };

function summaryOf(reason: StatusReason, forecast: Forecast = { kind: 'none' }, skewMs = 0): BalanceView {
  return {
    balance: { kind: 'known', leftBytes: 1.24e9, totalBytes: 3e9 },
    view: 'left',
    status: 'ok',
    ...{ reason, forecast, skewMs, unconfirmed: null, isOld: false, hasEnded: false },
    ...{ level: null, percent: null, time: null, endsAt: null, safePerDayBytes: null, renewing: [] },
  };
}

const textFor = (reason: StatusReason, some: Partial<Ready> | null = {}, skewMs = 0) =>
  usageStatusText(summaryOf(reason, some ? { ...ready, ...some } : { kind: 'none' }, skewMs), seller, now);
const spare = (low: number, likely: number, high: number) => ({ spareBytes: { low, likely, high } });

beforeEach(() => setLocale('en'));

describe('data that lasts', () => {
  test('says between which amounts will be to spare', () => {
    expect(textFor('lasts', spare(187e6, 250e6, 312e6))).toBe('Lasts until it expires, with 190 MB to 310 MB to spare');
  });

  test('says one amount where both ends would say the same, or the lower one is nothing', () => {
    expect(textFor('lasts', spare(249e6, 250e6, 251e6))).toBe('Lasts until it expires, with about 250 MB to spare');
    expect(textFor('lasts', spare(999_999, 250e6, 500e6))).toBe('Lasts until it expires, with about 250 MB to spare');
  });

  test('promises nothing to spare where that is likely under a megabyte', () => {
    expect(textFor('lasts', spare(0, 999_999, 5e8))).toBe('Lasts until it expires');
    expect(textFor('lasts', null)).toBe('Lasts until it expires');
  });

  test('says from which day on it may not last, where that cannot be ruled out', () => {
    const runOut = { early: november(25), likely: null, late: null };
    expect(textFor('lasts', { ...spare(0, 250e6, 500e6), runOut, endsFirst: 'either' })).toContain('Wednesday');
  });

  test('names the day, within a week by its name, later by its date', () => {
    expect(textFor('lasts-until', { endsAt: null })).toBe('Lasts until about Thursday');
    const runOut = { early: null, likely: november(30), late: null };
    expect(textFor('lasts-until', { endsAt: null, runOut })).toBe('Lasts until about 30 Nov');
    expect(textFor('close')).toBe('Just lasts, until about Thursday');
  });

  test('names the day by our clock where the seller’s is days ahead', () => {
    expect(textFor('close', {}, 2 * dayMs)).toBe('Just lasts, until about Tuesday');
  });
});

describe('data that runs out', () => {
  test('says between which days, and how early', () => {
    expect(textFor('runs-out')).toBe('Runs out between Wednesday and Friday, about 7 days early');
  });

  test('says the hour where it can only be one day', () => {
    const likely = november(26) + 20 * 60_000;
    const runOut = { early: likely - hourMs, likely, late: likely + hourMs };
    const hour = shortTimeText(november(26), now);
    expect(hour).toMatch(/^Thu/);
    expect(textFor('runs-out', { runOut, endsAt: likely + 30 * hourMs })).toBe(`Runs out about ${hour}, 1 day early`);
    expect(textFor('runs-out', { runOut, endsAt: likely + 5.5 * hourMs })).toBe(
      `Runs out about ${hour}, 5 hours early`,
    );
  });

  test('names both of its days in one way, also where only one of them is within a week', () => {
    const runOut = { early: november(28), likely: november(29, 11), late: november(30) };
    expect(textFor('runs-out', { runOut, endsAt: november(39) })).toMatch(/between 28 Nov and 30 Nov/);
    const oneDay = { early: november(29, 10), likely: november(29, 11), late: november(29, 13) };
    expect(textFor('runs-out', { runOut: oneDay, endsAt: november(39) })).toMatch(/^Runs out about .*11:00/);
  });

  test('says dates for what is weeks off, and the end where the late case outlasts it', () => {
    const runOut = { early: november(29), likely: november(30), late: null };
    expect(textFor('runs-out', { runOut, endsAt: november(30) + 10 * dayMs })).toBe(
      'Runs out between 29 Nov and 10 Dec, about 10 days early',
    );
  });
});

test('what was watched too short says how long of how long, in whole days or hours', () => {
  expect(insufficientDataText(summaryOf('plenty', thin))).toBe(
    'Too early to say how long it lasts. Gigabar has watched it for 1 day of 3 days.',
  );
  expect(insufficientDataText(summaryOf('plenty', { ...thin, observedMs: 5.7 * hourMs }))).toContain(
    'for 5 hours of 3 days.',
  );
  expect(insufficientDataText(summaryOf('plenty'))).toBeNull();
  expect(insufficientDataText(summaryOf('lasts', ready))).toBeNull();
});

const reasons: StatusReason[] = [
  ...([
    'lasts',
    'close',
    'runs-out',
    'lasts-until',
    'plenty',
    'running-low',
    'almost-used-up',
    'no-data-left',
  ] as const),
  ...(['throttled', 'pay-as-you-go', 'unlimited', 'unknown', 'ended', 'grace', 'suspended', 'expired'] as const),
];

test.each(['en', 'zh_CN'] as const)(
  'every verdict is a whole sentence in %s, with and without a forecast',
  async (language) => {
    await setLocale(language);
    const ranges = [
      ready,
      { ...ready, ...spare(187e6, 250e6, 312e6) },
      { ...ready, ...spare(0, 250e6, 312e6) },
      { ...ready, endsFirst: 'either' as const },
    ];
    const likely = november(26);
    const oneDay = { ...ready, runOut: { early: likely, likely, late: likely } };
    for (const reason of reasons)
      for (const forecast of [{ kind: 'none' as const }, ...ranges, oneDay]) {
        const sentence = usageStatusText(summaryOf(reason, forecast), seller, now);
        expect(sentence, reason).toMatch(language === 'en' ? /^[A-Z].*[a-z]/ : /\p{Script=Han}/u);
        expect(sentence, reason).not.toMatch(/[{}]|NaN|Invalid|undefined/);
      }
    expect(insufficientDataText(summaryOf('plenty', thin))).not.toMatch(/[{}]/);
  },
);
