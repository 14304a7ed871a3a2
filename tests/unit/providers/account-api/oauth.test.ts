import { describe, expect, test } from 'vitest';
import { requiredMatchPatterns } from '../../../../utils/core/accounts/origins.ts';
import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import { signIn } from '../../../../utils/providers/account-api/oauth.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';

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
    return {
      status: 200,
      text: JSON.stringify(answers[url]),
      body: answers[url],
      headers: new Headers(),
      receivedAt: 0,
    };
  };
  return { get, postJson: get, postForm: get, postParts: get };
}

const inserted = 'https://id.axis.example/.well-known/oauth-authorization-server/t1';
const appended = 'https://id.axis.example/t1/.well-known/oauth-authorization-server';
const where = 'https://axis.example/.well-known/data-account.json';
const begin = { redirectUri: 'https://x.chromiumapp.org/', state: 's', challenge: 'c' };

async function start(answers: Record<string, unknown>, address = 'https://axis.example') {
  const client = clientOf({ [where]: discovery, ...answers });
  return signIn.start(client, await accountApi.findSeller(client, address), begin);
}

describe('sign-in', () => {
  test.each([inserted, appended])('finds the metadata at %s', async (address) => {
    const { url } = await start({ [address]: metadata });
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      client_id: 'gigabar',
      code_challenge_method: 'S256',
      state: 's',
      redirect_uri: begin.redirectUri,
      resource: 'https://api.axis.example/v1',
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
    const expected = { state: 's', issuer, isIssuerRequired: false };
    const back = (query: string) => () => signIn.parseCode(`https://x.chromiumapp.org/?${query}`, expected);
    expect(back('code=k&state=s')()).toBe('k');
    expect(back(`code=k&state=s&iss=${encodeURIComponent(issuer)}`)()).toBe('k');
    expect(back('code=k&state=other')).toThrow('state');
    expect(back('code=k&state=s&iss=https://evil.example')).toThrow('state');
    expect(back('error=access_denied&state=s')).toThrow('denied');
  });

  test.each(['state=s&state=other&code=k', 'state=s&code=k&code=l', 'state=s&code=k&iss=ISS&iss=https://evil.example'])(
    '7.4 takes nothing from an answer that says something twice: %s',
    (query) => {
      const parse = () => {
        const expected = { state: 's', issuer, isIssuerRequired: false };
        return signIn.parseCode(`https://x.chromiumapp.org/?${query.replace('ISS', issuer)}`, expected);
      };
      expect(parse).toThrow('state');
    },
  );
});

describe('7.1 F23 an API', () => {
  const evil = 'https://evil.example/.well-known/data-account.json';
  const hostile = { ...discovery, apiBase: 'https://api.evil.example/v1' };

  test('of another seller than the sign-in gets no token: the issuer does not list it', async () => {
    const own = { ...metadata, protected_resources: ['https://api.axis.example/v1'] };
    await expect(start({ [evil]: hostile, [inserted]: metadata }, 'https://evil.example')).rejects.toThrow('vouch');
    await expect(start({ [evil]: hostile, [inserted]: own }, 'https://evil.example')).rejects.toThrow('vouch');
  });

  test.each(['https://api.elsewhere.example/v1', 'https://api.elsewhere.example/v1/', 'https://api.elsewhere.example'])(
    'elsewhere is the seller’s where its sign-in lists it as %s',
    async (listed) => {
      const elsewhere = { [where]: { ...discovery, apiBase: 'https://api.elsewhere.example/v1' } };
      const { url } = await start({ ...elsewhere, [inserted]: { ...metadata, protected_resources: [7, listed] } });
      expect(new URL(url).searchParams.get('resource')).toBe('https://api.elsewhere.example/v1');
      await expect(start({ ...elsewhere, [inserted]: metadata })).rejects.toThrow('vouch');
    },
  );

  test.each([
    ['ends like the seller’s host', 'https://api.notaxis.example/v1'],
    ['has the seller’s host in front', 'https://axis.example.evil.example/v1'],
    ['has the seller’s host as a user', 'https://axis.example@evil.example/v1'],
  ])('that only %s is another’s', async (_, apiBase) => {
    await expect(start({ [where]: { ...discovery, apiBase }, [inserted]: metadata })).rejects.toThrow(/vouch|https/);
  });

  test('beside the host without "www." is the seller’s if that host serves the same document', async () => {
    const www = 'https://www.axis.example/.well-known/data-account.json';
    const found = (bare: object) =>
      start({ [www]: discovery, [where]: bare, [inserted]: metadata }, 'https://www.axis.example');
    expect((await found(discovery)).endpoints.documentOrigin).toBe('https://axis.example');
    await expect(found({ ...discovery, name: 'Another' })).rejects.toThrow('vouch');
  });

  test('is not judged by metadata that cannot be read: that is a failure of the seller', async () => {
    const failing = (status: number) => ({
      get: async (url: string) => {
        if (url !== where) throw providerError(status);
        return clientOf({ [where]: discovery }).get(url);
      },
    });
    for (const status of [400, 401, 403, 404, 410]) {
      const client = failing(status);
      const seller = await accountApi.findSeller(client, 'https://axis.example');
      const error: unknown = await signIn.confirmApi(client, seller).catch((thrown) => thrown);
      expect(toFailure(error, 0, true)).toEqual({ kind: 'unreadable' });
    }
    const client = failing(503);
    const seller = await accountApi.findSeller(client, 'https://axis.example');
    const error: unknown = await signIn.confirmApi(client, seller).catch((thrown) => thrown);
    expect(toFailure(error, 0, true).kind).toBe('seller-down');
  });
});

describe('7.4 an answer of the sign-in', () => {
  const back = (query: string, isIssuerRequired: boolean) => () =>
    signIn.parseCode(`https://x.chromiumapp.org/?${query}`, { state: 's', issuer, isIssuerRequired });

  test('without the issuer is not taken where the metadata promises it', async () => {
    expect(back('code=k&state=s', true)).toThrow('state');
    expect(back(`code=k&state=s&iss=${encodeURIComponent(issuer)}`, true)()).toBe('k');
    const promised = { ...metadata, authorization_response_iss_parameter_supported: true };
    expect((await start({ [inserted]: promised })).expected.isIssuerRequired).toBe(true);
    expect((await start({ [inserted]: metadata })).expected.isIssuerRequired).toBe(false);
  });

  test('that has an error beside a code is an error', () => {
    expect(back('code=k&state=s&error=server_error', false)).toThrow('refused');
    expect(back('code=k&state=s&error=access_denied', false)).toThrow('denied');
  });

  const token = { access_token: 'at', token_type: 'Bearer', refresh_token: 'rt' };
  const finish = (body: object) =>
    signIn.finish(
      {
        ...clientOf({}),
        postForm: async () => ({ status: 200, text: '', body, headers: new Headers(), receivedAt: 0 }),
      },
      { tokenEndpoint: 'https://id.axis.example/t' },
      { redirectUri: '', code: 'k', verifier: 'v' },
    );

  test.each(['mac', 'DPoP', '', undefined, null])('with a token of type %s is not used', async (token_type) => {
    await expect(finish({ ...token, token_type })).rejects.toThrow();
  });

  test.each(['Bearer', 'bearer', 'BEARER'])('with a token of type %s is used', async (token_type) => {
    expect(await finish({ ...token, token_type })).toMatchObject({ accessToken: 'at', refreshToken: 'rt' });
  });

  test.each([
    ['of 900 KB', 'a'.repeat(900_000)],
    ['with a line break', 'a\r\nx: y'],
    ['with letters that no header takes', 'жетон'],
    ['with a blank', 'a b'],
    ['that is empty', ''],
  ])('with an access token %s is not taken', async (_, access_token) => {
    await expect(finish({ ...token, access_token })).rejects.toThrow();
  });

  test('with a refresh token that cannot be sent is not taken for one without', async () => {
    await expect(finish({ ...token, refresh_token: 'жетон' })).rejects.toThrow();
    expect(await finish({ ...token, refresh_token: undefined })).toMatchObject({ refreshToken: null });
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
