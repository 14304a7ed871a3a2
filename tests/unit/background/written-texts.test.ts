import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onAlarm } from '../../../entrypoints/background/on-alarm.ts';
import { readAll } from '../../../entrypoints/background/state/state-store.ts';
import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { recordOf } from '../../../utils/core/storage/versions.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { setLocale } from '../support/i18n.ts';
import { setUpAccount } from './accounts/account-setup.ts';

/* What every check reads and writes of all cards is stored as JSON, in one text each. */

async function setUp() {
  const { seller, account } = await setUpAccount();
  await setLocale('en');
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string) => id) as never;
  const clock = { now: Date.now() };
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now);
  const card = { accountId: account.id, cardKey: 'c_europe' };
  const ofCards: Key[] = [keys.index, keys.snapshot(account.id), keys.samples(card), keys.archive(card)];
  return {
    texts: [...ofCards, keys.alerts(card)],
    check: async () => {
      seller.use('c_europe', 1_000_000);
      clock.now += 16 * minuteMs;
      await onAlarm();
      return fakeBrowser.storage.local.get(null);
    },
  };
}

test('a check writes index, answer, history and alerts as texts, and other values as they are', async () => {
  const { check, texts } = await setUp();
  await check();
  const stored = await check();
  const names = Object.keys(stored).filter((name) => typeof stored[name] === 'string');
  expect(names).toEqual(expect.arrayContaining(texts.map(({ name }) => name)));
  expect(names.every((name) => /^(index$|(reading|samples|archive|alerts):)/.test(name))).toBe(true);
});

test('what a worker knows of a text that it has written is what another reads of it', async () => {
  const { check, texts } = await setUp();
  await check();
  const stored = await check();
  const values = await readAll(texts);
  for (const key of texts) {
    if (key.kind === 'snapshot') continue;
    expect(values(key)).toEqual(parseStored(key.kind, stored[key.name]));
  }
});

test('what an earlier version has stored as objects is taken along', async () => {
  const { check, texts } = await setUp();
  const before = await check();
  await fakeBrowser.storage.local.set(Object.fromEntries(texts.map(({ name }) => [name, recordOf(before[name])])));
  const after = await check();
  for (const { kind, name } of texts) {
    if (kind === 'archive') expect(after[name]).toEqual(recordOf(before[name]));
    else expect(after[name]).toEqual(expect.any(String));
  }
  const samples = texts.find(({ kind }) => kind === 'samples')?.name ?? '';
  const intervalsOf = (stored: Record<string, unknown>) => parseStored('samples', stored[samples])?.intervals ?? [];
  expect(intervalsOf(after).length).toBe(intervalsOf(before).length + 1);
});

test('a text that something else has changed is read anew', async () => {
  const { check } = await setUp();
  const { index } = await check();
  const changed = String(index).replaceAll('Europe', 'Erde');
  await fakeBrowser.storage.local.set({ index: changed });
  const values = await readAll([keys.index]);
  expect(JSON.stringify(values(keys.index))).toContain('Erde');
});
