import { afterEach, expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { huaweiHilink } from '../../../../utils/providers/hotspots/huawei-hilink.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import {
  type HilinkOptions,
  hilinkMirror,
  strictHilinkMirror,
} from '../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { type RunningMirror, startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { grantedClient } from '../../support/clients.ts';

/* Hotspots that check the session's cookie, which browsers keep and Node does not. */

const now = Date.now();
const running: RunningMirror[] = [];
afterEach(async () => {
  for (const mirror of running.splice(0)) await mirror.close();
});

async function start(options?: HilinkOptions): Promise<RunningMirror> {
  const mirror = await startMirror(options ? hilinkMirror(options) : strictHilinkMirror);
  const amounts = { quotaBytes: 5 * 2 ** 30, usedBytes: 2 ** 30 };
  mirror.write({ id: '1', name: 'Nord', kind: 'known', ...amounts, startsAt: null, expiresAt: null, measuredAt: now });
  running.push(mirror);
  return mirror;
}

/** A client that keeps the cookie it was given, like a browser. */
function browserLike() {
  let cookie = '';
  const send = async (
    url: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: HeadersInit } = {},
  ) => {
    const response = await fetch(url, { method, headers: { ...headers, cookie } });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const { status } = response;
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
  expect(await readAt(await start(), grantedClient())).toEqual({ kind: 'signed-out' });
});

test('a sign-in on its own page is one for us, as the cookie is the same', async () => {
  const mirror = await start({ needsLogin: true });
  const { client, send } = browserLike();
  expect(await readAt(mirror, client)).toEqual({ kind: 'signed-out' });
  const { text } = await send(`${mirror.url}/api/webserver/SesTokInfo`);
  const token = /<TokInfo>(.*)<\/TokInfo>/.exec(text)?.[1] ?? '';
  await send(`${mirror.url}/api/user/login`, { method: 'POST', headers: { __RequestVerificationToken: token } });
  expect(await readAt(mirror, client)).toMatchObject(good);
});
