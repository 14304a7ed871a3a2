import { afterEach, describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { huaweiHilink } from '../../../../utils/providers/hotspots/huawei-hilink.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { type HilinkOptions, hilinkMirror } from '../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { type RunningMirror, startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { grantedClient } from '../../support/clients.ts';

/* Hotspots that check the session's cookie, which browsers keep and Node does not. */

const now = Date.now();
const running: RunningMirror[] = [];
afterEach(async () => {
  for (const mirror of running.splice(0)) await mirror.close();
});

async function start(options?: HilinkOptions): Promise<RunningMirror> {
  const mirror = await startMirror(hilinkMirror(options));
  const amounts = { quotaBytes: 5 * 2 ** 30, usedBytes: 2 ** 30 };
  mirror.write({ id: '1', name: 'Nord', kind: 'known', ...amounts, startsAt: null, expiresAt: null, measuredAt: now });
  running.push(mirror);
  return mirror;
}

/** A client that keeps the cookie it was given, like a browser, and sends no other. */
function browserLike() {
  let cookie = '';
  const send = async (
    url: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: HeadersInit } = {},
  ) => {
    const response = await fetch(url, { method, headers: { ...headers, cookie } });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const { status } = response;
    if (!response.ok) throw providerError(status);
    return { status, text: await response.text(), body: undefined, headers: response.headers, receivedAt: now };
  };
  const client: Client = { ...grantedClient(), get: (url, headers = {}) => send(url, { headers }) };
  return { client, send };
}

async function readAt({ url: address }: RunningMirror, client: Client) {
  const { seller } = huaweiHilink.form.toConnection(defaultSeller('huawei-hilink', 'Huawei'), { address });
  return huaweiHilink.readCards(client, seller).catch((error: unknown) => toFailure(error, now, true, true));
}

const good = { cards: [{ title: 'Nord', plans: [{ modules: [{ balance: { remainingBytes: 2 ** 32 } }] }] }] };

test('the cookie that comes with the token is enough, reading after reading', async () => {
  const mirror = await start();
  const { client } = browserLike();
  expect([await readAt(mirror, client), await readAt(mirror, client)]).toMatchObject([good, good]);
  expect(mirror.requests).toHaveLength(8);
});

test('a cookie that comes with the page alone is fetched there once', async () => {
  const mirror = await start({ cookieOn: 'page' });
  const { client } = browserLike();
  expect([await readAt(mirror, client), await readAt(mirror, client)]).toMatchObject([good, good]);
  expect(mirror.requests.filter(({ path }) => path === '/')).toHaveLength(1);
});

test('without a cookie nobody is let in', async () => {
  expect(await readAt(await start({ cookieOn: null }), browserLike().client)).toEqual({ kind: 'locked' });
});

describe('8.13 a cookie that stands in an answer alone', () => {
  test('is sent once the browser turns out to have none, and not before', async () => {
    const mirror = await start({ cookieOn: null });
    const client = grantedClient({ sendsCookies: true });
    expect([await readAt(mirror, client), await readAt(mirror, client)]).toMatchObject([good, good]);
    const sent = mirror.requests.map(({ path, headers }) => [path.split('/').at(-1), headers.cookie !== undefined]);
    const reading = [
      ...[
        ['SesTokInfo', false],
        ['month_statistics', false],
        ['', false],
      ],
      ...[
        ['SesTokInfo', false],
        ['month_statistics', false],
        ['SesTokInfo', false],
      ],
      ...[
        ['month_statistics', true],
        ['start_date', true],
        ['current-plmn', true],
      ],
    ];
    expect(sent).toEqual([...reading, ...reading]);
  });

  test('is set by a rule of the browser for the hotspot, and for no other request', async () => {
    const mirror = await start({ cookieOn: null });
    const rules: [string, Record<string, string>][] = [];
    const setHeaderRule = async (...rule: (typeof rules)[number]) => void rules.push(rule);
    await readAt(mirror, grantedClient({ sendsCookies: true, setHeaderRule }));
    expect(new Set(rules.map(([origin]) => origin))).toEqual(new Set([mirror.url]));
    const cookie = expect.stringMatching(/^SessionID=[0-9a-f]{64}$/);
    expect(rules.map(([, headers]) => headers)).toEqual([...Array(6).fill({}), ...Array(3).fill({ cookie })]);
  });
});

test('8.13 an older hotspot, whose token has another address, is read', async () => {
  expect(await readAt(await start({ isOlder: true }), browserLike().client)).toMatchObject(good);
});

test.each([100002, 100003, 100006])(
  '8.13 one that answers %i where its limit is asked for has its counters',
  async (limitError) => {
    const mirror = await start({ limitError });
    const { seller } = huaweiHilink.form.toConnection(defaultSeller('huawei-hilink', 'Huawei'), {
      address: mirror.url,
      quota: '5 GB',
    });
    expect(await huaweiHilink.readCards(browserLike().client, seller)).toMatchObject(good);
  },
);

test('a sign-in on its own page is one for us, as the cookie is the same', async () => {
  const mirror = await start({ needsLogin: true });
  const { client, send } = browserLike();
  expect(await readAt(mirror, client)).toEqual({ kind: 'locked' });
  const { text } = await send(`${mirror.url}/api/webserver/SesTokInfo`);
  const token = /<TokInfo>(.*)<\/TokInfo>/.exec(text)?.[1] ?? '';
  await send(`${mirror.url}/api/user/login`, { method: 'POST', headers: { __RequestVerificationToken: token } });
  expect(await readAt(mirror, client)).toMatchObject(good);
});
