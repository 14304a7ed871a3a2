import { expect, test } from 'vitest';
import { openSeller } from './request-setup.ts';

test('discovery can be read from any origin and names every address', async () => {
  const seller = await openSeller();
  const answer = await fetch(`${seller.url}/.well-known/data-account.json`);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    name: 'Axis',
    apiBase: `${seller.url}/v1`,
    issuer: seller.url,
    clientId: 'gigabar',
    scope: 'plan:read plan:checkout',
    cardToken: false,
    checkoutOrigins: [seller.payUrl],
    accountUrl: `${seller.url}/account`,
    support: { url: `${seller.url}/support`, email: 'help@axis.example', phone: '+46 8 000 00 00' },
    byteUnit: 1000,
    typicalDataDelay: '900s',
    typicalCreditTime: '300s',
  });
});

test('without CORS no origin is named', async () => {
  const seller = await openSeller({ cors: false });
  const answer = await fetch(`${seller.url}/.well-known/data-account.json`);
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

test('only discovery is open to other origins', async () => {
  const seller = await openSeller();
  const answer = await fetch(`${seller.url}/v1/planStatus`);
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

test('a seller with card tokens alone names no issuer', async () => {
  const seller = await openSeller({ signIn: 'card-token' });
  const document = await (await fetch(`${seller.url}/.well-known/data-account.json`)).json();
  expect(document).toMatchObject({ cardToken: true });
  expect(document).not.toHaveProperty('issuer');
});

test('a member can be overlaid or left out', async () => {
  const seller = await openSeller({ discovery: { name: 7, support: undefined }, byteUnit: 1024 });
  const document = await (await fetch(`${seller.url}/.well-known/data-account.json`)).json();
  expect(document).toMatchObject({ name: 7, byteUnit: 1024 });
  expect(document).not.toHaveProperty('support');
});

test('other host names make other origins that answer', async () => {
  const seller = await openSeller({ hosts: { api: 'localhost', pay: 'localhost', issuer: 'localhost' } });
  const document = await (await fetch(`${seller.url}/.well-known/data-account.json`)).json();
  expect(new URL(document.apiBase).hostname).toBe('localhost');
  expect(document.checkoutOrigins).toEqual([seller.payUrl]);
  expect((await fetch(`${document.apiBase}/planStatus`)).status).toBe(401);
  expect((await fetch(`${document.issuer}/.well-known/oauth-authorization-server`)).status).toBe(200);
  expect((await fetch(`${seller.payUrl}/s/none`)).status).toBe(404);
});

test('with one origin the checkout lies beside the API', async () => {
  const seller = await openSeller({ singleOrigin: true });
  expect(seller.payUrl).toBe(seller.url);
  expect((await fetch(`${seller.url}/s/none`)).status).toBe(404);
});

test('a seller with no server sells by links alone', async () => {
  const seller = await openSeller({ noServer: true });
  const document = await (await fetch(`${seller.url}/.well-known/data-account.json`)).json();
  expect(document).not.toHaveProperty('apiBase');
  const { offers } = await (await fetch(document.offersUrl)).json();
  expect(offers[0].checkoutUrl).toBe(`${seller.payUrl}/buy/eu-3gb-30d`);
  const page = await (await fetch(`${offers[0].checkoutUrl}?client_reference_id=tx-1`)).text();
  expect(page).toContain('data-testid="reference">tx-1<');
});

test('account and help pages exist', async () => {
  const seller = await openSeller();
  expect(await (await fetch(`${seller.url}/account`)).text()).toContain('Your account');
  expect(await (await fetch(`${seller.url}/support`)).text()).toContain('help@axis.example');
});
