import { expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { oneNce } from '../../../../utils/providers/iot/1nce.ts';
import { oneNceMirrorWith } from '../../../sandbox/mirrors/iot/1nce.ts';
import { recordedClientAt, recordedResponse } from '../recorded-http.ts';
import { usual } from '../situations.ts';
import { readMirror } from '../subjects/subject.ts';

const iccid = '8988280666000000001';
const entries = { iccid, login: 'api@fleet.example', password: 'wörd:1' };
const { seller, secret } = oneNce.form.toConnection(defaultSeller('1nce', '1NCE'), entries);
const quota = {
  status: { id: 1, description: 'ACTIVE' },
  volume: 435.787951,
  total_volume: 500,
  expiry_date: '2029-01-01T00:00:00.000Z',
  peak_throughput: 1_000_000,
  last_volume_added: 500,
  last_status_change_date: '2026-01-01T00:00:00.000Z',
  threshold_percentage: 20,
};

const mib = 2 ** 20;
const url = `https://api.1nce.com/management-api/v2/sims/${iccid}/quota/data`;
const read = async (body: unknown) => (await oneNce.readCards(recordedClientAt(url, body), seller)).cards[0];
const planOf = async (some: object) => (await read({ ...quota, ...some }))?.plans[0];

test('8.14 the recorded quota is read: what is left, in MB of 1024 KB with decimals', async () => {
  const card = await read(quota);
  expect(card).toMatchObject({ key: iccid, title: iccid });
  expect(card?.plans[0]).toMatchObject({
    expiresAt: Date.UTC(2029, 0, 1),
    modules: [{ balance: { kind: 'known', quotaBytes: 500 * mib, remainingBytes: 456_956_787, reservedBytes: 0 } }],
  });
  expect(seller.byteUnit).toBe(1024);
});

test.each([
  [{ volume: 0 }, { kind: 'known', remainingBytes: 0 }],
  [{ volume: -1.5 }, { kind: 'known', remainingBytes: 0 }],
  [{ volume: '435.787951' }, { kind: 'known', remainingBytes: 456_956_787 }],
  [{ volume: null }, { kind: 'unknown' }],
  [{ total_volume: null }, { kind: 'unknown' }],
  [{ total_volume: '' }, { kind: 'unknown' }],
])('%o is %o', async (some, balance) => {
  expect((await planOf(some))?.modules[0]?.balance).toMatchObject(balance);
});

test.each([
  ['2029-01-01T02:00:00.000+02:00', Date.UTC(2029, 0, 1)],
  ['2029-01-01T02:00:00+0200', Date.UTC(2029, 0, 1)],
  ['2029-01-01 00:00:00', Date.UTC(2029, 0, 1)],
  ['0000-00-00 00:00:00', null],
  ['2029-01-01', null],
  [null, null],
])('the end %o is %o', async (expiry_date, expiresAt) => {
  expect((await planOf({ expiry_date }))?.expiresAt).toBe(expiresAt);
});

test('8.14 exhausted is nothing left, whatever the volume; a status that is not known says nothing', async () => {
  const balanceOf = async (some: object) => (await planOf(some))?.modules[0]?.balance;
  const empty = { kind: 'known', remainingBytes: 0 };
  const status = { id: 0, description: 'EXHAUSTED' };
  expect(await balanceOf({ status })).toMatchObject({ ...empty, quotaBytes: 500 * mib });
  expect(await balanceOf({ status, total_volume: null })).toMatchObject({ kind: 'coarse', level: 'out' });
  expect(await balanceOf({ status: 'ACTIVE' })).toMatchObject({ remainingBytes: 456_956_787 });
});

test.each([true, false])(
  '8.14 an expired SIM is an expired card, and no answer that could not be read (as an error: %s)',
  async (refusesExpired) => {
    const ended = { ...usual, expiresAt: Date.now() - 1000 };
    const [card] = await readMirror(oneNce, oneNceMirrorWith({ refusesExpired }), ended);
    expect(card).toMatchObject({ state: 'expired', plans: [{ state: 'expired' }] });
  },
);

test('a SIM that is not theirs is gone; a body without a volume is no quota', async () => {
  const gone = providerError(404, { statusCode: 404, errorCode: 'NOT_FOUND', message: 'x' });
  await expect(read(gone)).rejects.toMatchObject({ status: 410 });
  await expect(read({ ...quota, volume: undefined })).rejects.toMatchObject({ name: 'ValiError' });
  await expect(read({ statusCode: 500, errorCode: 'X', message: 'x' })).rejects.toMatchObject({ name: 'ValiError' });
});

const exchange = (body: unknown) => {
  const postJson: Client['postJson'] = async (requestedUrl, sent, headers) => {
    expect(requestedUrl).toBe('https://api.1nce.com/management-api/oauth/token');
    expect(sent).toEqual({ grant_type: 'client_credentials' });
    expect(headers).toEqual({ authorization: 'Basic YXBpQGZsZWV0LmV4YW1wbGU6d8O2cmQ6MQ==' });
    if (body instanceof Error) throw body;
    return recordedResponse(body);
  };
  return oneNce.auth.exchange({ postJson } as Client, seller, secret ?? '');
};
const token = { status_code: 200, access_token: 'at', token_type: 'bearer', expires_in: 3600 };

test('login and password, in UTF-8, are given for a token of an hour', async () => {
  expect(await exchange(token)).toEqual({ accessToken: 'at', lifeMs: 3_600_000, refreshToken: null });
  expect(await exchange({ ...token, expires_in: '599' })).toMatchObject({ lifeMs: 599_000 });
  expect(await exchange({ ...token, expires_in: null })).toMatchObject({ lifeMs: null });
  await expect(exchange({ ...token, access_token: '' })).rejects.toThrow();
});

test.each([
  [400, 401],
  [401, 401],
  [403, 401],
  [404, 404],
  [503, 503],
])('%i instead of a token is told as %i', async (status, expected) => {
  await expect(exchange(providerError(status))).rejects.toMatchObject({ name: 'ProviderError', status: expected });
});

test('too many requests for a token keep what they say of when to come back', async () => {
  await expect(exchange(providerError(429, {}, '30'))).rejects.toMatchObject({ status: 429, retryAfter: '30' });
});
