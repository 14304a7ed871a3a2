import { expect, test } from 'vitest';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import {
  closedProviders,
  failureWithoutProvider,
  findProvider,
  hasProvider,
  providerIds as ids,
  isDiscovered,
  loadProviders,
  sellerFinders,
} from '../../../utils/providers/registry.ts';
import { findGaps } from '../../tools/new-provider/gaps.ts';
import { subjects } from './subjects/index.ts';

/** Stored accounts refer to their provider by id: none of these may disappear without a word. */
const promised = [
  ...['account-api', 'manual', 'static', 'telekom-datapass', 'huawei-hilink', 'zte-goform', 'cheaperesim', '1nce'],
  ...['emnify', 'hologram', 'telnyx', 'esim-access', 'esim-go', 'airalo-partner'],
];

test('8.11 the providers that were promised are there or told as closed, each once', () => {
  const told = [...ids, ...closedProviders];
  expect(told).toEqual(expect.arrayContaining(promised));
  expect(told).toEqual([...new Set(told)]);
});

test('8.11 one that is closed is told apart from one that this version does not know', () => {
  expect(failureWithoutProvider('telekom-datapass')).toEqual({ kind: 'closed' });
  expect(failureWithoutProvider('axis')).toEqual({ kind: 'unsupported' });
});

test('every provider that reads something has a subject in the list of the contract suite, in the same order', () => {
  expect(subjects.map(({ provider }) => provider.id)).toEqual(ids.filter((id) => id !== 'demo'));
});

test('a provider is found by its id, and none by another', async () => {
  expect((await loadProviders()).map(({ id }) => id)).toEqual(ids);
  expect(await Promise.all(ids.map(async (id) => (await findProvider(id))?.id))).toEqual(ids);
  for (const id of ['axis', 'toString', '']) expect([hasProvider(id), await findProvider(id)]).toEqual([false, null]);
});

test('what is said of providers without loading them is what they are', async () => {
  const providers = await loadProviders();
  expect(sellerFinders).toEqual(providers.filter(({ findSeller }) => findSeller));
  const found = providers.filter(({ findSeller, setup }) => findSeller ?? setup).map(({ id }) => id);
  const sellerOf = (providerId: string) => ({ providerId, origin: 'https://axis.example' }) as Seller;
  expect(ids.filter((id) => isDiscovered(sellerOf(id)))).toEqual(found);
});

test('nothing is left to fill in of what `npm run new-provider` lays out', () => {
  const gaps = findGaps();
  if (gaps.length > 0) expect.fail(gaps.join('\n'));
});
