import { describe, expect, test } from 'vitest';
import { requiredMatchPatterns } from '../../../../utils/core/accounts/origins.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { signIn } from '../../../../utils/providers/account-api/oauth.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';

const issuer = 'https://id.axis.example/t1';
const metadata = {
  issuer,
  authorization_endpoint: 'https://id.axis.example/a',
  token_endpoint: 'https://id.axis.example/t',
};
const discovery = {
  name: 'Axis',
  apiBase: 'https://api.axis.example/v1',
  issuer,
  checkoutOrigins: ['https://pay.axis.example'],
};

/** A client with these bodies by URL. */
function clientOf(answers: Record<string, unknown>): Client {
  const get = async (url: string) => {
    if (!(url in answers)) throw new Error(`nothing at ${url}`);
    return { status: 200, text: '', body: answers[url], headers: new Headers(), receivedAt: 0 };
  };
  return { get, postJson: get, postForm: get, postParts: get };
}

const inserted = 'https://id.axis.example/.well-known/oauth-authorization-server/t1';
const appended = 'https://id.axis.example/t1/.well-known/oauth-authorization-server';
const where = 'https://axis.example/.well-known/data-account.json';
const begin = { redirectUri: 'https://x.chromiumapp.org/', state: 's', challenge: 'c' };

async function start(answers: Record<string, unknown>) {
  const client = clientOf({ [where]: discovery, ...answers });
  return signIn.start(client, await accountApi.findSeller(client, 'https://axis.example'), begin);
}

describe('sign-in', () => {
  test.each([inserted, appended])('finds the metadata at %s', async (address) => {
    const { url } = await start({ [address]: metadata });
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      client_id: 'gigabar',
      code_challenge_method: 'S256',
      state: 's',
      redirect_uri: begin.redirectUri,
    });
  });

  test.each([
    ['another issuer', { issuer: 'https://id.axis.example' }],
    ['a token endpoint elsewhere', { token_endpoint: 'https://evil.example/t' }],
    ['an unsafe page', { authorization_endpoint: 'http://id.axis.example/a' }],
    ['revocation elsewhere', { revocation_endpoint: 'https://evil.example/r' }],
  ])('refuses metadata with %s', async (_, some) => {
    await expect(start({ [inserted]: { ...metadata, ...some } })).rejects.toThrow();
  });

  test('takes a code only with our state and the right issuer', () => {
    const back = (query: string) => () => signIn.parseCode(`https://x.chromiumapp.org/?${query}`, 's', { issuer });
    expect(back('code=k&state=s')()).toBe('k');
    expect(back(`code=k&state=s&iss=${encodeURIComponent(issuer)}`)()).toBe('k');
    expect(back('code=k&state=other')).toThrow('state');
    expect(back('code=k&state=s&iss=https://evil.example')).toThrow('state');
    expect(back('error=access_denied&state=s')).toThrow('denied');
  });
});

describe('discovery', () => {
  const find = (some: object) =>
    accountApi.findSeller(clientOf({ [where]: { ...discovery, ...some } }), 'https://axis.example');

  test('asks for the origins of API and issuer alone', async () => {
    expect(requiredMatchPatterns(await find({}))).toEqual(['https://api.axis.example/*', 'https://id.axis.example/*']);
  });

  test('without an issuer means a card token; beside one only if it says so', async () => {
    expect(await find({ issuer: undefined })).toMatchObject({ signIn: false, cardToken: true });
    expect(await find({})).toMatchObject({ signIn: true, cardToken: false });
    expect(await find({ cardToken: true })).toMatchObject({ signIn: true, cardToken: true });
  });

  test('drops unsafe checkout origins and links, and refuses an unsafe API', async () => {
    const found = await find({
      checkoutOrigins: ['http://pay.axis.example', 7, 'https://pay.axis.example/x'],
      accountUrl: 'javascript:1',
    });
    expect(found).toMatchObject({ checkoutOrigins: ['https://pay.axis.example'], accountUrl: null });
    await expect(find({ apiBase: 'http://api.axis.example' })).rejects.toThrow();
  });
});
