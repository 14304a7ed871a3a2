// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectedAccounts } from '../../../components/connect/start/ConnectedAccounts.tsx';
import { HistoryPage } from '../../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../../components/history/use-history.ts';
import { loadPopupState } from '../../../components/hooks/popup-state.ts';
import { LastCatch } from '../../../components/page/LastCatch.tsx';
import { readChecked } from '../../../components/page/stored-readers.ts';
import { Popup } from '../../../components/popup/Popup.tsx';
import { SettingsPage } from '../../../components/settings/SettingsPage.tsx';
import { loadSettings } from '../../../components/settings/shared/use-settings.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { all, renderPage, startRendering, unmount } from '../components/render-setup.tsx';
import { startSettings } from '../components/settings/settings-setup.tsx';
import { damaged } from './damage.ts';
import { now, profile } from './full-profile.ts';

/* F17: a page is blank because one saved value has another shape. */

const pages: Record<string, () => Promise<{ state: unknown; view: ComponentChildren }>> = {
  popup: async () => {
    const state = await loadPopupState(null, readChecked);
    return { state, view: <Popup shown={state} now={now} show={() => undefined} /> };
  },
  settings: async () => {
    const state = await loadSettings();
    return { state, view: <SettingsPage first={state} /> };
  },
  history: async () => {
    const state = await loadHistory(null, now);
    return { state, view: <HistoryPage first={state} now={now} /> };
  },
  connect: async () => {
    const state = await loadPopupState(null, readChecked);
    return {
      state,
      view: (
        <main>
          <ConnectedAccounts accounts={state.index.accounts} />.
        </main>
      ),
    };
  },
};

const openAll = () => Promise.all(Object.entries(pages).map(async ([page, open]) => ({ page, ...(await open()) })));

async function store(name: string, saved: unknown): Promise<void> {
  const values = Object.fromEntries([...profile].map(([key, value]) => [key, value.saved]));
  await fakeBrowser.storage.local.clear();
  await fakeBrowser.storage.local.set(saved === undefined ? values : { ...values, [name]: saved });
  if (saved === undefined) await fakeBrowser.storage.local.remove(name);
}

/** Pages see only what is read of a value: for the same they are the same. */
const seen = new Set<string>();
function isNew(where: string, value: unknown): boolean {
  const text = JSON.stringify(value, (_, member) => (member === Number.POSITIVE_INFINITY ? '∞' : member));
  const isSeen = seen.has(where + text);
  seen.add(where + text);
  return !isSeen;
}

beforeEach(async () => {
  await startSettings();
  await startRendering();
  vi.spyOn(Date, 'now').mockReturnValue(now);
});

test('7.19 the undamaged profile is shown on every page', async () => {
  await store('none', {});
  for (const { page, view } of await openAll()) {
    await renderPage(view);
    await vi.waitFor(() => expect(document.body.innerHTML, page).toMatch(/Mum’s|Europe/));
    if (page === 'popup') expect(all('remaining')).toHaveLength(1);
    await unmount();
  }
});

describe('7.19 one member of a saved value in another shape empties no page (F17)', () => {
  const byName = Map.groupBy(damaged(), ({ name }) => name);
  test.each([...byName.keys()])(
    '%s',
    async (key) => {
      const failed: string[] = [];
      for (const { what, name, kind, saved } of byName.get(key) ?? []) {
        if (!isNew(name, parseStored(kind, saved))) continue;
        await store(name, saved);
        for (const { page, state, view } of await openAll()) {
          if (!isNew(page, state)) continue;
          await renderPage(<LastCatch retry={() => undefined}>{view}</LastCatch>);
          const isEmpty = (document.body.textContent ?? '').trim() === '';
          if (isEmpty || all('page-error').length > 0) failed.push(`${page}: ${what}`);
          await unmount();
        }
      }
      expect(failed).toEqual([]);
    },
    120_000,
  );
});
