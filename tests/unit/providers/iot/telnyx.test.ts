import { expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { telnyx } from '../../../../utils/providers/iot/telnyx.ts';
import { telnyxMirrorIn } from '../../../sandbox/mirrors/iot/telnyx.ts';
import { recordedClientAt } from '../recorded-http.ts';
import { usual } from '../situations.ts';
import { readMirror } from '../subjects/subject.ts';

const simId = '6a09cdc3-8948-47f0-aa62-74ac943d6c58';
const { seller } = telnyx.form.toConnection(defaultSeller('telnyx', 'Telnyx'), { simId, key: 'k' });

const data = {
  status: { value: 'enabled' },
  data_limit: { amount: '2048.1', unit: 'MB' },
  current_billing_period_consumed_data: { amount: '1024.05', unit: 'MB' },
};

const url = `https://api.telnyx.com/v2/sim_cards/${simId}`;
const read = async (body: unknown) => (await telnyx.readCards(recordedClientAt(url, body), seller)).cards[0];
const moduleOf = async (some: object) => (await read({ data: { ...data, ...some } }))?.plans[0]?.modules[0];

test('the recorded SIM is read: decimal texts in MB, for one month after another', async () => {
  const card = await read({ data });
  expect(card).toMatchObject({ key: simId, title: simId, state: 'active' });
  expect(card?.plans[0]).toMatchObject({ startsAt: null, expiresAt: null });
  expect(card?.plans[0]?.modules[0]).toMatchObject({
    balance: { kind: 'known', quotaBytes: 2_048_100_000, remainingBytes: 1_024_050_000, reservedBytes: 0 },
    refreshPeriod: 'monthly',
  });
});

const consumed = (amount: unknown, unit = 'MB') => ({ current_billing_period_consumed_data: { amount, unit } });
const limit = (amount: unknown, unit = 'MB') => ({ data_limit: { amount, unit } });
test.each([
  ['a limit in GB', limit('2.5', 'GB'), 2_500_000_000, 1_475_950_000],
  ['a number instead of a text', consumed(48.1), 2_048_100_000, 2_000_000_000],
  ['more used than the limit', consumed('3', 'GB'), 2_048_100_000, 0],
  ['a limit that is said to be reached', { status: { value: 'data_limit_exceeded' } }, 2_048_100_000, 0],
  ['the limit of the group, reached', { status: { value: 'data_limit_exceeded' }, data_limit: null }, 1_024_050_000, 0],
])('%s is understood', async (_, some, quotaBytes, remainingBytes) => {
  expect((await moduleOf(some))?.balance).toMatchObject({ kind: 'known', quotaBytes, remainingBytes });
});

test.each([
  ['no limit', { data_limit: undefined }],
  ['an empty amount', consumed('')],
  ['an amount below nothing', consumed(-1)],
  ['an amount in words', consumed('12 MB')],
  ['a unit that is not known', limit('1', 'TB')],
  ['nothing used told', { current_billing_period_consumed_data: null }],
])('with %s what is left is unknown', async (_, some) => {
  expect((await moduleOf(some))?.balance).toEqual({ kind: 'unknown' });
});

test.each([
  ['data_limit_exceeded', 'active'],
  ['registering', 'active'],
])('a SIM that is %s makes the card %s', async (value, state) => {
  expect(await read({ data: { ...data, iccid: '8931', status: { value } } })).toMatchObject({ title: '8931', state });
});

test.each(['unauthorized_imei', 'disabled', 'standby'])(
  '8.14 a SIM through which no data flows (%s) is a suspended card',
  async (status) => {
    const [card] = await readMirror(telnyx, telnyxMirrorIn(status), usual);
    expect(card?.state).toBe('suspended');
    expect(card && cardBalance(card, Date.now())).toMatchObject({ kind: 'known', leftBytes: 0 });
  },
);

test('a SIM that is not there is gone; an answer without a SIM is none', async () => {
  await expect(read(providerError(404, { errors: [{ code: '10005' }] }))).rejects.toMatchObject({ status: 410 });
  await expect(read({ errors: [{ code: '10007', title: 'Unexpected error' }] })).rejects.toThrow();
});
