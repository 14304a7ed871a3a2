import { beforeEach, describe, expect, test } from 'vitest';
import { extraLineText } from '../../../../components/popup/balance/extra-line-text.ts';
import { creditText, regionalPartText } from '../../../../components/popup/details/module-text.ts';
import { planSizeText, planStartText } from '../../../../utils/browser/i18n.ts';
import type { ExtraLine } from '../../../../utils/core/usage/extra-line.ts';
import type { PlanStart } from '../../../../utils/core/usage/waiting-plans.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makePlan, start } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';

const skewMs = 6 * hourMs;
const by = Date.UTC(2027, 2, 1, 12);
/** Spaces that do not break are those of `Intl`; isolates, of the sentence around a name. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ').replace(/[\u2066-\u2069]/g, '') ?? null;
const textOf = (line: ExtraLine | null) => plain(extraLineText(line, { byteUnit: 1000, skewMs, now: start }));
const waiting = (planStart: PlanStart, name = 'Europe 10 GB'): ExtraLine => ({
  ...{ kind: 'waiting', plan: makePlan([], { name }), size: { kind: 'known', bytes: 10e9 } },
  start: planStart,
});

beforeEach(() => setLocale('en'));

describe('the extra line', () => {
  test.each<[ExtraLine, string]>([
    [{ kind: 'line-ends', at: start + 3 * dayMs + skewMs }, 'SIM ends Thu 26 Nov without a top-up'],
    [{ kind: 'part-ends', bytes: 4e8, at: start + 3 * dayMs + skewMs }, '400 MB of it expires Thu 26 Nov'],
    [waiting({ kind: 'at', at: start + 20 * dayMs + skewMs }), 'Next: Europe 10 GB, starts Sun 13 Dec'],
    [waiting({ kind: 'later' }), 'Next: Europe 10 GB, starts later'],
    [waiting({ kind: 'first-use', by: by + skewMs }), 'Europe 10 GB starts at first use, by 1 Mar'],
    [waiting({ kind: 'first-use', by: null }), 'Europe 10 GB starts at first use'],
    [waiting({ kind: 'first-use', by: null }, ''), '1 plan starts at first use'],
  ])('of %o is one sentence, by our clock', (line, text) => {
    expect(textOf(line)?.replace(',', '')).toBe(text.replace(',', ''));
  });

  test('is none where there is nothing to say', () => {
    expect(textOf(null)).toBeNull();
  });

  test('has the year of a day that could be another year’s', () => {
    expect(textOf(waiting({ kind: 'first-use', by: by + 365 * dayMs }))).toContain('2028');
  });

  test('is said in each language', async () => {
    await setLocale('zh_CN');
    expect(textOf(waiting({ kind: 'first-use', by }))).toMatch(/^Europe 10 GB 首次使用时开始，须在 3月1日 前启用$/);
  });
});

test('a card that has not begun says how its plan begins', () => {
  expect(plain(planStartText({ kind: 'first-use', by }, start))).toBe('Starts at first use, by 1 Mar');
  expect(plain(planStartText({ kind: 'first-use', by: null }, start))).toBe('Starts at first use');
  expect(plain(planStartText({ kind: 'later' }, start))).toBe('Starts later');
  expect(plain(planStartText({ kind: 'at', at: by }, start))).toMatch(/^Starts Mon,? 1 Mar 2027/);
});

test('the size of a plan is an amount, no limit, or not told', () => {
  const texts = [{ kind: 'known', bytes: 5e9 }, { kind: 'unlimited' }, { kind: 'unknown' }] as const;
  expect(texts.map((size) => plain(planSizeText(size, 1000)))).toEqual(['5 GB', 'Unlimited', '1 plan']);
});

test('data that is good in some regions alone is said apart, by their names', () => {
  const part = { bytes: 1e9, regions: ['JP', 'KR'] };
  expect(plain(regionalPartText(part, 1000))).toBe('1 GB of it only in Japan and South Korea');
});

test('credit is money, and nothing where none is told', () => {
  expect(plain(creditText({ currency: 'SEK', units: '40', nanos: 0 }))).toBe('SEK 40.00 credit');
  expect([creditText(null), creditText(undefined)]).toEqual([null, null]);
});
