import { type Context, Hono } from 'hono';
import { accountByPhone, createAccount, toPhone } from '../data/accounts.ts';
import { createAuthorizationCode, createOneTimeCode, lastOneTimeCode, redeemOneTimeCode } from '../data/codes.ts';
import { codePage, phonePage, type SignInStep } from '../pages/sign-in-pages.ts';
import type { SellerContext } from '../seller-context.ts';
import { type AuthorizationRequest, checkAuthorizationRequest, redirectUrl } from './authorization-request.ts';

type ValidRequest = { request: AuthorizationRequest; step: SignInStep };

/** Phone number, one-time code, redirect. There is no session cookie: each sign-in starts from the beginning. */
export function signInRoutes(context: SellerContext): Hono {
  const app = new Hono();
  app.use('/oauth/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  app.get('/oauth/authorize', (c) => {
    const checked = checkRequest(context, c, queryOf(c));
    return checked instanceof Response ? checked : c.html(phonePage(checked.step, false));
  });

  app.get('/oauth/register', (c) => {
    const checked = checkRequest(context, c, queryOf(c));
    return checked instanceof Response ? checked : c.html(phonePage(checked.step, true));
  });

  app.post('/oauth/code', async (c) => {
    const form = await parseForm(c);
    const checked = checkRequest(context, c, form.request ?? '');
    if (checked instanceof Response) return checked;
    const name = form.name === undefined ? null : form.name.trim();
    const phone = toPhone(form.phone ?? '');
    const problem = findProblem(context, phone, name);
    if (phone === null || problem !== null) return c.html(phonePage({ ...checked.step, problem }, name !== null));
    return c.html(codePage(checked.step, phone, createOneTimeCode(context.db, phone, name)));
  });

  app.post('/oauth/sign-in', async (c) => {
    const form = await parseForm(c);
    const checked = checkRequest(context, c, form.request ?? '');
    if (checked instanceof Response) return checked;
    const { phone = '', code = '' } = form;
    const redeemed = redeemOneTimeCode(context.db, phone, code.replace(/\s/g, ''));
    if (!redeemed) {
      const step = { ...checked.step, problem: 'This code is not right, or too old.' };
      return c.html(codePage(step, phone, lastOneTimeCode(context.db, phone)));
    }
    const account = accountByPhone(context.db, phone) ?? createAccount(context.db, phone, redeemed.name ?? phone);
    return c.redirect(redirectWithCode(context, checked.request, account.accountKey), 303);
  });
  return app;
}

function checkRequest(context: SellerContext, c: Context, query: string): ValidRequest | Response {
  const checked = checkAuthorizationRequest(query);
  if (checked.kind === 'refused') return c.text(`This sign-in cannot go on. ${checked.reason}`, 400);
  const { issuer } = context.origins;
  if (checked.kind === 'error') {
    return c.redirect(redirectUrl(checked.redirectUri, issuer, checked.state, { error: checked.error }), 303);
  }
  const { redirectUri, state } = checked.request;
  const cancelUrl = redirectUrl(redirectUri, issuer, state, { error: 'access_denied' });
  return { request: checked.request, step: { request: query, cancelUrl, problem: null } };
}

function redirectWithCode(context: SellerContext, request: AuthorizationRequest, accountKey: string): string {
  const { redirectUri, challenge, scope, state } = request;
  const lifeS = context.options.authorizationCodeLifeS ?? 60;
  const code = createAuthorizationCode(context.db, { accountKey, challenge, redirectUri, scope }, lifeS);
  return redirectUrl(redirectUri, context.origins.issuer, state, { code });
}

function findProblem(context: SellerContext, phone: string | null, name: string | null): string | null {
  if (phone === null) return 'This is not a phone number.';
  const isKnown = accountByPhone(context.db, phone) !== null;
  if (name === null) return isKnown ? null : 'We do not know this number. You can register it.';
  if (name === '') return 'Please give a name.';
  return isKnown ? 'This number is registered already. You can sign in with it.' : null;
}

function queryOf(c: Context): string {
  return new URL(c.req.url).search.slice(1);
}

export async function parseForm(c: Context): Promise<Record<string, string | undefined>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
