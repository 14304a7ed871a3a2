import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { huaweiHilink } from '../../../../utils/providers/hotspots/huawei-hilink.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { grantedClient } from '../../support/clients.ts';
import { recordedResponse } from '../recorded-http.ts';

const gib = 2 ** 30;
const receivedAt = new Date(2027, 1, 15, 12).getTime();
const paths = {
  token: '/api/webserver/SesTokInfo',
  month: '/api/monitoring/month_statistics',
  start: '/api/monitoring/start_date',
  name: '/api/net/current-plmn',
};
const usedBytes = 10_179_248_566 + 350_146_232;
const recorded: Record<string, string> = {
  [paths.token]: '<response><SesInfo>SessionID=a</SesInfo><TokInfo>t+/=1</TokInfo></response>',
  [paths.month]:
    '<response><CurrentMonthDownload>10179248566</CurrentMonthDownload><CurrentMonthUpload>350146232</CurrentMonthUpload><MonthDuration>175201</MonthDuration><MonthLastClearTime>2019-10-29</MonthLastClearTime></response>',
  [paths.start]:
    '<response><StartDay>1</StartDay><DataLimit>200GB</DataLimit><MonthThreshold>90</MonthThreshold><SetMonthData>1</SetMonthData></response>',
  [paths.name]: '<response><State>0</State><FullName>Tele &amp; &quot;Vinter&quot;</FullName><Rat>7</Rat></response>',
};

type Call = { path: string; token: string | undefined };

/** Answers by path; of a list the answers in turn, then the last one again and again. */
function hotspot(changes: Record<string, string | Error | (string | Error)[]> = {}) {
  const calls: Call[] = [];
  const answers: Record<string, string | Error | (string | Error)[]> = { ...recorded, ...changes };
  const get: Client['get'] = async (url, headers) => {
    const path = url.replace('http://192.168.8.1', '');
    calls.push({ path, token: headers?.__RequestVerificationToken });
    const found = answers[path] ?? providerError(404);
    const text = Array.isArray(found) ? ((found.length > 1 ? found.shift() : found[0]) ?? '') : found;
    if (text instanceof Error) throw text;
    const date = 'Thu, 01 Jan 1970 00:01:00 GMT';
    return recordedResponse(text, { headers: new Headers({ date }), receivedAt });
  };
  const client: Client = { ...grantedClient(), get };
  return { calls, client };
}

function openedSeller(entries: Record<string, string> = {}) {
  const base = defaultSeller('huawei-hilink', 'Huawei hotspot');
  return huaweiHilink.form.toConnection(base, { address: '192.168.8.1', ...entries }).seller;
}

async function read(changes = {}, entries = {}) {
  const { client, calls } = hotspot(changes);
  const snapshot = await huaweiHilink.readCards(client, openedSeller(entries));
  return { snapshot, calls, card: snapshot.cards[0], plan: snapshot.cards[0]?.plans[0] };
}

const error = (code: number | string) => `<?xml version="1.0"?>\n<error>\n<code>${code}</code>\n<message/>\n</error>\n`;
const startDate = (tags: string) => ({ [paths.start]: `<response>${tags}</response>` });
const known = (quotaBytes: number) => {
  const remainingBytes = Math.max(0, Math.floor(quotaBytes) - usedBytes);
  return { kind: 'known', quotaBytes: Math.floor(quotaBytes), remainingBytes, reservedBytes: 0 };
};

test('the address is all that is needed, and nothing of it is secret', () => {
  expect(
    huaweiHilink.form.toConnection(defaultSeller('huawei-hilink', 'Huawei'), { address: '192.168.8.1' }),
  ).toMatchObject({
    seller: { origin: 'http://192.168.8.1', accountUrl: 'http://192.168.8.1/', meteredBy: 'hotspot', endpoints: {} },
    secret: null,
  });
});

test('the recorded answers are read, by our clock', async () => {
  const { snapshot, card, plan, calls } = await read();
  expect(card).toMatchObject({ key: 'hotspot', title: 'Tele & "Vinter"', measuredAt: receivedAt });
  expect(plan).toMatchObject({
    startsAt: new Date(2027, 1, 1).getTime(),
    expiresAt: null,
    modules: [{ balance: known(200 * gib), refreshPeriod: 'monthly', expiresAt: new Date(2027, 2, 1).getTime() }],
  });
  expect(snapshot).toMatchObject({ skewMs: 0, floorMs: 0, checkedAt: receivedAt });
  const token = 't+/=1';
  expect(calls).toEqual([
    { path: paths.token, token: undefined },
    ...[paths.month, paths.start, paths.name].map((path) => ({ path, token })),
  ]);
});

test.each([
  ['200GB', 200 * gib],
  ['1000MB', 1000 * 2 ** 20],
  ['20000 mb', 20_000 * 2 ** 20],
  ['1.5GB', 1.5 * gib],
  ['10.3GB', 10.3 * gib],
  ['1TB', 1024 * gib],
])('a limit of "%s" counts by 1024', async (limit, quotaBytes) => {
  const { plan } = await read(startDate(`<DataLimit>${limit}</DataLimit>`), { quota: '5 GB' });
  expect(plan?.modules[0]?.balance).toEqual(known(quotaBytes));
});

test.each([
  ['is 0MB', '<DataLimit>0MB</DataLimit>'],
  ['is empty', '<DataLimit></DataLimit>'],
  ['makes no sense', '<DataLimit>plenty</DataLimit>'],
  ['is left out', '<DataLimit/>'],
  ['is switched off', '<DataLimit>200GB</DataLimit><SetMonthData>0</SetMonthData>'],
])('where the limit %s, what was typed counts, and without that nothing is known', async (_, tags) => {
  const typed = await read(startDate(tags), { quota: '20 GB' });
  expect(typed.plan?.modules[0]?.balance).toEqual(known(20 * gib));
  expect((await read(startDate(tags))).plan?.modules[0]?.balance).toEqual({ kind: 'unknown' });
});

test.each([
  ['15', [2027, 1, 15], [2027, 2, 15]],
  ['016', [2027, 0, 16], [2027, 1, 16]],
  ['31', [2027, 0, 31], [2027, 1, 28]],
  ['0', [2027, 1, 1], [2027, 2, 1]],
  ['32', [2027, 1, 1], [2027, 2, 1]],
  ['', [2027, 1, 1], [2027, 2, 1]],
] as [string, [number, number, number], [number, number, number]][])(
  'a start day of "%s" is taken by the clocks here',
  async (day, starts, ends) => {
    const { plan } = await read(startDate(`<StartDay>${day}</StartDay><DataLimit>1GB</DataLimit>`));
    const [module] = plan?.modules ?? [];
    expect([plan?.startsAt, module?.expiresAt]).toEqual([new Date(...starts).getTime(), new Date(...ends).getTime()]);
  },
);

test.each([[error(100002)], [error(125003)], ['<response><FullName></FullName></response>'], [providerError(500)]])(
  'without a network name (%s) the card is called as the hotspot, and keeps its figures',
  async (name) => {
    const { card, plan } = await read({ [paths.name]: name });
    expect([card?.title, plan?.modules[0]?.balance]).toEqual(['Huawei hotspot', known(200 * gib)]);
  },
);

describe('a session', () => {
  test('is not needed on sticks that know of none', async () => {
    const { calls, plan } = await read({ [paths.token]: error(100002) });
    expect(calls.every(({ token }) => token === undefined)).toBe(true);
    expect(plan?.modules[0]?.balance).toEqual(known(200 * gib));
  });

  test.each([125001, 125002, 125003])('that was lost (%i) is begun anew, once, with its page', async (code) => {
    const month = [error(code), recorded[paths.month] ?? ''];
    const { calls, plan } = await read({ [paths.month]: month, '/': '<html></html>' });
    expect(plan?.modules[0]?.balance).toEqual(known(200 * gib));
    const { token, ...others } = paths;
    expect(calls.map(({ path }) => path)).toEqual([token, paths.month, '/', token, ...Object.values(others)]);
  });
});

test.each([
  [100002, 'unreadable', 2],
  [100003, 'signed-out', 2],
  [100004, 'seller-down', 2],
  [125002, 'signed-out', 5],
  [100005, 'unreadable', 2],
  ['', 'unreadable', 2],
])('the error "%s" means %s', async (code, kind, requests) => {
  const { client, calls } = hotspot({ [paths.month]: error(code) });
  const failed = await huaweiHilink.readCards(client, openedSeller()).catch((thrown: unknown) => thrown);
  expect(toFailure(failed, receivedAt, true, true).kind).toBe(kind);
  expect(calls).toHaveLength(requests);
});

test.each([
  ['another device without such an address', providerError(404), 'away'],
  ['another device with a password', providerError(401), 'away'],
  ['a page', '\n<!DOCTYPE html><html></html>', 'away'],
  ['other XML', '<rss></rss>', 'unreadable'],
  ['half an answer', '<response><TokInfo>abc</TokInfo>', 'unreadable'],
  ['a token that fits no header', '<response><TokInfo>a b</TokInfo></response>', 'unreadable'],
  ['nothing', '', 'unreadable'],
])('%s is no hotspot of ours', async (_, answer, kind) => {
  const { client } = hotspot({ [paths.token]: answer });
  const failed = await huaweiHilink.readCards(client, openedSeller()).catch((thrown: unknown) => thrown);
  expect(toFailure(failed, receivedAt, true, true).kind).toBe(kind);
});

test('an endless row of open tags is read through once', async () => {
  const { client } = hotspot({ [paths.token]: `<response>${'<response>&amp;<a>'.repeat(50_000)}</response>` });
  await expect(huaweiHilink.readCards(client, openedSeller())).rejects.toThrow();
});
