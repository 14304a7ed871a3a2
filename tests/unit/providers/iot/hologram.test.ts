import { expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Balance } from '../../../../utils/core/usage/card.ts';
import { cardBalance, cardExpiresAt } from '../../../../utils/core/usage/card-balance.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { hologram } from '../../../../utils/providers/iot/hologram.ts';
import { hologramMirrorIn } from '../../../sandbox/mirrors/iot/hologram.ts';
import { recordedClientAt } from '../recorded-http.ts';
import { usual } from '../situations.ts';
import { readMirror } from '../subjects/subject.ts';

const receivedAt = Date.UTC(2018, 7, 20);
const { seller, secret } = hologram.form.toConnection(defaultSeller('hologram', 'Hologram'), {
  deviceId: '69063',
  key: 'k',
});

/** The example device of the API documents, with other members of its link. */
const device = (some: object = {}) => ({
  success: true,
  data: {
    id: 69063,
    name: 'Pilot (69063)',
    whencreated: '2018-08-04 20:41:45',
    links: { cellular: [{ ...link, ...some }] },
  },
});
const link = {
  cur_billing_data_used: 250_000,
  overagelimit: 0,
  plan: { name: 'Pilot Plan - 1MB', data: 1_000_000, zone: 'global', overage: '0.4000', id: 170 },
  whenclaimed: '2018-08-04 20:41:45',
  whenexpires: '2018-09-03 20:41:45',
  state: 'LIVE',
};

const url = 'https://dashboard.hologram.io/api/1/devices/69063';
const read = async (body: unknown) =>
  (await hologram.readCards(recordedClientAt(url, body, { receivedAt }), seller)).cards[0];
const balanceOf = async (some: object) => (await read(device(some)))?.plans[0]?.modules[0]?.balance;
const known = (quotaBytes: number, remainingBytes: number): Balance => ({
  kind: 'known',
  quotaBytes,
  remainingBytes,
  reservedBytes: 0,
});

test('the recorded device is read: bytes, and UTC without a zone', async () => {
  const card = await read(device());
  expect(card).toMatchObject({ key: '69063', title: 'Pilot (69063)', state: 'active', measuredAt: receivedAt });
  expect(card?.plans[0]).toMatchObject({
    name: 'Pilot Plan - 1MB',
    expiresAt: null,
    modules: [
      {
        balance: known(1_000_000, 750_000),
        expiresAt: Date.UTC(2018, 8, 3, 20, 41, 45),
        refreshPeriod: 'monthly',
      },
    ],
  });
});

test.each([
  ['LIVE', false],
  ['LIVE-PENDING', false],
  ['PAUSED-USER', true],
  ['PAUSED-SYS', true],
  ['DEAD', true],
])('8.14 the end of a billing period in which the SIM is %s ends the plan: %s', async (state, isPlansEnd) => {
  const [card] = await readMirror(hologram, hologramMirrorIn(state), usual);
  const end = Math.floor((usual.expiresAt ?? 0) / 1000) * 1000;
  expect(card && cardExpiresAt({ ...card, state: 'active' }, Date.now())).toBe(isPlansEnd ? end : null);
  expect(card?.plans[0]?.modules[0]?.refreshPeriod).toBe(isPlansEnd ? 'none' : 'monthly');
});

test('8.14 a period whose end is past has begun anew, and its end is not known', async () => {
  const card = await read(device({ whenexpires: '2018-01-01 00:00:00' }));
  expect(card?.plans[0]).toMatchObject({ state: 'active', modules: [{ expiresAt: null, refreshPeriod: 'monthly' }] });
  expect(card && cardBalance(card, receivedAt).kind).toBe('known');
});

const payAsYouGo = { name: 'Flat Rate', data: 0 };
test.each([
  ['the plan’s data, however much may be used above it', { overagelimit: 5_000_000 }, known(1_000_000, 750_000)],
  ['the plan’s data, where nothing bounds what is above it', { overagelimit: -1 }, known(1_000_000, 750_000)],
  ['the limit of pay-as-you-go', { plan: payAsYouGo, overagelimit: 300_000 }, known(300_000, 50_000)],
  ['unknown, where only money bounds it', { plan: payAsYouGo, overagelimit: -1 }, { kind: 'unknown' }],
  ['unknown without a plan, whatever the limit', { plan: null, overagelimit: 0 }, { kind: 'unknown' }],
  ['unknown without what was used', { cur_billing_data_used: '' }, { kind: 'unknown' }],
  ['the same in digits', { cur_billing_data_used: '250000' }, known(1_000_000, 750_000)],
  ['nothing left where more was used', { cur_billing_data_used: 1_000_001 }, known(1_000_000, 0)],
])('what bounds the use: %s', async (_, some, balance) => {
  expect(await balanceOf(some)).toEqual(balance);
});

test.each(['0000-00-00 00:00:00', '', null, 1_536_007_305])('%o is no end', async (whenexpires) => {
  const plan = (await read(device({ whenexpires })))?.plans[0];
  expect([plan?.expiresAt, plan?.modules[0]?.expiresAt]).toEqual([null, null]);
});

test.each([
  ['PAUSED-USER', 'suspended'],
  ['PAUSED-SYS', 'suspended'],
  ['DEAD', 'expired'],
  ['LIVE-PENDING', 'active'],
  [null, 'active'],
])('a link that is %s makes the card %s', async (state, expected) => {
  expect((await read(device({ state })))?.state).toBe(expected);
});

test('of several links the live one counts', async () => {
  const cellular = [
    { ...link, state: 'DEAD' },
    { ...link, cur_billing_data_used: 1 },
  ];
  const card = await read({ success: true, data: { name: '', links: { cellular } } });
  expect(card).toMatchObject({ title: '69063', state: 'active' });
  expect(card?.plans[0]?.modules[0]?.balance).toEqual(known(1_000_000, 999_999));
});

test.each([
  [{ success: false, error: 'Invalid API key' }, 401],
  [{ success: false, error: 'Unauthorized' }, 401],
  [{ success: false, error: 'API method does not exist' }, 400],
  [{ success: false }, 400],
  [{ success: true, data: { links: { cellular: [] } } }, 410],
  [providerError(404), 410],
  [providerError(403), 403],
])('%o is told as %i', async (body, status) => {
  await expect(read(body)).rejects.toMatchObject({ name: 'ProviderError', status });
});

test('the key is the password of "apikey", in UTF-8, and nowhere else', () => {
  expect(secret).toBe('k');
  expect(hologram.auth.headers('k')).toEqual({ authorization: 'Basic YXBpa2V5Oms=' });
  expect(hologram.auth.headers('ключ')).toEqual({ authorization: 'Basic YXBpa2V5OtC60LvRjtGH' });
  expect(seller).toMatchObject({ byteUnit: 1000, meteredBy: 'network', endpoints: { deviceId: '69063' } });
});
