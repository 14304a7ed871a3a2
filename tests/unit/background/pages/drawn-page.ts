import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contentMessageHandlers } from '../../../../entrypoints/background/content-message-handlers.ts';
import type { PageReading } from '../../../../utils/core/page/reading.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { leftPart } from '../../support/page-builders.ts';
import { says, setUpPage } from './page-setup.ts';

export type Tab = { url: string; active: boolean; muted: boolean };

/** A page that a script draws, which may be opened in a tab; and the tabs that are open. */
export async function setUpDrawnPage(say: PageReading | null = says(leftPart(2.5e9))) {
  const set = await setUpPage();
  const limits = { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 as const };
  await set.setReads({ fetchBytes: null, limits });
  const tabs = new Map<number, Tab>();
  const others: object[] = [];
  const windows: object[] = [{ id: 1, incognito: false, state: 'normal' }];
  fakeBrowser.windows.getAll = (async () => windows) as never;
  fakeBrowser.windows.getLastFocused = (async () => ({ id: 1 })) as never;
  fakeBrowser.tabs.query = (async ({ url }: { url?: string }) =>
    url === undefined ? others : [...tabs].flatMap(([id, tab]) => (tab.url === url ? [{ id }] : []))) as never;
  fakeBrowser.tabs.get = (async (id: number) => tabs.get(id)) as never;
  fakeBrowser.tabs.remove = (async (id: number) => void tabs.delete(id)) as never;
  let opened = 0;
  let openAtOnce = 0;
  fakeBrowser.tabs.create = (async ({ active, url }: { active: boolean; url: string }) => {
    opened += 1;
    const id = 100 + opened;
    tabs.set(id, { url, active, muted: false });
    openAtOnce = Math.max(openAtOnce, tabs.size);
    return { id };
  }) as never;
  fakeBrowser.tabs.update = (async (id: number, change: Partial<Tab>) => {
    const tab = tabs.get(id);
    if (tab) tabs.set(id, { ...tab, ...change });
    if (!say || change.url === undefined) return;
    const sender = { tabId: id, url: change.url, origin: set.origin };
    const report = { accountId: set.accountId, reading: say, ageMs: 0, pageBytes: 1_800_000 };
    setTimeout(() => void contentMessageHandlers.pageRead(report, sender), 20);
  }) as never;
  set.clock.now += dayMs + minuteMs;
  return { ...set, limits, tabs, others, windows, opened: () => opened, openAtOnce: () => openAtOnce };
}
