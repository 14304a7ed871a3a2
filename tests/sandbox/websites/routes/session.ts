import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createSession, endSession } from '../data/sessions.ts';
import { findSubscriber } from '../data/subscribers.ts';
import { signInForm } from '../pages/sign-in-form.ts';
import { siteWords, type WebsiteContext } from '../website-context.ts';
import { readForm, sendPage } from './site-responses.ts';

export function sessionRoutes(context: WebsiteContext): Hono {
  const app = new Hono();
  const { db, brand } = context;

  app.get('/sign-in', (c) => sendSignInForm(context, c));
  app.post('/sign-in', async (c) => {
    const form = await readForm(c);
    const userName = (form.get('user') ?? '').trim().toLowerCase();
    if (findSubscriber(db, userName)?.password !== form.get('password')) return sendSignInForm(context, c, true);
    setCookie(c, brand.cookie, createSession(db, userName), { httpOnly: true, sameSite: 'Lax' });
    return c.redirect('/account', 303);
  });
  app.post('/sign-out', (c) => {
    const token = getCookie(c, brand.cookie);
    if (token !== undefined) endSession(db, token);
    deleteCookie(c, brand.cookie);
    return c.redirect('/', 303);
  });
  return app;
}

export function sendSignInForm(context: WebsiteContext, c: Context, hasFailed = false): Promise<Response> {
  const words = siteWords(context);
  const body = signInForm(words, hasFailed);
  return sendPage(context, c, { title: words.signIn, body, signedInAs: null });
}
