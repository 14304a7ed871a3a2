import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/store.ts';
import type { SignInResult } from '../../../../utils/browser/messages.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { type CardBalance, cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../../utils/core/usage/card-id.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { type Entry, type MirrorDefinition, type RunningMirror, startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { startSeller } from '../../../sandbox/seller.ts';
import type { Seller } from '../../../sandbox/types.ts';
import { setLocale } from '../../support/i18n.ts';

/* A background without a browser: saved values in memory, every host allowed, real servers over real HTTP. */

export const gib = 2 ** 30;
/** 4 of 5 GiB left, for ten more days. */
export const usual: Entry = {
  id: '8988280666000000001',
  name: 'Nordic 5 GB',
  kind: 'known',
  quotaBytes: 5 * gib,
  usedBytes: gib,
  startsAt: Date.now() - 10 * dayMs,
  expiresAt: Date.now() + 10 * dayMs,
  measuredAt: Date.now() - 60_000,
};

/** What is still open when a test ends. */
const open: { close(): Promise<void> }[] = [];
const network = globalThis.fetch;
/** Which server stands for which host. */
const hosts = new Map<string, string>();
/** The addresses of the pages that were opened. */
export const opened: string[] = [];
/** What was shown as notifications. */
export const told: { id: string; title: string; message: string }[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
  vi.stubGlobal('navigator', { onLine: true });
  fakeBrowser.permissions.contains = async () => true;
  opened.length = 0;
  told.length = 0;
  hosts.clear();
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
    opened.push(url);
    return { id: 40 + opened.length };
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation((async () => ({ id: 1 })) as never);
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string, { title, message }: { title: string; message: string }) => {
    told.push({ id, title, message });
    return id;
  }) as never;
  vi.stubGlobal('fetch', (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { origin } = new URL(request.url);
    const server = hosts.get(origin);
    return network(server === undefined ? request : new Request(request.url.replace(origin, server), request));
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A provider's server with `usual` on it; it stands for `origin`, where the provider has an address of its own. */
export async function mirrorOf(definition: MirrorDefinition, origin: string | null = null): Promise<RunningMirror> {
  const mirror = await startMirror(definition);
  open.push(mirror);
  mirror.write(usual);
  if (origin !== null) hosts.set(origin, mirror.url);
  return mirror;
}

/** A seller with a file of plans and no server. */
export async function staticShop(): Promise<Seller> {
  const seller = await startSeller({ noServer: true });
  open.push(seller);
  return seller;
}

/** As the page sends it. */
export function connect(
  providerId: string,
  entries: Record<string, string> = {},
  some: object = {},
): Promise<SignInResult> {
  return messageHandlers.connectWithForm({ providerId, origin: null, entries, accountId: null, ...some });
}

/** The same, where it has to succeed; the account's id. */
export async function connected(...ask: Parameters<typeof connect>): Promise<string> {
  const answer = await connect(...ask);
  if (answer.kind !== 'signed-in') throw new Error(`Not connected: ${JSON.stringify(answer)}`);
  return answer.accountId;
}

export async function figureOf(accountId: string): Promise<CardBalance | null> {
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

/** All that is saved of accounts, by its name. */
export async function savedValues(): Promise<Record<string, unknown>> {
  const { local, session } = fakeBrowser.storage;
  const all = { ...(await local.get(null)), ...(await session.get(null)) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name.includes(':')));
}

/** When the alarm rings, from now on; null: it is not set. */
export async function alarmInMs(): Promise<number | null> {
  const alarm = await fakeBrowser.alarms.get('wake');
  return alarm ? alarm.scheduledTime - Date.now() : null;
}
