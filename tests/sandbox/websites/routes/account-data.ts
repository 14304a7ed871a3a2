import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Hono } from 'hono';
import { accountView } from '../pages/account-view.ts';
import { siteWords, type WebsiteContext } from '../website-context.ts';
import { identityLine, visitor } from './site-responses.ts';

const SCRIPTS = ['account', 'element', 'overview', 'shell'];

/** What the script of the account page asks for, and the script. */
export function accountDataRoutes(context: WebsiteContext): Hono {
  const app = new Hono();
  app.get('/account/data', async (c) => {
    const subscriber = visitor(context, c);
    if (!subscriber) return c.json({ error: 'signed out' }, 401);
    const view = accountView(subscriber, siteWords(context), context.settings.isRedesigned);
    const answer = c.json({ ...view, signedInAs: identityLine(context, subscriber) });
    // Waits last: by then the site may be closed. Such a timer does not keep the process.
    await setTimeout(context.options.dataDelayMs ?? 0, undefined, { ref: false });
    return answer;
  });
  for (const name of SCRIPTS) {
    const text = readFileSync(new URL(`../scripts/${name}.js`, import.meta.url), 'utf8');
    app.get(`/scripts/${name}.js`, (c) => c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  }
  return app;
}
