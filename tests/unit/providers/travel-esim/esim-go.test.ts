import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { esimGo } from '../../../../utils/providers/travel-esim/esim-go.ts';
import { startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { esimGoMirror } from '../../../sandbox/mirrors/travel-esim/esim-go.ts';
import { failureOf, recordedClient } from '../recorded-http.ts';
import { clientFor } from '../subjects/subject.ts';

const iccid = '8944538532008160222';
const receivedAt = Date.UTC(2024, 11, 12);
const { seller, secret } = esimGo.form.toConnection(defaultSeller('esim-go', 'eSIM Go'), { iccid, key: 'key' });

const assignment = {
  id: '215009266',
  callTypeGroup: 'data',
  initialQuantity: 1000000000,
  remainingQuantity: 750000000,
  assignmentDateTime: '2024-12-11T10:47:00Z',
  bundleState: 'active',
  unlimited: false,
};
const bundle = { name: 'esim_1GB_7D_GB_V2', description: '…', assignments: [assignment] };

async function readWith(body: unknown) {
  const { client, urls } = recordedClient(() => body, { receivedAt });
  const { cards } = await esimGo.readCards(client, seller);
  return { card: cards[0], plans: cards[0]?.plans ?? [], urls };
}

const planOf = async (some: object) =>
  (await readWith({ bundles: [{ ...bundle, assignments: [{ ...assignment, ...some }] }] })).plans[0];

describe('eSIM Go', () => {
  test('tells of an eSIM each assigned bundle as a plan', async () => {
    const { card, urls } = await readWith({ bundles: [bundle] });
    expect(card).toMatchObject({ key: iccid, title: 'eSIM Go', subscriberId: '•••• 0222', measuredAt: receivedAt });
    expect(card?.plans).toMatchObject([
      { id: '215009266', name: '…', state: 'active', startsAt: null, expiresAt: null },
    ]);
    expect(card?.plans[0]?.modules[0]?.balance).toEqual({
      kind: 'known',
      quotaBytes: 1_000_000_000,
      remainingBytes: 750_000_000,
      reservedBytes: 0,
    });
    expect(urls).toEqual([`https://api.esim-go.com/v2.4/esims/${iccid}/bundles?includeUsed=true&limit=15`]);
  });

  test('keeps the key apart from the seller', () => {
    expect(secret).toBe('key');
    expect(JSON.stringify(seller)).not.toContain('"key"');
    expect(seller).toMatchObject({ byteUnit: 1000, endpoints: { iccid } });
  });

  test.each([
    ['processing', 'queued'],
    ['queued', 'not-started'],
    ['active', 'active'],
    ['depleted', 'active'],
    ['expired', 'expired'],
    ['revoked', 'expired'],
    ['lapsed', 'expired'],
    ['Queued', 'not-started'],
  ])('takes a bundle that is %s for a plan that is %s', async (bundleState, state) => {
    expect((await planOf({ bundleState }))?.state).toBe(state);
  });

  test('counts what runs, and neither what waits nor what is over', async () => {
    const others = ['queued', 'revoked'].map((bundleState, at) => ({ ...assignment, id: `${at}`, bundleState }));
    const { card } = await readWith({ bundles: [bundle, { ...bundle, name: 'b', assignments: others }] });
    expect(card?.plans).toHaveLength(3);
    expect(card && cardBalance(card, receivedAt)).toEqual({ kind: 'known', leftBytes: 750e6, totalBytes: 1e9 });
  });

  test.each([
    ['the flag', { unlimited: true, initialQuantity: -1, remainingQuantity: -1 }, { kind: 'unlimited' }],
    ['−1 without the flag', { initialQuantity: -1, remainingQuantity: -1 }, { kind: 'unknown' }],
    ['null', { remainingQuantity: null }, { kind: 'unknown' }],
    ['an empty text', { remainingQuantity: '' }, { kind: 'unknown' }],
    ['digits as text', { remainingQuantity: '5.9' }, { kind: 'known', remainingBytes: 5 }],
    ['a depleted bundle', { bundleState: 'depleted', remainingQuantity: null }, { kind: 'known', remainingBytes: 0 }],
  ])('reads %s as what it is', async (_, some, balance) => {
    expect((await planOf(some))?.modules[0]?.balance).toMatchObject(balance);
  });

  test('tells start and end once the bundle has begun', async () => {
    const times = { startTime: '2024-12-11T10:47:00.34523Z', endTime: '2024-12-18T10:47:00Z' };
    expect(await planOf(times)).toMatchObject({
      startsAt: Date.UTC(2024, 11, 11, 10, 47, 0, 345),
      expiresAt: Date.UTC(2024, 11, 18, 10, 47),
    });
    expect(await planOf({ startTime: '', endTime: '' })).toMatchObject({ startsAt: null, expiresAt: null });
  });

  test('leaves out what is for calls', async () => {
    expect(await planOf({ callTypeGroup: 'voice' })).toBeUndefined();
  });

  test.each([
    ['no bundles', { bundles: [] }],
    ['null for bundles', { bundles: null }],
    ['a bundle without assignments', { bundles: [{ ...bundle, assignments: null }] }],
  ])('takes %s for a card without a plan', async (_, body) => {
    expect((await readWith(body)).card).toMatchObject({ key: iccid, plans: [] });
  });

  test.each([
    [400, 'unreadable'],
    [403, 'signed-out'],
    [404, 'card-gone'],
    [500, 'seller-down'],
  ])('takes %i for %s', async (status, kind) => {
    const { client } = recordedClient(() => providerError(status, { message: 'access denied' }));
    expect(await failureOf(esimGo.readCards(client, seller))).toBe(kind);
  });

  test('does not take a wrong key', async () => {
    const mirror = await startMirror(esimGoMirror);
    const mirrorSeller = { ...seller, origin: mirror.url };
    expect(await failureOf(esimGo.readCards(await clientFor(esimGo, mirrorSeller, 'wrong'), mirrorSeller))).toBe(
      'signed-out',
    );
    expect(mirror.requests.map(({ headers }) => headers['x-api-key'])).toEqual(['wrong']);
    await mirror.close();
  });
});
