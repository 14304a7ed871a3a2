import { expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { emnify } from '../../../../utils/providers/iot/emnify.ts';
import { recordedClientAt, recordedResponse } from '../recorded-http.ts';

const { seller, secret } = emnify.form.toConnection(defaultSeller('emnify', 'emnify'), {
  endpointId: '166',
  token: 'app',
});
const quota = {
  volume: 12.5,
  last_volume_added: 100,
  threshold_volume: 20,
  threshold_percentage: 20,
  expiry_date: '2026-12-31 22:00:00',
  auto_refill: 1,
  status: { id: 1, description: 'ACTIVE' },
  action_on_exhaustion: { id: 2, description: 'Block' },
};

const url = 'https://cdn.emnify.net/api/v1/endpoint/166/quota/data';
const read = async (body: unknown) => (await emnify.readCards(recordedClientAt(url, body), seller)).cards[0];
const planOf = async (some: object) => (await read({ ...quota, ...some }))?.plans[0];
const exhausted = { id: 2, description: 'EXHAUSTED' };

test('a quota is read: what is left of what was added last, in MB, and UTC without a zone', async () => {
  const card = await read(quota);
  expect(card).toMatchObject({ key: '166', title: '166', state: 'active' });
  expect(card?.plans[0]).toMatchObject({
    state: 'active',
    expiresAt: Date.UTC(2026, 11, 31, 22),
    modules: [{ balance: { kind: 'known', quotaBytes: 100_000_000, remainingBytes: 12_500_000, reservedBytes: 0 } }],
  });
});

test.each([
  ['after a refill more is left than was added', { volume: 130 }, 100_000_000, 130_000_000],
  ['exhausted is nothing left, whatever the volume', { status: exhausted }, 100_000_000, 0],
  ['a status in digits', { status: { id: '2' } }, 100_000_000, 0],
  ['a status that is not known says nothing', { status: { id: 9 } }, 100_000_000, 12_500_000],
])('%s', async (_, some, quotaBytes, remainingBytes) => {
  expect((await planOf(some))?.modules[0]?.balance).toMatchObject({ kind: 'known', quotaBytes, remainingBytes });
});

test.each([{ volume: null }, { volume: '' }, { last_volume_added: undefined }])(
  'with %o what is left is unknown',
  async (some) => {
    expect((await planOf(some))?.modules[0]?.balance).toEqual({ kind: 'unknown' });
  },
);

test('exhausted is nothing left, of an amount not told', async () => {
  const plan = await planOf({ status: exhausted, last_volume_added: null });
  expect(plan?.modules[0]?.balance).toMatchObject({ kind: 'coarse', level: 'out' });
});

test('expired is a plan that is over, before its date', async () => {
  expect(await planOf({ status: { id: 3, description: 'EXPIRED' } })).toMatchObject({ state: 'expired' });
});

test.each([
  ['2026-12-31T22:00:00.000+0000', Date.UTC(2026, 11, 31, 22)],
  ['2026-12-31T23:00:00+01:00', Date.UTC(2026, 11, 31, 22)],
  ['0000-00-00 00:00:00', null],
  [undefined, null],
])('the end %o is %o', async (expiry_date, expiresAt) => {
  expect((await planOf({ expiry_date }))?.expiresAt).toBe(expiresAt);
});

test('8.14 without a quota what is left is unknown, and the card is not gone', async () => {
  const card = await read(providerError(404, { message: 'x' }));
  expect(card).toMatchObject({ key: '166', state: 'active', plans: [{ state: 'active', expiresAt: null }] });
  expect(card?.plans[0]?.modules[0]?.balance).toEqual({ kind: 'unknown' });
});

test('an endpoint of another account is forbidden; a body without a status is no quota', async () => {
  await expect(read(providerError(403, { message: 'x' }))).rejects.toMatchObject({ status: 403 });
  await expect(read({ message: 'x' })).rejects.toMatchObject({ name: 'ValiError' });
});

const exchange = (body: unknown) => {
  const postJson: Client['postJson'] = async (requestedUrl, sent) => {
    expect(requestedUrl).toBe('https://cdn.emnify.net/api/v1/authenticate');
    expect(sent).toEqual({ application_token: 'app' });
    if (body instanceof Error) throw body;
    return recordedResponse(body);
  };
  return emnify.auth.exchange({ postJson } as Client, seller, secret ?? '');
};

test('the application token is given for one whose life is not told', async () => {
  const tokens = { accessToken: 'jwt', lifeMs: null, refreshToken: null };
  expect(await exchange({ auth_token: 'jwt', refresh_token: 'not ours to use' })).toEqual(tokens);
  await expect(exchange({ message: 'x' })).rejects.toThrow();
});

test.each([
  [400, 401],
  [401, 401],
  [403, 401],
  [429, 429],
  [500, 500],
])('%i instead of a token is told as %i', async (status, expected) => {
  await expect(exchange(providerError(status))).rejects.toMatchObject({ name: 'ProviderError', status: expected });
});
