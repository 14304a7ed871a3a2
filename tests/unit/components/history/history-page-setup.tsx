import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HistoryPage } from '../../../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../../../components/history/use-history.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { UsageArchive, UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import type { DisplayMode } from '../../../../utils/core/usage/card-balance.ts';
import { dayMs, hourMs, startOfDay } from '../../../../utils/core/values/time.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { found, renderPage } from '../render-setup.tsx';

export const id = { accountId: 'a1', cardKey: 'c1' };
const { index, account, snapshot } = shownOf(healthy);
const today = startOfDay(now);

/** 100 MB on each of the last 20 days at noon, 40 MB so far today. */
export const samples: UsageSamples = {
  since: today - 20 * dayMs,
  intervals: [
    ...Array.from({ length: 20 }, (_, at): UsageInterval[] => {
      const day = today - (20 - at) * dayMs;
      const leftBytes = 3_180_000_000 - at * 100_000_000;
      return [
        [day + 12 * hourMs, 100_000_000, leftBytes],
        [day + dayMs, 0, leftBytes],
      ];
    }).flat(),
    [today + hourMs, 40_000_000, 1_240_000_000],
  ],
  modules: [],
};
export const archive: UsageArchive = {
  since: today - 20 * dayMs,
  intervals: [],
  changes: [
    { at: now - 3 * dayMs, cause: 'credited', bytes: 3_000_000_000, name: 'Europe data' },
    { at: now - 2 * dayMs, cause: 'corrected', bytes: -20_000_000, name: 'Europe data' },
  ],
};

type Stored = { samples?: UsageSamples; archive?: UsageArchive; view?: DisplayMode; card?: Card };

export async function store({ samples, archive, view = 'left', card = healthy }: Stored = {}): Promise<void> {
  const cards = [
    { key: 'c1', title: 'Axis Europe' },
    { key: 'c2', title: 'Axis Asia' },
  ];
  await fakeBrowser.storage.local.set({
    [keys.index.name]: { ...index, accounts: [{ id: 'a1', name: 'Axis', cards }] },
    [keys.settings.name]: { ...defaultSettings, view },
    [keys.account('a1').name]: account,
    [keys.snapshot('a1').name]: { ...snapshot, cards: [card] },
    ...(samples ? { [keys.samples(id).name]: samples } : {}),
    ...(archive ? { [keys.archive(id).name]: archive } : {}),
  });
}

export async function openHistory(): Promise<void> {
  const first = await loadHistory(id, now);
  await renderPage(<HistoryPage first={first} now={now} />);
}

/** The days of the chart, those to come included. */
export const chartDays = () => found('.day');
