import { beforeEach, describe, expect, test } from 'vitest';
import type { BalanceView } from '../../../../components/popup/balance/summarize-balance.ts';
import { safePerDayText, usageStatusText } from '../../../../components/popup/balance/usage-status-text.ts';
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

function summaryOf(reason: StatusReason, forecast: Forecast = { kind: 'none' }, skewMs = 0): BalanceView {
  return {
    balance: { kind: 'known', leftBytes: 1.24e9, totalBytes: 3e9 },
    view: 'left',
    status: 'ok',
    ...{ reason, forecast, skewMs, unconfirmed: null, isOld: false, hasEnded: false },
    ...{ level: null, percent: null, time: null, endsAt: null, safePerDayBytes: null },
  };
}

const textFor = (reason: StatusReason, some: Partial<Ready> | null = {}, skewMs = 0) =>
  usageStatusText(summaryOf(reason, some ? { ...ready, ...some } : { kind: 'none' }, skewMs), seller, now);
const firstTextFor = (reason: StatusReason, some: Partial<Ready> = {}) =>
  usageStatusText(summaryOf(reason, { ...ready, ...some, kind: 'first-estimate' }), seller, now);
const spare = (low: number, likely: number, high: number) => ({ spareBytes: { low, likely, high } });
const runOut = (early: number, likely: number, late: number | null) => ({ runOut: { early, likely, late } });

beforeEach(() => setLocale('en'));

describe('data that lasts', () => {
  test('is said to', () => {
    expect(textFor('lasts', { ...spare(187e6, 250e6, 312e6), endsFirst: 'validity' })).toBe('Lasts until it expires');
    expect(textFor('lasts', null)).toBe('Lasts until it expires');
    expect(textFor('close')).toBe('Ends about when it expires');
  });

  test('says from which day on it may not last, where that cannot be ruled out', () => {
    const either = { runOut: { early: november(25), likely: null, late: null }, endsFirst: 'either' as const };
    expect(textFor('lasts', either)).toBe('Should last, may run out from Wednesday');
  });

  test('without an end says until when, within a week by the day’s name, later by its date', () => {
    expect(textFor('lasts-until', { endsAt: null })).toBe('Lasts until about Thursday');
    const later = { early: null, likely: november(30), late: null };
    expect(textFor('lasts-until', { endsAt: null, runOut: later })).toBe('Lasts until about 30 Nov');
  });

  test('names the day by our clock where the seller’s is days ahead', () => {
    expect(textFor('lasts-until', { endsAt: null }, 2 * dayMs)).toBe('Lasts until about Tuesday');
  });
});

describe('data that runs out', () => {
  const endsAt = november(39);

  test('says about when, and how early', () => {
    expect(textFor('runs-out', { ...runOut(november(30), november(31), november(33)), endsAt })).toBe(
      'Runs out about 1 Dec, 8 days early',
    );
  });

  test('says between which days where they are far apart for the time that is left', () => {
    const near = runOut(november(24), november(25), november(27));
    expect(textFor('runs-out', { ...near, endsAt })).toMatch(/^Runs out Tuesday.–.Friday, about 14 days early$/);
    const far = runOut(november(25), november(28), november(32));
    expect(textFor('runs-out', { ...far, endsAt })).toMatch(/^Runs out 25 Nov.–.2 Dec, about 11 days early$/);
  });

  test('says the end where the late case outlasts it', () => {
    expect(textFor('runs-out', { ...runOut(november(29), november(30), null), endsAt })).toMatch(
      /^Runs out 29 Nov.–.9 Dec, about 9 days early$/,
    );
  });

  test('says the hour where it can only be one day', () => {
    const likely = november(26) + 20 * 60_000;
    const oneDay = runOut(likely - hourMs, likely, likely + hourMs);
    const hour = shortTimeText(november(26), now);
    expect(hour).toMatch(/^Thu/);
    expect(textFor('runs-out', { ...oneDay, endsAt: likely + 30 * hourMs })).toBe(
      `Runs out about ${hour}, 1 day early`,
    );
    expect(textFor('runs-out', { ...oneDay, endsAt: likely + 5.5 * hourMs })).toBe(
      `Runs out about ${hour}, 5 hours early`,
    );
  });
});

test('old figures, which have no forecast, name no day until which the data lasts', () => {
  expect(textFor('lasts-until', null)).toBe('Plenty left');
  expect(usageStatusText({ ...summaryOf('lasts-until'), status: 'warning' }, seller, now)).toBe('Running low');
});

test('a first estimate is marked as one in the sentence itself', () => {
  const later = { ...runOut(november(30), november(31), november(33)), endsAt: november(39) };
  expect(firstTextFor('runs-out', later)).toBe('First estimate: runs out about 1 Dec, 8 days early');
  expect(firstTextFor('lasts', { endsFirst: 'validity' })).toBe('First estimate: lasts until it expires');
  for (const reason of ['lasts', 'close', 'lasts-until', 'runs-out'] as const)
    for (const endsFirst of ['data', 'validity', 'either'] as const)
      expect(firstTextFor(reason, { endsFirst })).toMatch(/^First estimate: [a-z]/);
});

test('too little evidence is one short sentence', () => {
  expect(usageStatusText(summaryOf('too-early', { kind: 'insufficient-data' }), seller, now)).toBe(
    'Too early to say how long it lasts',
  );
});

describe('a card that is over', () => {
  const overText = (reason: StatusReason, endsAt: number | null) =>
    usageStatusText({ ...summaryOf(reason), endsAt }, seller, now);

  test('says since when, by days of our calendar, and what helps', () => {
    expect(overText('grace', november(23, 1))).toBe('Expired today. Renew to use it again.');
    expect(overText('expired', november(22, 23))).toBe('Expired yesterday. Renew to use it again.');
    expect(overText('expired', november(12))).toBe('Expired 11 days ago. Renew to use it again.');
    expect(overText('expired', null)).toBe('Expired. Renew to use it again.');
    expect(overText('grace', november(25))).toBe('Expired. Renew to use it again.');
  });

  test('only by its date says that its seller has not confirmed it', () => {
    expect(overText('ended', november(22))).toBe('Expired yesterday. Axis has not confirmed it yet.');
  });
});

describe('the line below the verdict', () => {
  const lineFor = (reason: StatusReason, forecast: Forecast, safePerDayBytes: number | null = 76.9e6) =>
    safePerDayText({ ...summaryOf(reason, forecast), safePerDayBytes }, seller);

  test('says what a day may use beside what a day used lately, in one unit where it is the same', () => {
    expect(lineFor('runs-out', { ...ready, perDayBytes: 112e6 })).toBe('Use 76 MB a day to make it (lately 110)');
    expect(lineFor('runs-out', { ...ready, perDayBytes: 1.24e9 })).toBe('Use 76 MB a day to make it (lately 1.2 GB)');
  });

  test('of a first estimate says what was used so far', () => {
    expect(lineFor('runs-out', { ...ready, perDayBytes: 112e6, kind: 'first-estimate' })).toBe(
      'Use 76 MB a day to make it (so far 110)',
    );
  });

  test('compares with nothing where nothing is known, or nothing was used', () => {
    for (const forecast of [{ kind: 'none' }, { kind: 'insufficient-data' }, { ...ready, perDayBytes: 0 }] as const)
      expect(lineFor('used-fast', forecast)).toBe('Use 76 MB a day to make it');
    expect(lineFor('running-low', { kind: 'none' }, null)).toBeNull();
  });

  test('of data that lasts says about how much will be to spare, unless that is next to nothing or in doubt', () => {
    const lasting = { ...ready, endsFirst: 'validity' as const };
    expect(lineFor('lasts', { ...lasting, ...spare(500e6, 700e6, 900e6) })).toBe('About 700 MB to spare');
    expect(lineFor('lasts', { ...lasting, ...spare(0, 999_999, 5e8) })).toBeNull();
    expect(lineFor('lasts', { ...ready, endsFirst: 'either', ...spare(0, 7e8, 9e8) })).toMatch(/^Use 76 MB a day/);
  });
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
  ...([
    'too-early',
    'used-fast',
    'throttled',
    'pay-as-you-go',
    'unlimited',
    'unknown',
    'ended',
    'grace',
    'suspended',
    'expired',
  ] as const),
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
      for (const forecast of [
        { kind: 'none' as const },
        ...ranges,
        oneDay,
        { ...ready, kind: 'first-estimate' as const },
      ]) {
        const summary = { ...summaryOf(reason, forecast), safePerDayBytes: 1e8 };
        for (const sentence of [usageStatusText(summary, seller, now), safePerDayText(summary, seller) ?? 'None 无']) {
          expect(sentence, reason).toMatch(language === 'en' ? /^[A-Z].*[a-z]/ : /\p{Script=Han}/u);
          expect(sentence, reason).not.toMatch(/[{}]|NaN|Invalid|undefined/);
        }
      }
  },
);
