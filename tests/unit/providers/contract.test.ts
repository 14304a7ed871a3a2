import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newAccount, type Seller } from '../../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { needsNoCredentials } from '../../../utils/providers/registry.ts';
import type { MirrorFault } from '../../sandbox/mirrors/mirror.ts';
import { expectSnapshot, situations, usual } from './situations.ts';
import { subjects } from './subjects/index.ts';
import type { Running } from './subjects/subject.ts';

/* What is written into a provider's sandbox, sent over its wire and read back over real HTTP, is unchanged. */

describe.each(subjects)('$provider.id:', ({ provider, reports, failures, start }) => {
  const { fetch } = globalThis;
  const requestedUrls: URL[] = [];
  let running: Running;
  let openedSellers: Seller[] = [];
  beforeAll(async () => {
    globalThis.fetch = (input, init) => {
      requestedUrls.push(new URL(input instanceof Request ? input.url : input));
      return fetch(input, init);
    };
    const toConnection = provider.form && vi.spyOn(provider.form, 'toConnection');
    running = await start();
    openedSellers = toConnection?.mock.results.map(({ value }) => value.seller) ?? [];
    return running.close;
  });
  afterAll(() => {
    globalThis.fetch = fetch;
    vi.restoreAllMocks();
  });

  const read = async (previous: UsageSnapshot | null = null) => {
    const snapshot = await provider.readCards(running.client, running.seller, previous);
    expect(parseStored('snapshot', snapshot)).toEqual(snapshot);
    return snapshot;
  };
  const readUsual = async () => {
    running.write(usual);
    return read();
  };
  const failAt = async (fault: MirrorFault, previous: UsageSnapshot | null = null): Promise<Error> => {
    running.setFault(fault);
    try {
      return await read(previous).then(
        (snapshot) => expect.fail(`${fault} gave ${JSON.stringify(snapshot)}`),
        (error) => error,
      );
    } finally {
      running.setFault(null);
    }
  };
  const failureOf = (error: Error) => toFailure(error, Date.now(), true, provider.isLocalNetwork ?? false);
  const faults = Object.keys(failures) as MirrorFault[];

  test.each(situations.filter(({ isReported }) => isReported?.(reports) ?? true))(
    '$what',
    async ({ entry, counts }) => {
      const written = { ...usual, ...entry };
      running.write(written);
      expectSnapshot(await read(), written, reports, counts);
    },
  );

  if (reports.name)
    test('the card is called what the plan or network is', async () => {
      const [card] = (await readUsual()).cards;
      expect([card?.title, card?.plans[0]?.name]).toContain(usual.name);
    });

  test('a second reading has what was used since, and leaves the first as it was', async () => {
    const first = await readUsual();
    const copy = structuredClone(first);
    expectSnapshot(await read(first), usual, reports);
    const later = { ...usual, usedBytes: 2 ** 31 };
    running.write(later);
    expectSnapshot(await read(first), later, reports);
    expect(first).toEqual(copy);
  });

  test.each(Object.entries(failures) as [MirrorFault, string][])(
    'the fault "%s" is told as %s, and loses nothing',
    async (fault, kind) => {
      const first = await readUsual();
      const copy = structuredClone(first);
      const error = await failAt(fault, first);
      expect(failureOf(error).kind).toBe(kind);
      if (fault !== 'cut') {
        expect(['ValiError', 'InvalidResponseError', 'ProviderError', 'NotOnNetworkError', 'SyntaxError']).toContain(
          error.name,
        );
      }
      expect(first).toEqual(copy);
      expectSnapshot(await read(first), usual, reports);
    },
  );

  test('the seller can be kept', () => {
    const account = newAccount('a', running.seller, Date.now());
    expect(parseStored('account', account)).toEqual(account);
  });

  test('only its own address is asked, and the form asks leave for that', async () => {
    await readUsual();
    const { origin: ownOrigin } = running.seller;
    expect([...new Set(requestedUrls.map(({ origin }) => origin))]).toEqual(ownOrigin === '' ? [] : [ownOrigin]);
    const hasTypedAddress = provider.form?.fields.some(({ kind }) => kind === 'hotspot' || kind === 'link');
    const needed = hasTypedAddress ? [] : openedSellers.flatMap(requiredMatchPatterns);
    expect(provider.form?.origins ?? []).toEqual(expect.arrayContaining(needed));
  });

  test('the secret is seen nowhere', async () => {
    const seen = [JSON.stringify(running.seller), JSON.stringify(await readUsual())];
    for (const fault of faults) {
      const error = await failAt(fault);
      seen.push(JSON.stringify(failureOf(error)), error.message, error.stack ?? '');
    }
    seen.push(...requestedUrls.map(({ href }) => href));
    const { secrets = [] } = running;
    expect(secrets.length === 0).toBe(needsNoCredentials(provider));
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(7);
      expect(seen.filter((text) => text.includes(secret) || text.includes(encodeURIComponent(secret)))).toEqual([]);
    }
  });
});
