// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextCheckText } from '../../../../components/settings/accounts/next-check-text.ts';
import { shortTimeText } from '../../../../utils/browser/i18n.ts';
import type { CheckState } from '../../../../utils/core/polling/check-schedule.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { setLocale } from '../../support/i18n.ts';
import { accountsOf, all, closeSettings, openSettings, startSettings } from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

const noon = new Date(2026, 10, 23, 12).getTime();
const check: CheckState = {
  ...{ failure: null, failingSince: null, failures: 0, triedAt: noon, nextCheckAt: noon + hourMs },
  ...{ reason: 'poll-interval', manualRefreshAt: null, isNotified: false, updateGapsMs: [] },
  pace: { paceMs: hourMs, reason: 'nothing-soon' },
};

test('when a check comes is said with the reason: of the pace, where it goes by that', async () => {
  const text = (some: Partial<CheckState>, isFixed = false) => nextCheckText({ ...check, ...some }, isFixed, noon);
  const when = shortTimeText(noon + hourMs, noon);
  expect(text({})).toBe(`Next check about ${when}: nothing can happen before.`);
  expect([text({}, true), text({ pace: null })]).toEqual(Array(2).fill(`Next check about ${when}.`));
  expect(text({ reason: 'retry-after' })).toMatch(/: the seller asked to wait\.$/);
  expect(text({ nextCheckAt: noon })).toBe('The next check is due.');
  await setLocale('zh_CN');
  expect(text({ pace: { paceMs: hourMs, reason: 'threshold' } })).toBe('下次检查约 13:00：可能很快达到提醒值。');
});

test('each account that is asked has its own, with the seller’s name where there are several', async () => {
  const soon = { ...check, nextCheckAt: Date.now() + 5 * minuteMs };
  const [first, second, byHand] = accountsOf(['One'], ['Two'], ['Three']);
  if (!first || !second || !byHand) throw new Error('Three accounts');
  const checks = { a1: soon, a2: { ...soon, reason: 'failure' as const }, a3: soon };
  const texts = async (accounts: (typeof first)[]) => {
    await openSettings({ accounts, checks });
    const shown = all('next-check').map(({ textContent }) => textContent);
    await closeSettings();
    return shown;
  };
  expect(await texts([first, { ...byHand, origin: '' }])).toEqual([expect.stringMatching(/^Next check about/)]);
  expect(await texts([first, second])).toEqual([
    expect.stringMatching(/Axis 1.*: Next check about .*nothing can happen before/),
    expect.stringMatching(/Axis 2.*: Next check about .*the last one failed/),
  ]);
});
