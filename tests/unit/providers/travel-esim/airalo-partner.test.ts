import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { airaloPartner } from '../../../../utils/providers/travel-esim/airalo-partner.ts';
import { startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { airaloPartnerMirror } from '../../../sandbox/mirrors/travel-esim/airalo-partner.ts';
import { grantedClient } from '../../support/clients.ts';
import { failureOf, recordedClient } from '../recorded-http.ts';

const { iccid = '', clientId = '', clientSecret = '' } = airaloPartnerMirror.entries;
const mb = 2 ** 20;
const receivedAt = Date.UTC(2021, 11, 12);
const base = defaultSeller('airalo-partner', 'Airalo');
const { seller, secret } = airaloPartner.form.toConnection(base, { iccid, clientId, clientSecret });

const usage = { remaining: 767, total: 2048, expired_at: '2022-01-01 00:00:00', is_unlimited: false, status: 'ACTIVE' };

async function readWith(data: unknown) {
  const { client, urls } = recordedClient(() => ({ data, meta: { message: 'api.succes' } }), { receivedAt });
  return { snapshot: await airaloPartner.readCards(client, seller), urls };
}

const planOf = async (some: object) => (await readWith({ ...usage, ...some })).snapshot.cards[0]?.plans[0];

describe('Airalo', () => {
  test('tells of an eSIM what is left, in MB of 1024, and its end in UTC', async () => {
    const { snapshot, urls } = await readWith(usage);
    expect(snapshot).toMatchObject({ measuredAt: receivedAt, floorMs: 20 * 60_000 });
    expect(snapshot.cards).toMatchObject([
      {
        key: iccid,
        title: 'Airalo',
        subscriberId: `•••• ${iccid.slice(-4)}`,
        state: 'active',
        plans: [{ state: 'active', startsAt: null, expiresAt: Date.UTC(2022, 0, 1) }],
      },
    ]);
    expect(snapshot.cards[0]?.plans[0]?.modules[0]?.balance).toEqual({
      kind: 'known',
      quotaBytes: 2048 * mb,
      remainingBytes: 767 * mb,
      reservedBytes: 0,
    });
    expect(urls).toEqual([`https://partners-api.airalo.com/v2/sims/${iccid}/usage`]);
  });

  test('keeps the client’s id with the seller and its secret apart', () => {
    expect(secret).toBe(clientSecret);
    expect(seller).toMatchObject({ byteUnit: 1024, endpoints: { iccid, clientId } });
    expect(JSON.stringify(seller)).not.toContain(clientSecret);
  });

  test.each([
    ['NOT_ACTIVE', 'not-started'],
    ['ACTIVE', 'active'],
    ['FINISHED', 'active'],
    ['UNKNOWN', 'active'],
    ['EXPIRED', 'expired'],
  ])('takes %s for a plan that is %s', async (status, state) => {
    expect((await planOf({ status }))?.state).toBe(state);
  });

  test.each([
    ['the flag beside 0 of 0', { is_unlimited: true, remaining: 0, total: 0 }, { kind: 'unlimited' }],
    ['0 of 0 without the flag', { remaining: 0, total: 0 }, { kind: 'unknown' }],
    ['the status UNKNOWN', { status: 'UNKNOWN' }, { kind: 'unknown' }],
    ['the status FINISHED', { status: 'FINISHED' }, { kind: 'known', quotaBytes: 2048 * mb, remainingBytes: 0 }],
    ['nothing left', { remaining: 0 }, { kind: 'known', remainingBytes: 0 }],
    ['null', { remaining: null }, { kind: 'unknown' }],
    ['an empty text', { remaining: '' }, { kind: 'unknown' }],
    ['digits as text', { remaining: '1.5' }, { kind: 'known', remainingBytes: 1.5 * mb }],
    ['less than nothing', { remaining: -3 }, { kind: 'known', remainingBytes: 0 }],
  ])('reads %s as what it is', async (_, some, balance) => {
    expect((await planOf(some))?.modules[0]?.balance).toMatchObject(balance);
  });

  test.each([
    ['null', null, null],
    ['an empty text', '', null],
    ['a time with a zone', '2022-01-01T00:00:00Z', Date.UTC(2022, 0, 1)],
    ['no day', '2022-13-41 00:00:00', null],
  ])('reads %s as an end that may be there', async (_, expired_at, expiresAt) => {
    expect((await planOf({ expired_at }))?.expiresAt).toBe(expiresAt);
  });

  test('takes a recycled eSIM for a card that is gone', async () => {
    const recycled = { remaining: 0, total: 0, expired_at: null, is_unlimited: null, status: 'RECYCLED' };
    expect(await failureOf(readWith(recycled))).toBe('card-gone');
  });

  test('takes an ICCID it does not know for a card that is gone', async () => {
    const { client } = recordedClient(() =>
      providerError(404, { data: [], meta: { message: 'messages.resource_not_found' } }),
    );
    expect(await failureOf(airaloPartner.readCards(client, seller))).toBe('card-gone');
  });

  describe('for a token', () => {
    const exchangeWith = async (id: string, clientSecret: string) => {
      const mirror = await startMirror(airaloPartnerMirror);
      const mirrorSeller = { ...seller, origin: mirror.url, endpoints: { iccid, clientId: id } };
      return airaloPartner.auth.exchange(grantedClient(), mirrorSeller, clientSecret).finally(mirror.close);
    };

    test('takes id and secret, and holds it for a day at most, though it is said to live a year', async () => {
      const tokens = await exchangeWith(clientId, clientSecret);
      expect(tokens).toEqual({ accessToken: expect.any(String), lifeMs: 86_400_000, refreshToken: null });
    });

    test.each([
      ['secret', clientId, 'wrong'],
      ['id', 'wrong', clientSecret],
    ])('takes no wrong %s', async (_, id, secret) => {
      expect(await failureOf(exchangeWith(id, secret))).toBe('signed-out');
    });

    test.each([
      [403, 'forbidden'],
      [429, 'rate-limited'],
      [503, 'seller-down'],
    ])('takes %i for what it is everywhere', async (status, kind) => {
      const postParts = () => Promise.reject(providerError(status, { code: 89, reason: '' }));
      expect(
        await failureOf(airaloPartner.auth.exchange({ postParts } as unknown as Client, seller, secret ?? '')),
      ).toBe(kind);
    });
  });
});
