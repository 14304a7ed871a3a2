// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RecentUsage } from '../../../../components/chart/RecentUsage.tsx';
import type { Forecast } from '../../../../utils/core/forecast/forecast.ts';
import type { UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { id, samples } from '../history/history-page-setup.tsx';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { found, press, renderPage, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const { account, snapshot } = shownOf(healthy);
if (!account || !snapshot) throw new Error('no account');

const open = (observed: UsageSamples | null, forecast: Forecast = { kind: 'none' }) =>
  renderPage(
    <RecentUsage {...{ samples: observed, card: healthy, snapshot, forecast, seller: account.seller, id, now }} />,
  );

test('the popup says the pace in a row, which opens to the picture with all of it in words', async () => {
  await open(samples);
  expect(the('past-days').textContent).toMatch(/^Last 14 days\d+ MB a day/);
  expect(found('.sparkline rect')).toHaveLength(14);
  expect(found('.day-bar')).toHaveLength(0);
  await press('past-days');
  const label = document.querySelector('svg[role="img"]')?.getAttribute('aria-label');
  expect(label).toMatch(/^Use per day, last 14 days\. \d+ MB a day on average, [\d.]+ GB in all\. Most on /);
  expect(found('.day-bar')).toHaveLength(14);
  expect(found('.day-forecast')).toHaveLength(0);
});

test('the popup shows at most three days to come', async () => {
  const nothing = { low: 0, likely: 0, high: 0 };
  await open(samples, {
    kind: 'ready',
    perDayBytes: 110_000_000,
    runOut: { early: null, likely: null, late: null },
    endsAt: now + 11 * dayMs,
    endsFirst: 'validity',
    spareBytes: nothing,
    shortBytes: nothing,
  });
  await press('past-days');
  expect(found('.day-forecast')).toHaveLength(3);
});

test('before a day was watched the popup says since when, and no average', async () => {
  await open({ since: now - 2 * hourMs, intervals: [[now - hourMs, 5_000_000, 1]], modules: [] });
  expect(the('past-days').textContent).toBe('Last 14 days');
  await press('past-days');
  expect(the('no-past-days').textContent).toMatch(/^Gigabar has watched this card since \d\d:\d\d\. Days appear/);
  expect(document.querySelector('svg')).toBeNull();
  expect(the('history-link').getAttribute('href')).toBe('history.html?card=a1%2Fc1');
});
