import { afterEach, describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { zteGoform } from '../../../../utils/providers/hotspots/zte-goform.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { zteGoformMirror, zteMirror } from '../../../sandbox/mirrors/hotspots/zte-goform.ts';
import { type MirrorDefinition, type RunningMirror, startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { grantedClient } from '../../support/clients.ts';
import { recordedClient } from '../recorded-http.ts';

const mib = 2 ** 20;
const gib = 2 ** 30;
const usedBytes = 7_900_000_000;
const receivedAt = new Date(2027, 1, 15, 12).getTime();
const recorded = {
  monthly_rx_bytes: '7000000000',
  monthly_tx_bytes: '900000000',
  data_volume_limit_switch: '1',
  data_volume_limit_unit: 'data',
  data_volume_limit_size: '470_1024',
  data_volume_alert_percent: '80',
  traffic_clear_date: '1',
  network_provider: 'Tele2',
  ppp_status: 'ppp_connected',
};

function hotspot(answer: unknown) {
  return recordedClient(() => answer, { headers: new Headers({ date: 'Thu, 01 Jan 1970 00:01:00 GMT' }), receivedAt });
}

function openedSeller(entries: Record<string, string> = {}) {
  return zteGoform.form.toConnection(defaultSeller('zte-goform', 'ZTE hotspot'), { address: '192.168.0.1', ...entries })
    .seller;
}

async function read(answer: unknown, entries = {}) {
  const { client, urls } = hotspot(answer);
  const snapshot = await zteGoform.readCards(client, openedSeller(entries));
  const [card] = snapshot.cards;
  return { snapshot, urls, card, plan: card?.plans[0], balance: card?.plans[0]?.modules[0]?.balance };
}

async function failureOf(answer: unknown) {
  const failed = await zteGoform.readCards(hotspot(answer).client, openedSeller()).catch((thrown: unknown) => thrown);
  return toFailure(failed, receivedAt, true, true).kind;
}

const known = (quotaBytes: number) => {
  const remainingBytes = Math.max(0, quotaBytes - usedBytes);
  return { kind: 'known', quotaBytes, remainingBytes, reservedBytes: 0 };
};

test('the recorded answer is read with one question, by our clock', async () => {
  const { snapshot, urls, card, plan, balance } = await read(recorded);
  expect(card).toMatchObject({ key: 'hotspot', title: 'Tele2', measuredAt: receivedAt });
  const [startsAt, expiresAt] = [new Date(2027, 1, 1).getTime(), new Date(2027, 2, 1).getTime()];
  expect(plan).toMatchObject({ startsAt, expiresAt: null, modules: [{ expiresAt, refreshPeriod: 'monthly' }] });
  expect(balance).toEqual(known(470 * gib));
  expect(snapshot).toMatchObject({ skewMs: 0, floorMs: 0, checkedAt: receivedAt });
  expect(urls).toHaveLength(1);
  expect(urls[0]).toMatch(/^http:\/\/192\.168\.0\.1\/goform\/goform_get_cmd_process\?isTest=false&multi_data=1&cmd=\w/);
});

test('the names some firmware has are read, though the others come back empty', async () => {
  const prefixed = Object.entries(recorded).map(([name, value]) => [`flux_${name}`, value]);
  const empty = Object.fromEntries(Object.keys(recorded).map((name) => [name, '']));
  const others = { flux_clear_date: '9', network_provider_fullname: 'Tele2 Sverige' };
  const { card, plan, balance } = await read({ ...empty, ...Object.fromEntries(prefixed), ...others });
  expect(balance).toEqual(known(470 * gib));
  expect([card?.title, plan?.startsAt]).toEqual(['Tele2 Sverige', new Date(2027, 1, 9).getTime()]);
});

test.each([
  ['100_1', 100 * mib],
  ['50_1024', 50 * gib],
  ['2_1048576', 2 * 2 ** 40],
  ['1.5_1024', 1.5 * gib],
])('a limit of "%s" is their product in MB', async (data_volume_limit_size, quotaBytes) => {
  expect((await read({ ...recorded, data_volume_limit_size }, { quota: '5 GB' })).balance).toEqual(known(quotaBytes));
});

test.each([
  ['is switched off', { data_volume_limit_switch: '0' }],
  ['is not set', { data_volume_limit_switch: '', data_volume_limit_unit: '', data_volume_limit_size: '' }],
  ['is left out', { data_volume_limit_switch: undefined }],
  ['counts hours', { data_volume_limit_unit: 'time', data_volume_limit_size: '20_1024' }],
  ['is zero', { data_volume_limit_size: '0_1024' }],
  ['has no unit', { data_volume_limit_size: '470' }],
  ['makes no sense', { data_volume_limit_size: { of: 'another kind' } }],
])('where the limit %s, what was typed counts, and without that nothing is known', async (_, changes) => {
  expect((await read({ ...recorded, ...changes }, { quota: '20 GB' })).balance).toEqual(known(20 * gib));
  expect((await read({ ...recorded, ...changes })).balance).toEqual({ kind: 'unknown' });
});

test.each([
  ['one is empty', { monthly_tx_bytes: '' }],
  ['one makes no sense', { monthly_rx_bytes: '-1' }],
  ['one is left out', { monthly_rx_bytes: undefined }],
])('where of the two counters %s, nothing is known', async (_, changes) => {
  expect((await read({ ...recorded, ...changes })).balance).toEqual({ kind: 'unknown' });
});

test('counters at zero, and as numbers, are counters', async () => {
  const { balance } = await read({ ...recorded, monthly_rx_bytes: '0', monthly_tx_bytes: usedBytes });
  expect(balance).toEqual(known(470 * gib));
});

test.each([
  ['16', [2027, 0, 16]],
  ['31', [2027, 0, 31]],
  ['0', [2027, 1, 1]],
  ['32', [2027, 1, 1]],
  ['', [2027, 1, 1]],
] as [string, [number, number, number]][])(
  'a month that begins on "%s" is taken by the clocks here',
  async (day, starts) => {
    const { plan } = await read({ ...recorded, traffic_clear_date: day });
    expect(plan?.startsAt).toBe(new Date(...starts).getTime());
  },
);

test.each([
  ['no value at all', Object.fromEntries(Object.keys(recorded).map((name) => [name, ''])), 'locked'],
  ['a name beside empty counters', { ...recorded, monthly_rx_bytes: '', monthly_tx_bytes: '' }, 'locked'],
  ['a session that is over', { result: 'session expired' }, 'locked'],
  ['one that never was', { result: 'unauth' }, 'locked'],
  ['a failed session', { result: 'fail' }, 'locked'],
  ['a failure of another member', { status: 'fail' }, 'locked'],
  ['a refusal', { result: 'failure' }, 'forbidden'],
  ['none of the names', {}, 'unreadable'],
  ['no JSON', 'ok', 'unreadable'],
  ['a page', '<html></html>', 'away'],
  ['another device that has no such address', providerError(404), 'away'],
  ['another device with a password', providerError(401), 'away'],
  ['a fault of its own', providerError(500), 'seller-down'],
])('%s is told as such', async (_, answer, kind) => {
  expect(await failureOf(answer)).toBe(kind);
});

const running: RunningMirror[] = [];
afterEach(async () => {
  for (const mirror of running.splice(0)) await mirror.close();
});

async function readAt(definition: MirrorDefinition, { signsIn = false, headers = {} } = {}) {
  const mirror = await startMirror(definition);
  running.push(mirror);
  const amounts = { quotaBytes: 5 * gib, usedBytes: gib, startsAt: null, expiresAt: null, measuredAt: receivedAt };
  mirror.write({ id: '1', name: 'Nord', kind: 'known', ...amounts });
  const { seller } = zteGoform.form.toConnection(defaultSeller('zte-goform', 'ZTE'), { address: mirror.url });
  const cookie = signsIn ? { cookie: await signInAt(mirror) } : {};
  const client = grantedClient({ headers: cookie, sendsCookies: true });
  const get: Client['get'] = (url, own) => client.get(url, { ...own, ...headers });
  return zteGoform
    .readCards({ ...client, get }, seller)
    .catch((error: unknown) => toFailure(error, receivedAt, true, true));
}

/** The cookie that the page's sign-in sets. */
async function signInAt({ url }: RunningMirror): Promise<string> {
  const body = new URLSearchParams({ goformId: 'LOGIN' });
  const { headers } = await fetch(`${url}/goform/goform_set_cmd_process`, { method: 'POST', body });
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

const good = { cards: [{ title: 'Nord', plans: [{ modules: [{ balance: { remainingBytes: 4 * gib } }] }] }] };

test('a hotspot tells its figures to those alone who ask from its own page', async () => {
  expect(await readAt(zteGoformMirror)).toMatchObject(good);
  for (const referer of ['', 'http://127.0.0.1/index.html'])
    expect(await readAt(zteGoformMirror, { headers: { referer } })).toEqual({ kind: 'forbidden' });
});

test('a hotspot of the other firmware is read as well', async () => {
  expect(await readAt(zteMirror({ prefix: 'flux_' }))).toMatchObject(good);
});

describe.each(['empty', 'redirect', 'page', 'result', 'status'] as const)(
  '8.12 a hotspot that tells its counters to the session of its page alone (%s)',
  (withoutSession) => {
    test('is read with its cookie, and wants a sign-in there without', async () => {
      expect(await readAt(zteMirror({ withoutSession }), { signsIn: true })).toMatchObject(good);
      expect(await readAt(zteMirror({ withoutSession }))).toEqual({ kind: 'locked' });
    });

    test('wants a sign-in also where it does not tell its version before', async () => {
      expect(await readAt(zteMirror({ withoutSession, hidesVersion: true }))).toEqual({ kind: 'locked' });
    });
  },
);

test.each(['', 'flux_'] as const)(
  '8.12 counters that never begin anew (%snames) promise no new month',
  async (prefix) => {
    const plan = { startsAt: null, expiresAt: null, modules: [{ refreshPeriod: 'none', expiresAt: null }] };
    expect(await readAt(zteMirror({ prefix, clearsMonthly: false }))).toMatchObject({ cards: [{ plans: [plan] }] });
  },
);

test.each([
  ['on', 'monthly'],
  ['1', 'monthly'],
  ['', 'monthly'],
  [{ of: 'another kind' }, 'monthly'],
  ['off', 'none'],
  ['0', 'none'],
])(
  '8.12 where clearing by itself is "%s", the plan is of the kind "%s"',
  async (wan_auto_clear_flow_data_switch, period) => {
    const { plan } = await read({ ...recorded, wan_auto_clear_flow_data_switch });
    expect(plan?.modules[0]?.refreshPeriod).toBe(period);
  },
);

test.each([
  ['redirects', providerError(0)],
  ['sends its page', '<!DOCTYPE html><html></html>'],
])('8.12 a portal, which %s whatever it is asked for, is another network', async (_, answer) => {
  expect(await failureOf(answer)).toBe('away');
});
