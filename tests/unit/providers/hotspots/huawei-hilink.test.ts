import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { huaweiHilink } from '../../../../utils/providers/hotspots/huawei-hilink.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import {
  error,
  failureOf,
  gib,
  hilinkHotspot,
  known,
  olderToken,
  openedSeller,
  paths,
  readHilink,
  receivedAt,
  recorded,
} from './hilink-recorded.ts';

test('the address is all that is needed, and nothing of it is secret', () => {
  expect(
    huaweiHilink.form.toConnection(defaultSeller('huawei-hilink', 'Huawei'), { address: '192.168.8.1' }),
  ).toMatchObject({
    seller: { origin: 'http://192.168.8.1', accountUrl: 'http://192.168.8.1/', meteredBy: 'hotspot', endpoints: {} },
    secret: null,
  });
});

test('the recorded answers are read, by our clock', async () => {
  const { snapshot, card, plan, calls } = await readHilink();
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

test.each([[error(100002)], [error(125003)], ['<response><FullName></FullName></response>'], [providerError(500)]])(
  'without a network name (%s) the card is called as the hotspot, and keeps its figures',
  async (name) => {
    const { card, plan } = await readHilink({ [paths.name]: name });
    expect([card?.title, plan?.modules[0]?.balance]).toEqual(['Huawei hotspot', known(200 * gib)]);
  },
);

describe('a session', () => {
  test('is not needed on sticks that know of none', async () => {
    const { calls, plan } = await readHilink({ [paths.token]: error(100002), [olderToken]: error(100002) });
    expect(calls.every(({ token }) => token === undefined)).toBe(true);
    expect(plan?.modules[0]?.balance).toEqual(known(200 * gib));
  });

  test.each([125001, 125002, 125003])('that was lost (%i) is begun anew, once, with its page', async (code) => {
    const month = [error(code), recorded[paths.month] ?? ''];
    const { calls, plan } = await readHilink({ [paths.month]: month, '/': '<html></html>' });
    expect(plan?.modules[0]?.balance).toEqual(known(200 * gib));
    const { token, ...others } = paths;
    expect(calls.map(({ path }) => path)).toEqual([token, paths.month, '/', token, ...Object.values(others)]);
  });
});

test.each([
  [100002, 'unreadable', 2],
  [100003, 'locked', 2],
  [100004, 'seller-down', 2],
  [125002, 'locked', 7],
  [100005, 'unreadable', 2],
  ['', 'unreadable', 2],
])('the error "%s" means %s', async (code, kind, requests) => {
  const { client, calls } = hilinkHotspot({ [paths.month]: error(code) });
  expect(await failureOf(client)).toBe(kind);
  expect(calls).toHaveLength(requests);
});

test.each([
  ['another device with a password', providerError(401), 'away'],
  ['a page', '\n<!DOCTYPE html><html></html>', 'away'],
  ['other XML', '<rss></rss>', 'unreadable'],
  ['half an answer', '<response><TokInfo>abc</TokInfo>', 'unreadable'],
  ['a token that fits no header', '<response><TokInfo>a b</TokInfo></response>', 'unreadable'],
  ['nothing', '', 'unreadable'],
])('%s is no hotspot of ours', async (_, answer, kind) => {
  const { client } = hilinkHotspot({ [paths.token]: answer });
  expect(await failureOf(client)).toBe(kind);
});

test('another device, which has no such addresses, is no hotspot of ours', async () => {
  const missing = Object.fromEntries(Object.values(paths).map((path) => [path, providerError(404)]));
  const { client } = hilinkHotspot(missing);
  expect(await failureOf(client)).toBe('away');
});

describe('8.13 an older one, whose token has another address,', () => {
  test.each([
    ['100002', error(100002)],
    ['404', providerError(404)],
  ])('is asked there (%s)', async (_, unknown) => {
    const { calls, plan } = await readHilink({
      [paths.token]: unknown,
      [olderToken]: '<response><token>17</token></response>',
    });
    expect(plan?.modules[0]?.balance).toEqual(known(200 * gib));
    expect(calls.map(({ token }) => token)).toEqual([undefined, undefined, '17', '17', '17']);
  });

  test('and has none there either, needs none', async () => {
    const { calls, plan } = await readHilink({ [paths.token]: providerError(404), [olderToken]: error(100002) });
    expect(plan?.modules[0]?.balance).toEqual(known(200 * gib));
    expect(calls.every(({ token }) => token === undefined)).toBe(true);
  });
});

test.each(['SessionID=t+/=1', 't+/=1'])('8.13 a session told as "%s" is a cookie of one name', async (told) => {
  const token = `<response><SesInfo>${told}</SesInfo><TokInfo>t</TokInfo></response>`;
  const month = [error(125002), error(125002), recorded[paths.month] ?? ''];
  const { calls } = await readHilink({ [paths.token]: token, [paths.month]: month });
  expect(calls.at(-1)?.cookie).toBe('SessionID=t+/=1');
});

test.each(['SessionID=a; b=c', 'SessionID=a\r\nx: y', 'å'])(
  '8.13 a session told as "%s" is never sent',
  async (told) => {
    const token = `<response><SesInfo>${told}</SesInfo><TokInfo>t</TokInfo></response>`;
    const { client, calls } = hilinkHotspot({ [paths.token]: token, [paths.month]: error(125002) });
    await expect(huaweiHilink.readCards(client, openedSeller())).rejects.toThrow();
    expect(calls.flatMap(({ cookie }) => cookie ?? [])).toEqual([]);
  },
);

test('an endless row of open tags is read through once', async () => {
  const { client } = hilinkHotspot({ [paths.token]: `<response>${'<response>&amp;<a>'.repeat(50_000)}</response>` });
  await expect(huaweiHilink.readCards(client, openedSeller())).rejects.toThrow();
});
