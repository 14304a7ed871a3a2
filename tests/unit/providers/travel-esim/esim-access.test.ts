import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { esimAccess } from '../../../../utils/providers/travel-esim/esim-access.ts';
import { startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { esimAccessMirror, esimAccessMirrorWith } from '../../../sandbox/mirrors/travel-esim/esim-access.ts';
import { failureOf, recordedResponse } from '../recorded-http.ts';
import { usual } from '../situations.ts';
import { clientFor, readMirror } from '../subjects/subject.ts';

const iccid = '8943108170001029631';
const receivedAt = Date.UTC(2025, 2, 19, 21);
const { seller, secret } = esimAccess.form.toConnection(defaultSeller('esim-access', 'eSIM Access'), {
  iccid,
  key: 'code',
});

const ok = (obj: unknown) => ({ success: true, errorCode: '0', errorMsg: null, obj });
const usage = ok({
  esimUsageList: [
    {
      esimTranNo: '25031120490003',
      dataUsage: 1453344832,
      totalData: 5368709120,
      lastUpdateTime: '2025-03-19T18:00:00+0000',
    },
  ],
});
const esim = {
  esimTranNo: '25031120490003',
  iccid,
  shortUrl: 'https://p.qrsim.net/ad2b6c5e0208481484fe77923af2cd2e',
  esimStatus: 'IN_USE',
  expiredTime: '2025-04-10T20:49:05+0000',
  totalVolume: 5368709120,
  orderUsage: 1073741824,
  packageList: [{ packageName: 'Japan 5GB 30Days' }],
};

/** Reads with these response bodies, chosen by the end of the path. */
async function readWith(queryBody: unknown, usageBody: unknown = usage) {
  const requests: [string, unknown][] = [];
  const postJson: Client['postJson'] = async (url, request) => {
    requests.push([url, request]);
    return recordedResponse(url.endsWith('/usage/query') ? usageBody : queryBody, { receivedAt });
  };
  const snapshot = await esimAccess.readCards({ postJson } as Client, seller);
  return { snapshot, requests };
}

const cardOf = async (some: object, usageBody: unknown = usage) =>
  (await readWith(ok({ esimList: [{ ...esim, ...some }] }), usageBody)).snapshot.cards[0];
const balanceOf = async (some: object, usageBody: unknown = usage) =>
  (await cardOf(some, usageBody))?.plans[0]?.modules[0]?.balance;

describe('eSIM Access', () => {
  test('tells of an eSIM what is left, until when, and when that was measured', async () => {
    const { snapshot, requests } = await readWith(ok({ esimList: [esim] }));
    expect(snapshot.cards).toMatchObject([
      {
        key: '25031120490003',
        title: 'Japan 5GB 30Days',
        subscriberId: '•••• 9631',
        state: 'active',
        measuredAt: Date.UTC(2025, 2, 19, 18),
        plans: [{ state: 'active', expiresAt: Date.UTC(2025, 3, 10, 20, 49, 5) }],
        link: { kind: 'page', url: esim.shortUrl, cost: null },
      },
    ]);
    expect(snapshot.cards[0]?.plans[0]?.modules[0]?.balance).toEqual({
      kind: 'known',
      quotaBytes: 5368709120,
      remainingBytes: 5368709120 - 1453344832,
      reservedBytes: 0,
    });
    expect(requests).toEqual([
      ['https://api.esimaccess.com/api/v1/open/esim/query', { iccid, pager: { pageNum: 1, pageSize: 20 } }],
      ['https://api.esimaccess.com/api/v1/open/esim/usage/query', { esimTranNoList: ['25031120490003'] }],
    ]);
  });

  test('keeps the access code apart from the seller', () => {
    expect(secret).toBe('code');
    expect(JSON.stringify(seller)).not.toContain('"code"');
    expect(seller).toMatchObject({ byteUnit: 1024, dataDelayMs: 3 * 3_600_000, endpoints: { iccid } });
  });

  test.each([
    ['GOT_RESOURCE', 'active', 'not-started'],
    ['IN_USE', 'active', 'active'],
    ['USED_UP', 'active', 'active'],
    ['USED_EXPIRED', 'active', 'expired'],
    ['UNUSED_EXPIRED', 'active', 'expired'],
    ['SUSPENDED', 'suspended', 'active'],
    ['CANCEL', 'expired', 'expired'],
    ['REVOKED', 'expired', 'expired'],
  ])('takes %s for a card that is %s with a plan that is %s', async (esimStatus, state, planState) => {
    expect(await cardOf({ esimStatus })).toMatchObject({ state, plans: [{ state: planState }] });
  });

  test('takes a used-up eSIM to have nothing left, however late the figures', async () => {
    expect(await balanceOf({ esimStatus: 'USED_UP' })).toMatchObject({ quotaBytes: 5368709120, remainingBytes: 0 });
  });

  test.each([
    ['there are no newer ones', ok({ esimUsageList: [] })],
    ['newer ones are refused', { success: false, errorCode: '200009', errorMsg: 'Not in use yet', obj: null }],
    ['8.14 newer ones are a list of something else', ok(['?'])],
    ['newer ones are empty', ok({ esimUsageList: [{ esimTranNo: esim.esimTranNo, dataUsage: null, totalData: 0 }] })],
  ])('tells the figures of the first answer where %s', async (_, usageBody) => {
    const card = await cardOf({}, usageBody);
    expect(card?.measuredAt).toBe(receivedAt);
    expect(card?.plans[0]?.modules[0]?.balance).toMatchObject({ quotaBytes: 5 * 2 ** 30, remainingBytes: 4 * 2 ** 30 });
  });

  test('asks for the newer figures of ten eSIMs at most', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...esim, esimTranNo: `${at}` }));
    const { snapshot, requests } = await readWith(ok({ esimList: many }));
    expect(snapshot.cards).toHaveLength(12);
    expect(requests.map(([, request]) => request)[1]).toEqual({
      esimTranNoList: many.slice(0, 10).map((each) => each.esimTranNo),
    });
  });

  test.each([
    ['null', { totalVolume: null }, { kind: 'unknown' }],
    ['an empty text', { orderUsage: '' }, { kind: 'unknown' }],
    ['digits as text', { orderUsage: '1073741824' }, { kind: 'known', remainingBytes: 4 * 2 ** 30 }],
    ['more used than there was', { orderUsage: 6 * 2 ** 30 }, { kind: 'known', remainingBytes: 0 }],
    ['the int64 sentinel', { totalVolume: '9223372036854775807' }, { kind: 'unlimited' }],
  ])('reads an amount of %s as what it is', async (_, some, balance) => {
    expect(await balanceOf(some, ok({ esimUsageList: [] }))).toMatchObject(balance);
  });

  test.each([
    ['with a colon in its zone', '2025-04-10T20:49:05+08:00', Date.UTC(2025, 3, 10, 12, 49, 5)],
    ['in UTC', '2025-04-10T20:49:05Z', Date.UTC(2025, 3, 10, 20, 49, 5)],
    ['without a zone', '2025-04-10T20:49:05', null],
    ['that is empty', '', null],
  ])('reads a time %s', async (_, expiredTime, expiresAt) => {
    expect((await cardOf({ expiredTime }))?.plans[0]?.expiresAt).toBe(expiresAt);
  });

  test.each(['https://p.qrsim.net.example/a', 'http://p.qrsim.net/a', 'javascript:alert(1)', '', null])(
    'links to no page but its own: %s',
    async (shortUrl) => {
      expect((await cardOf({ shortUrl }))?.link).toBeNull();
    },
  );

  test('shows no earlier eSIMs of an ICCID that is used again', async () => {
    const earlier = { ...esim, esimTranNo: '24010100000001', esimStatus: 'USED_EXPIRED' };
    expect((await readWith(ok({ esimList: [earlier, esim] }))).snapshot.cards.map(({ key }) => key)).toEqual([
      esim.esimTranNo,
    ]);
    expect((await readWith(ok({ esimList: [earlier] }))).snapshot.cards).toHaveLength(1);
  });

  test.each([
    ['no eSIM of that ICCID', ok({ esimList: [] }), 'card-gone'],
    [
      'a text that names the access code',
      { success: false, errorCode: '1', errorMsg: 'Invalid accessCode' },
      'signed-out',
    ],
    [
      'any other refusal',
      { success: false, errorCode: '200010', errorMsg: 'Not allocated yet', obj: null },
      'unreadable',
    ],
    ['a refusal in words', { success: 'false', errorCode: '200010', errorMsg: null }, 'unreadable'],
    ['success with nothing', ok(null), 'unreadable'],
  ])('takes %s for what it means', async (_, queryBody, kind) => {
    expect(await failureOf(readWith(queryBody))).toBe(kind);
  });

  test.each([
    ['000001', 'seller-down'],
    ['900001', 'seller-down'],
    ['101002', 'forbidden'],
  ])('8.14 takes the error %s, though it comes with HTTP 200, for %s', async (errorCode, kind) => {
    expect(await failureOf(readMirror(esimAccess, esimAccessMirrorWith({ errorCode }), usual))).toBe(kind);
  });

  test.each([
    [{ usage: 'list' }, usual.measuredAt],
    [{ usage: 'object', successIs: 'true' }, usual.measuredAt],
    [{ usage: 'null' }, Date.now()],
  ] as const)('8.14 has the figures also of an answer with %o', async (options, measuredAt) => {
    const [card] = await readMirror(esimAccess, esimAccessMirrorWith(options), usual);
    const { quotaBytes, usedBytes } = usual;
    expect(card?.plans[0]?.modules[0]?.balance).toMatchObject({ quotaBytes, remainingBytes: quotaBytes - usedBytes });
    expect(Math.abs((card?.measuredAt ?? 0) - measuredAt)).toBeLessThan(minuteMs);
  });

  test('does not take a wrong access code', async () => {
    const mirror = await startMirror(esimAccessMirror);
    const mirrorSeller = { ...seller, origin: mirror.url };
    expect(
      await failureOf(esimAccess.readCards(await clientFor(esimAccess, mirrorSeller, 'wrong'), mirrorSeller)),
    ).toBe('signed-out');
    expect(mirror.requests.every(({ path }) => !path.includes('wrong'))).toBe(true);
    await mirror.close();
  });
});
