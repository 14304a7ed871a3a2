import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { setLocale } from '../support/i18n.ts';
import { damaged } from './damage.ts';
import { accountId, card, now, profile } from './full-profile.ts';

/* F19 and F25: one bad entry hides or deletes all the rest. */

/** What only the user or the past has, and no seller can send again. */
const kept = ['settings', 'cards', 'account:', 'credentials:', 'orders:', 'alerts:', 'samples:', 'archive:'];

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('fetch failed');
  });
  fakeBrowser.permissions.contains = async () => true;
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string) => id) as never;
  vi.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const { local, session } = fakeBrowser.storage;
const sessionNames = [`access:${accountId}`, 'sign-in', 'found-sellers'];

async function store(name: string, saved: unknown): Promise<void> {
  await Promise.all([local.clear(), session.clear(), fakeBrowser.alarms.clearAll()]);
  for (const [key, value] of profile) {
    const changed = key === name ? saved : value.saved;
    if (changed !== undefined) await (sessionNames.includes(key) ? session : local).set({ [key]: changed });
  }
}

const keptNames = [...profile.keys()].filter((name) => kept.some((prefix) => name.startsWith(prefix)));

/** What a worker does that has just started. */
async function work(): Promise<string[]> {
  vi.resetModules();
  const { onAlarm } = await import('../../../entrypoints/background/on-alarm.ts');
  const { onStart } = await import('../../../entrypoints/background/on-start.ts');
  const { messageHandlers } = await import('../../../entrypoints/background/message-handlers.ts');
  const { readIndex } = await import('../../../entrypoints/background/state/state-store.ts');
  await onAlarm();
  await onStart();
  await messageHandlers.popupOpened({ card });
  const ids = (await readIndex()).accounts.map(({ id }) => id);
  const after = await local.get(null);
  const problems = [
    ...(ids.includes(accountId) ? [] : ['not listed']),
    ...((await fakeBrowser.alarms.get('wake')) ? [] : ['no alarm']),
    ...keptNames.filter((name) => !(name in after)).map((name) => `${name} is gone`),
  ];
  await messageHandlers.signOut({ accountId });
  const left = Object.entries({ ...(await local.get(null)), ...(await session.get(null)) });
  return [
    ...problems,
    ...left.filter((one) => JSON.stringify(one).includes(accountId)).map((one) => `left: ${one[0]}`),
  ];
}

describe('7.18 one member of a saved value in another shape', () => {
  const byName = Map.groupBy(damaged(), ({ name }) => name);
  test.each([...byName.keys()])(
    'of %s stops nothing, deletes nothing, and can be signed out of',
    async (key) => {
      const failed: string[] = [];
      const seen = new Set<string>();
      for (const { what, name, kind, saved } of byName.get(key) ?? []) {
        const text = JSON.stringify(parseStored(kind, saved));
        if (seen.has(text)) continue;
        seen.add(text);
        await store(name, saved);
        const problems = await work().catch((error: unknown) => [String(error)]);
        // The fake browser stores no null.
        const isAbsent = (saved ?? null) === null;
        // Without its account nothing of it stays.
        if (isAbsent && name.startsWith('account:')) continue;
        const expected = isAbsent ? [`${name} is gone`] : [];
        failed.push(...problems.filter((one) => !expected.includes(one)).map((one) => `${what}: ${one}`));
      }
      expect(failed).toEqual([]);
    },
    60_000,
  );
});
