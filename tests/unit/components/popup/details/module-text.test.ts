import { beforeEach, expect, test } from 'vitest';
import { balanceText, moduleNotes } from '../../../../../components/popup/details/module-text.ts';
import type { Module } from '../../../../../utils/core/usage/card.ts';
import { setLocale } from '../../../support/i18n.ts';
import { moduleOf } from '../../popup-setup.ts';

beforeEach(() => setLocale('en'));

const known = (remainingBytes: number, quotaBytes = 3e9) => ({
  kind: 'known' as const,
  ...{ remainingBytes, quotaBytes, reservedBytes: 0 },
});
const notes = (some: Partial<Module>) => moduleNotes({ ...moduleOf(known(1.24e9)), ...some }, 1000);

test.each([
  [known(1.24e9), '1.24 GB left of 3 GB', '1.76 GB used of 3 GB'],
  [known(4e9), '4 GB', '4 GB'],
  [{ kind: 'unknown' }, 'not told', 'not told'],
  [{ kind: 'unlimited' }, 'Unlimited', 'Unlimited'],
  [{ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, 'Less than 1 GB', 'Less than 1 GB'],
] as const)(
  'a part says what it has in the view’s sense, of a total only where that can be: %o',
  (balance, left, used) => {
    expect(balanceText(balance, 1000, 'left')).toBe(left);
    expect(balanceText(balance, 1000, 'used')).toBe(used);
  },
);

test.each([
  [{}, []],
  [{ categories: ['video', 'music'] }, ['Video and Music only']],
  [{ categories: ['video', 'generic'] }, []],
  [{ refreshPeriod: 'daily' }, ['3 GB every day']],
  [{ refreshPeriod: 'weekly' }, ['3 GB every week']],
  [{ refreshPeriod: 'monthly' }, ['3 GB every month']],
  [{ overUsage: 'pay-as-you-go' }, ['charged by use after 3 GB']],
  [{ overUsage: 'throttled' }, ['slows down after 3 GB']],
  [{ overUsage: 'throttled', maxRateKbps: 128 }, ['slows to 128 kbit/s after 3 GB']],
  [{ overUsage: 'throttled', maxRateKbps: 1500, balance: known(0) }, ['slowed to 1.5 Mbit/s']],
  [{ overUsage: 'throttled', maxRateKbps: 1000, balance: { kind: 'unlimited' } }, ['slowed to 1 Mbit/s']],
  [
    { categories: ['social'], refreshPeriod: 'daily', overUsage: 'throttled' },
    ['Social only', '3 GB every day', 'slows down after 3 GB'],
  ],
] satisfies [Partial<Module>, string[]][])(
  'a part says what it is good for, when it begins anew and what comes after: %o',
  (some, expected) => {
    expect(notes(some)).toEqual(expected);
  },
);

test('the notes are whole in Chinese, too', async () => {
  await setLocale('zh_CN');
  const texts = notes({
    categories: ['video', 'social'],
    refreshPeriod: 'daily',
    overUsage: 'throttled',
    maxRateKbps: 128,
  });
  expect(texts).toHaveLength(3);
  for (const note of texts) {
    expect(note).toMatch(/\p{Script=Han}/u);
    expect(note).not.toMatch(/[{}]/);
  }
});
