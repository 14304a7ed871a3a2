import { onTestFinished } from 'vitest';
import { startWebsite, type UserName, type Website, type WebsiteOptions } from '../../../sandbox/websites/website.ts';

/** The 25th in every zone but the easternmost. */
const CHRISTMAS_NOON = Date.UTC(2031, 11, 25, 12);

export async function openWebsite(options: Partial<WebsiteOptions> = {}): Promise<Website> {
  const site = await startWebsite({ kind: 'rendered', creditDelayMs: 'never', expiresAt: CHRISTMAS_NOON, ...options });
  onTestFinished(() => site.close());
  return site;
}

type Answer = { status: number; headers: Headers; body: string };

/** Sends requests with the cookie it was given, as a browser does. */
export type Visitor = {
  get(path: string): Promise<Answer>;
  post(path: string, form?: Record<string, string>): Promise<Answer>;
};

export function visitorOf(site: Website): Visitor {
  let cookie = '';
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = cookie === '' ? {} : { cookie };
    const response = await fetch(new URL(path, site.url), { ...init, headers, redirect: 'manual' });
    const given = response.headers.get('set-cookie')?.split(';')[0];
    if (given !== undefined) cookie = given;
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  return {
    get: (path) => send(path, {}),
    post: (path, form = {}) => send(path, { method: 'POST', body: new URLSearchParams(form) }),
  };
}

export async function signInAs(site: Website, user: UserName = 'anna'): Promise<Visitor> {
  const visitor = visitorOf(site);
  await visitor.post('/sign-in', { user, password: 'sandbox' });
  return visitor;
}

/** What can be read of the account: the texts of the page, or of the data that its script draws. */
export async function readAccount(visitor: Visitor): Promise<string> {
  const page = await visitor.get('/account');
  const isDrawn = page.body.includes('/scripts/');
  return isDrawn ? (await visitor.get('/account/data')).body : textOf(page.body);
}

export function textOf(page: string): string {
  return page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
