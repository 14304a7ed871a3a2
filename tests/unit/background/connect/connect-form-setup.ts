import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import type { SignInResult } from '../../../../utils/browser/messages.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { type CardBalance, cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../../utils/core/usage/card-id.ts';
import { dayMs, nextDay, startOfDay } from '../../../../utils/core/values/time.ts';
import { type Entry, type MirrorDefinition, type RunningMirror, startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { startSeller } from '../../../sandbox/seller.ts';
import type { Seller } from '../../../sandbox/types.ts';
import { setLocale } from '../../support/i18n.ts';

/* The background without a browser: storage in memory, all hosts allowed, real servers over real HTTP. */

export const gib = 2 ** 30;
/** 4 of 5 GiB left, valid for ten more days. */
export const defaultEntry: Entry = {
  id: '8988280666000000001',
  name: 'Nordic 5 GB',
  kind: 'known',
  quotaBytes: 5 * gib,
  usedBytes: gib,
  startsAt: Date.now() - 10 * dayMs,
  expiresAt: Date.now() + 10 * dayMs,
  measuredAt: Date.now() - 60_000,
};

/** Servers to close when the test ends. */
const open: { close(): Promise<void> }[] = [];
const realFetch = globalThis.fetch;
/** Origins whose requests go to a local server: origin → its address. */
const hosts = new Map<string, string>();
/** The addresses of all opened pages. */
export const openedPages: string[] = [];
/** All notifications, in the order of their creation. */
export const notifications: { id: string; title: string; message: string }[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
  vi.stubGlobal('navigator', { onLine: true });
  fakeBrowser.permissions.contains = async () => true;
  vi.spyOn(fakeBrowser.declarativeNetRequest, 'updateSessionRules').mockResolvedValue(undefined);
  openedPages.length = 0;
  notifications.length = 0;
  hosts.clear();
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
    openedPages.push(url);
    return { id: 40 + openedPages.length };
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation((async () => ({ id: 1 })) as never);
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string, { title, message }: { title: string; message: string }) => {
    notifications.push({ id, title, message });
    return id;
  }) as never;
  vi.stubGlobal('fetch', (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { origin } = new URL(request.url);
    const server = hosts.get(origin);
    return realFetch(server === undefined ? request : new Request(request.url.replace(origin, server), request));
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Starts a provider's server with `defaultEntry`. With `origin`, requests to that origin go to it. */
export async function openMirror(definition: MirrorDefinition, origin: string | null = null): Promise<RunningMirror> {
  const mirror = await startMirror(definition);
  open.push(mirror);
  mirror.write(defaultEntry);
  if (origin !== null) hosts.set(origin, mirror.url);
  return mirror;
}

/** Starts a seller that has only static files, with a list of plans. */
export async function startStaticSeller(): Promise<Seller> {
  const seller = await startSeller({ noServer: true });
  open.push(seller);
  return seller;
}

/** Sends the connect form, as the page does. */
export function connect(
  providerId: string,
  entries: Record<string, string> = {},
  some: object = {},
): Promise<SignInResult> {
  return messageHandlers.connectWithForm({ providerId, foundId: null, entries, accountId: null, ...some });
}

/** Like `connect`, but throws unless it succeeds; returns the account's id. */
export async function connectAccount(...args: Parameters<typeof connect>): Promise<string> {
  const answer = await connect(...args);
  if (answer.kind !== 'signed-in') throw new Error(`Not connected: ${JSON.stringify(answer)}`);
  return answer.accountId;
}

export async function balanceOf(accountId: string): Promise<CardBalance | null> {
  const card = (await read(keys.snapshot(accountId)))?.cards[0];
  return card ? cardBalance(card, Date.now()) : null;
}

export async function failureOf(accountId: string) {
  return (await read(keys.check(accountId)))?.failure ?? null;
}

export async function cardOf(accountId: string): Promise<CardId> {
  const [card] = (await readIndex()).accounts.find(({ id }) => id === accountId)?.cards ?? [];
  if (!card) throw new Error('No card');
  return { accountId, cardKey: card.key };
}

/** All stored values of accounts, by key. */
export async function savedValues(): Promise<Record<string, unknown>> {
  const { local, session } = fakeBrowser.storage;
  const all = { ...(await local.get(null)), ...(await session.get(null)) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name.includes(':')));
}

/** Milliseconds until the alarm; null: none is set. */
/** At the latest then: the dates in the tooltip change. */
export function msUntilMidnight(): number {
  return nextDay(startOfDay(Date.now())) - Date.now();
}

export async function msUntilAlarm(): Promise<number | null> {
  const alarm = await fakeBrowser.alarms.get('wake');
  return alarm ? alarm.scheduledTime - Date.now() : null;
}
