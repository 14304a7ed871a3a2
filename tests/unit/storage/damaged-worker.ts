import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setLocale } from '../support/i18n.ts';
import { accountId, card, now, profile, sessionNames } from './full-profile.ts';

/* A worker that has just started, with the profile in storage, some of it damaged. */

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

/** Stores the profile with other values under these names; undefined: none. */
export async function store(damage: Record<string, unknown>): Promise<void> {
  await Promise.all([local.clear(), session.clear(), fakeBrowser.alarms.clearAll()]);
  for (const [key, value] of profile) {
    const changed = key in damage ? damage[key] : value.saved;
    if (changed !== undefined) await (sessionNames.includes(key) ? session : local).set({ [key]: changed });
  }
}

const keptNames = [...profile.keys()].filter((name) => kept.some((prefix) => name.startsWith(prefix)));

/** What it does, and then the user who signs out. Returns what is wrong. */
export async function work(): Promise<string[]> {
  vi.resetModules();
  const { onAlarm } = await import('../../../entrypoints/background/on-alarm.ts');
  const { onStart } = await import('../../../entrypoints/background/on-start.ts');
  const { messageHandlers } = await import('../../../entrypoints/background/message-handlers.ts');
  const { readIndex } = await import('../../../entrypoints/background/state/state-store.ts');
  await onAlarm();
  await onStart();
  await messageHandlers.popupOpened({ card });
  const { accounts } = await readIndex();
  const ids = accounts.map(({ id }) => id);
  const listed = accounts.flatMap(({ id, cards, gone = [] }) => [
    id,
    ...[...cards, ...gone].map(({ key }) => `${id}/${key}`),
  ]);
  const after = await local.get(null);
  const problems = [
    ...(ids.includes(accountId) ? [] : ['not listed']),
    ...(new Set(listed).size < listed.length ? ['listed twice'] : []),
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
