import { type Context, Hono } from 'hono';
import { accountByPhone, createAccount, toPhone } from '../data/accounts.ts';
import { createAuthorizationCode, createOneTimeCode, lastOneTimeCode, redeemOneTimeCode } from '../data/codes.ts';
import { codePage, phonePage, type SignInStep } from '../pages/sign-in-pages.ts';
import type { SellerContext } from '../seller-context.ts';
import { type AuthorizationRequest, checkAuthorizationRequest, redirectUrl } from './authorization-request.ts';

type ValidRequest = { request: AuthorizationRequest; step: SignInStep };

/** Number, then code, then back to the browser. No cookie is kept: each sign-in asks again. */
export function signInRoutes(context: SellerContext): Hono {
  const app = new Hono();
  app.use('/oauth/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  app.get('/oauth/authorize', (c) => {
    const checkedRequest = checkRequest(context, c, queryOf(c));
    return checkedRequest instanceof Response ? checkedRequest : c.html(phonePage(checkedRequest.step, false));
  });

  app.get('/oauth/register', (c) => {
    const checkedRequest = checkRequest(context, c, queryOf(c));
    return checkedRequest instanceof Response ? checkedRequest : c.html(phonePage(checkedRequest.step, true));
  });

  app.post('/oauth/code', async (c) => {
    const form = await parseForm(c);
    const checkedRequest = checkRequest(context, c, form.request ?? '');
    if (checkedRequest instanceof Response) return checkedRequest;
    const name = form.name === undefined ? null : form.name.trim();
    const phone = toPhone(form.phone ?? '');
    const problem = problemWith(context, phone, name);
    if (phone === null || problem !== null)
      return c.html(phonePage({ ...checkedRequest.step, problem }, name !== null));
    return c.html(codePage(checkedRequest.step, phone, createOneTimeCode(context.db, phone, name)));
  });

  app.post('/oauth/sign-in', async (c) => {
    const form = await parseForm(c);
    const checkedRequest = checkRequest(context, c, form.request ?? '');
    if (checkedRequest instanceof Response) return checkedRequest;
    const { phone = '', code = '' } = form;
    const redeemed = redeemOneTimeCode(context.db, phone, code.replace(/\s/g, ''));
    if (!redeemed) {
      const step = { ...checkedRequest.step, problem: 'This code is not right, or too old.' };
      return c.html(codePage(step, phone, lastOneTimeCode(context.db, phone)));
    }
    const account = accountByPhone(context.db, phone) ?? createAccount(context.db, phone, redeemed.name ?? phone);
    return c.redirect(redirectWithCode(context, checkedRequest.request, account.accountKey), 303);
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

function problemWith(context: SellerContext, phone: string | null, name: string | null): string | null {
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
