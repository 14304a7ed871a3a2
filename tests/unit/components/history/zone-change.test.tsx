// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dayText } from '../../../../components/format/date-text.ts';
import { HistoryPage } from '../../../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../../../components/history/use-history.ts';
import { useNow } from '../../../../components/hooks/use-now.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { UsageArchive, UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { found, renderPage, startRendering, unmount } from '../render-setup.tsx';

/* Pages left open while the computer's zone is changed, as on a journey. */

const id = { accountId: 'a1', cardKey: 'c1' };

/** Some usage each hour of the last ten days, more of it the later in the day (UTC). */
const samples: UsageSamples = {
  since: now - 10 * dayMs,
  intervals: Array.from({ length: 240 }, (_, hour): UsageInterval => {
    const usedBytes = (1 + ((hour + 13) % 24)) * 400_000;
    return [now - 10 * dayMs + (hour + 1) * hourMs, usedBytes, 1_240_000_000 + (240 - hour) * 5_000_000];
  }),
  modules: [],
};
const shown = shownOf(healthy, { samples });
/** Near the midnights of the zones. */
const archive: UsageArchive = {
  since: samples.since,
  intervals: [],
  changes: [2, 4, 6].map((days) => ({
    at: now - days * dayMs + (days - 4) * 4.5 * hourMs,
    cause: 'corrected',
    bytes: 5_000_000,
    name: 'Data',
  })),
};

const openHistory = async () => {
  const first = await loadHistory(id, now);
  return () => <HistoryPage first={first} now={now} />;
};
const openPopup = async () => () => <Popup shown={shown} now={now} show={() => undefined} />;

/** All that is read on the page, or read aloud. */
const texts = () => [
  document.body.textContent,
  ...found('[aria-label]').map((element) => element.getAttribute('aria-label')),
];

beforeEach(async () => {
  fakeBrowser.reset();
  await startRendering();
  await fakeBrowser.storage.local.set({
    [keys.index.name]: shown.index,
    [keys.account('a1').name]: shown.account,
    [keys.snapshot('a1').name]: shown.snapshot,
    [keys.samples(id).name]: samples,
    [keys.archive(id).name]: archive,
  });
});
afterEach(async () => {
  await unmount();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('8.5 a page left open while the zone changes', () => {
  test.each([
    ['history', openHistory],
    ['popup', openPopup],
  ] as const)('shows what one opened now would show: %s', async (_, open) => {
    vi.stubEnv('TZ', 'Europe/Stockholm');
    const leftOpen = await open();
    await renderPage(leftOpen());
    const before = texts();
    vi.stubEnv('TZ', 'Asia/Tokyo');
    await renderPage(leftOpen());
    const after = texts();
    await unmount();
    await renderPage((await open())());
    expect(after).toEqual(texts());
    expect(after).not.toEqual(before);
  });

  test.each(['America/New_York', 'Asia/Tokyo'])('names each day as the clocks of %s do', async (zone) => {
    vi.stubEnv('TZ', 'Europe/Stockholm');
    const leftOpen = await openHistory();
    await renderPage(leftOpen());
    vi.stubEnv('TZ', zone);
    await renderPage(leftOpen());
    const dayOf = (at: number) => dayText(at, now);
    const logged = found('.log-day').filter((day) => day.querySelector('time'));
    expect(logged.map((day) => day.querySelector('h3')?.textContent)).toEqual(
      logged.map((day) => dayOf(Date.parse(day.querySelector('time')?.dateTime ?? ''))),
    );
    expect(logged).toHaveLength(3);
    const inTable = found('[data-testid="day-table"] tbody th').map(({ textContent }) => textContent);
    expect(inTable.slice(0, 4)).toEqual([0, 1, 2, 3].map((days) => dayOf(now - days * dayMs)));
  });
});

test('8.5 a page that is seen again shows the time at once: the timers of a hidden one may have stopped', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval'], now });
  const Clock = () => <p>{useNow(minuteMs)}</p>;
  await renderPage(<Clock />);
  vi.setSystemTime(now + 8 * hourMs);
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(document.body.textContent).toBe(`${now + 8 * hourMs}`);
});
