import { beforeEach, describe, expect, test } from 'vitest';
import { balanceText, dateTimeText, durationText, listText, relativeText, t } from '../../../utils/browser/i18n.ts';
import { setLocale } from '../support/i18n.ts';

const hebrew = 'חבילה 3';

describe.each(['en', 'zh_CN'] as const)('7.10 in %s a name from right to left', (name) => {
  beforeEach(() => setLocale(name));

  test('turns no number around that stands beside it in a sentence', () => {
    const text = balanceText(hebrew, { kind: 'known', leftBytes: 1e9, totalBytes: 3e9 }, 1000, 'left');
    expect(text).toContain(`\u2068${hebrew}\u2069`);
    expect(t('failure.noAnswer', { seller: hebrew })).toContain(`\u2068${hebrew}\u2069`);
  });

  test('keeps its place in a list', () => {
    expect(listText([hebrew, 'Axis'])).toMatch(`\u2068${hebrew}\u2069`);
  });

  test('is all that changes: other names stay as they are to be copied and searched', () => {
    expect(t('failure.noAnswer', { seller: 'Axis (Nordic)' })).toContain('Axis (Nordic)');
    expect(listText(['Axis', 'Nordic'])).not.toMatch(/[\u2066-\u2069]/);
  });
});

test('7.10 a name that looks like a place for a value is no place for a value', async () => {
  await setLocale('en');
  expect(t('toolbar.leftOf', { card: '{total}', left: '1 GB', total: '3 GB' })).toBe('{total}: 1 GB of 3 GB left');
});

test('8.5 numbers and dates are in the language of the words, whichever was loaded before', async () => {
  const at = Date.UTC(2026, 10, 23, 12);
  const now = at - 50 * 3_600_000;
  const texts = () => [dateTimeText(at, now), durationText(at - now), relativeText(at, now), listText(['a', 'b'])];
  await setLocale('en');
  const english = texts();
  await setLocale('zh_CN');
  expect(texts().filter((text) => !/\p{Script=Han}|、/u.test(text ?? ''))).toEqual([]);
  await setLocale('en');
  expect(texts()).toEqual(english);
});
