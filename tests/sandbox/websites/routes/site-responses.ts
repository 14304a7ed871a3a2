import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Markup } from '../../pages/layout.ts';
import { findSessionUser } from '../data/sessions.ts';
import { getSubscriber, type Subscriber } from '../data/subscribers.ts';
import { sitePage } from '../pages/site-layout.ts';
import { siteWords, type WebsiteContext } from '../website-context.ts';

/** Who is signed in. */
export function visitor(context: WebsiteContext, c: Context): Subscriber | null {
  const token = getCookie(c, context.brand.cookie);
  const userName = token === undefined ? null : findSessionUser(context.db, token);
  return userName === null ? null : getSubscriber(context.db, userName);
}

/** "Signed in as anna@mail.example"; null: nobody is. */
export function identityLine(context: WebsiteContext, subscriber: Subscriber | null): string | null {
  return subscriber && siteWords(context).signedInAs(subscriber[context.brand.identity]);
}

type PageParts = {
  title: string;
  body: Markup;
  /** As `identityLine` has it; empty where a script will write it. */
  signedInAs: string | null;
  status?: ContentfulStatusCode;
  weightBytes?: number;
};

export async function sendPage(context: WebsiteContext, c: Context, parts: PageParts): Promise<Response> {
  const { status = 200, weightBytes = 0, ...page } = parts;
  const markup = await sitePage({ ...page, brand: context.brand, words: siteWords(context) });
  return c.html(padded(String(markup), weightBytes), status);
}

/** With data that no script reads, as many sites send. */
function padded(page: string, weightBytes: number): string {
  const [open, close] = ['<script type="application/json">"', '"</script>'];
  const missing = weightBytes - Buffer.byteLength(page) - open.length - close.length;
  return missing > 0 ? page.replace('</body>', `${open}${'x'.repeat(missing)}${close}</body>`) : page;
}

export async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}
