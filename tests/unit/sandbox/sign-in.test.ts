import { expect, test } from 'vitest';
import {
  authorizeQuery,
  openSeller,
  post,
  REDIRECT_URI,
  redeemCode,
  requestWith,
  signInOnPage,
} from './request-setup.ts';

test('a number and its code lead back with code, state and issuer', async () => {
  const seller = await openSeller();
  const back = await signInOnPage(seller, '0700-00 00 01');
  expect(back.href.startsWith(REDIRECT_URI)).toBe(true);
  expect(back.searchParams.get('state')).toBe('st 1');
  expect(back.searchParams.get('iss')).toBe(seller.issuer);
  const { json } = await redeemCode(seller, back.searchParams.get('code'));
  const status = await requestWith(seller, json.access_token)('/v1/planStatus');
  expect(status.json.accountKey).toBe('a_17');
});

test('the second number is another account', async () => {
  const seller = await openSeller();
  const back = await signInOnPage(seller, '+46 70 000 00 02');
  const { json } = await redeemCode(seller, back.searchParams.get('code'));
  expect((await requestWith(seller, json.access_token)('/v1/planStatus')).json.accountKey).toBe('a_18');
});

test('the page offers cancelling, which is access_denied', async () => {
  const seller = await openSeller();
  const page = await (await fetch(`${seller.issuer}/oauth/authorize?${authorizeQuery()}`)).text();
  const href = page.match(/href="([^"]+)" data-testid="cancel"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(new URL(href).searchParams.get('error')).toBe('access_denied');
  expect(new URL(href).searchParams.get('state')).toBe('st 1');
});

test('a wrong code is said and the right one still works', async () => {
  const seller = await openSeller();
  const request = authorizeQuery();
  const phone = '+46700000001';
  await post(`${seller.issuer}/oauth/code`, { request, phone });
  const wrong = await post(`${seller.issuer}/oauth/sign-in`, { request, phone, code: '000000' });
  expect(await wrong.text()).toContain('This code is not right');
  const right = await post(`${seller.issuer}/oauth/sign-in`, { request, phone, code: seller.lastCode(phone) ?? '' });
  expect(right.status).toBe(303);
});

test('a one-time code works once', async () => {
  const seller = await openSeller();
  const request = authorizeQuery();
  const phone = '+46700000001';
  await post(`${seller.issuer}/oauth/code`, { request, phone });
  const form = { request, phone, code: seller.lastCode(phone) ?? '' };
  expect((await post(`${seller.issuer}/oauth/sign-in`, form)).status).toBe(303);
  expect((await post(`${seller.issuer}/oauth/sign-in`, form)).status).toBe(200);
});

test('an unknown number is said and can be registered with a fresh card', async () => {
  const seller = await openSeller();
  const request = authorizeQuery();
  const phone = '+46 70 123 45 67';
  const unknown = await post(`${seller.issuer}/oauth/code`, { request, phone });
  expect(await unknown.text()).toContain('We do not know this number');
  const registering = await (await fetch(`${seller.issuer}/oauth/register?${request}`)).text();
  expect(registering).toContain('data-testid="name"');
  await post(`${seller.issuer}/oauth/code`, { request, phone, name: 'Kim' });
  const form = { request, phone: '+46701234567', code: seller.lastCode(phone) ?? '' };
  const back = new URL((await post(`${seller.issuer}/oauth/sign-in`, form)).headers.get('location') ?? '');
  const { json } = await redeemCode(seller, back.searchParams.get('code'));
  const status = await requestWith(seller, json.access_token)('/v1/planStatus');
  expect(status.json.cards).toHaveLength(1);
  expect(status.json.cards[0]).toMatchObject({ title: 'Axis Start', subscriberId: '•••• 4567', cardState: 'ACTIVE' });
});

test('a number cannot be registered twice', async () => {
  const seller = await openSeller();
  const form = { request: authorizeQuery(), phone: '+46700000001', name: 'Eve' };
  expect(await (await post(`${seller.issuer}/oauth/code`, form)).text()).toContain('registered already');
});

test.each([
  ['another site', 'https://evil.example/'],
  ['too short an id', 'https://abc.chromiumapp.org/'],
  ['letters an id cannot have', `https://${'z'.repeat(32)}.chromiumapp.org/`],
  ['a path', `${REDIRECT_URI}cb`],
  ['a longer host', `https://${'a'.repeat(32)}.chromiumapp.org.evil.example/`],
])('a redirect to %s is refused without redirecting', async (_, redirect_uri) => {
  const seller = await openSeller();
  const url = `${seller.issuer}/oauth/authorize?${authorizeQuery({ redirect_uri })}`;
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(400);
});

test("Firefox's redirect is taken", async () => {
  const seller = await openSeller();
  const redirect_uri = `https://${'0a'.repeat(20)}.extensions.allizom.org/`;
  const answer = await fetch(`${seller.issuer}/oauth/authorize?${authorizeQuery({ redirect_uri })}`);
  expect(answer.status).toBe(200);
});

test.each([
  ['unsupported_response_type', { response_type: 'token' }],
  ['invalid_request', { code_challenge_method: 'plain' }],
  ['invalid_request', { code_challenge: 'short' }],
  ['invalid_scope', { scope: 'plan:read plan:pay' }],
])('%s goes back to the client for %o', async (error, more) => {
  const seller = await openSeller();
  const url = `${seller.issuer}/oauth/authorize?${authorizeQuery(more as Record<string, string>)}`;
  const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(back.searchParams.get('error')).toBe(error);
  expect(back.searchParams.get('iss')).toBe(seller.issuer);
});
