import { type Context, Hono } from 'hono';
import { accountByPhone, createAccount, toPhone } from '../data/accounts.ts';
import { lastOneTimeCode, makeAuthorizationCode, makeOneTimeCode, spendOneTimeCode } from '../data/codes.ts';
import { codePage, phonePage, type SignInStep } from '../pages/sign-in-pages.ts';
import type { Shop } from '../seller-context.ts';
import { type AuthorizationRequest, backTo, checkAuthorizationRequest } from './authorization-request.ts';

type Begun = { request: AuthorizationRequest; step: SignInStep };

/** Number, then code, then back to the browser. No cookie is kept: each sign-in asks again. */
export function signInRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.use('/oauth/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  app.get('/oauth/authorize', (c) => {
    const begun = begin(shop, c, queryOf(c));
    return begun instanceof Response ? begun : c.html(phonePage(begun.step, false));
  });

  app.get('/oauth/register', (c) => {
    const begun = begin(shop, c, queryOf(c));
    return begun instanceof Response ? begun : c.html(phonePage(begun.step, true));
  });

  app.post('/oauth/code', async (c) => {
    const form = await formOf(c);
    const begun = begin(shop, c, form.request ?? '');
    if (begun instanceof Response) return begun;
    const name = form.name === undefined ? null : form.name.trim();
    const phone = toPhone(form.phone ?? '');
    const problem = problemWith(shop, phone, name);
    if (phone === null || problem !== null) return c.html(phonePage({ ...begun.step, problem }, name !== null));
    return c.html(codePage(begun.step, phone, makeOneTimeCode(shop.db, phone, name)));
  });

  app.post('/oauth/sign-in', async (c) => {
    const form = await formOf(c);
    const begun = begin(shop, c, form.request ?? '');
    if (begun instanceof Response) return begun;
    const { phone = '', code = '' } = form;
    const spent = spendOneTimeCode(shop.db, phone, code.replace(/\s/g, ''));
    if (!spent) {
      const step = { ...begun.step, problem: 'This code is not right, or too old.' };
      return c.html(codePage(step, phone, lastOneTimeCode(shop.db, phone)));
    }
    const account = accountByPhone(shop.db, phone) ?? createAccount(shop.db, phone, spent.name ?? phone);
    return c.redirect(grant(shop, begun.request, account.accountKey), 303);
  });
  return app;
}

function begin(shop: Shop, c: Context, query: string): Begun | Response {
  const checked = checkAuthorizationRequest(query);
  if (checked.kind === 'refused') return c.text(`This sign-in cannot go on. ${checked.reason}`, 400);
  const { issuer } = shop.origins;
  if (checked.kind === 'error') {
    return c.redirect(backTo(checked.redirectUri, issuer, checked.state, { error: checked.error }), 303);
  }
  const { redirectUri, state } = checked.request;
  const cancelUrl = backTo(redirectUri, issuer, state, { error: 'access_denied' });
  return { request: checked.request, step: { request: query, cancelUrl, problem: null } };
}

function grant(shop: Shop, request: AuthorizationRequest, accountKey: string): string {
  const { redirectUri, challenge, scope, state } = request;
  const lifeS = shop.options.authorizationCodeLifeS ?? 60;
  const code = makeAuthorizationCode(shop.db, { accountKey, challenge, redirectUri, scope }, lifeS);
  return backTo(redirectUri, shop.origins.issuer, state, { code });
}

function problemWith(shop: Shop, phone: string | null, name: string | null): string | null {
  if (phone === null) return 'This is not a phone number.';
  const isKnown = accountByPhone(shop.db, phone) !== null;
  if (name === null) return isKnown ? null : 'We do not know this number. You can register it.';
  if (name === '') return 'Please give a name.';
  return isKnown ? 'This number is registered already. You can sign in with it.' : null;
}

function queryOf(c: Context): string {
  return new URL(c.req.url).search.slice(1);
}

export async function formOf(c: Context): Promise<Record<string, string | undefined>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
