import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { packAnswers } from '../http/pack-answers.ts';
import { openWebsiteDatabase, seedIfEmpty } from './data/tables.ts';
import { accountRoutes } from './routes/account.ts';
import { accountDataRoutes } from './routes/account-data.ts';
import { publicRoutes } from './routes/public-pages.ts';
import { sessionRoutes } from './routes/session.ts';
import { sendPage } from './routes/site-responses.ts';
import { topUpRoutes } from './routes/top-up.ts';
import { websiteConsoleRoutes } from './routes/website-console.ts';
import type { Website, WebsiteOptions } from './types.ts';
import { applyDueChanges, createWebsiteContext, siteWords, type WebsiteContext } from './website-context.ts';
import { websiteControls } from './website-controls.ts';
import { createWebsiteLog } from './website-log.ts';
import { closeWebsitePorts, openWebsitePorts } from './website-ports.ts';

export type * from './types.ts';

/** Starts the website of a seller that has no API, and its console. `close()` ends connections and database. */
export async function startWebsite(options: WebsiteOptions): Promise<Website> {
  const db = openWebsiteDatabase(options.database ?? ':memory:');
  seedIfEmpty(db, options.expiresAt);
  const context = createWebsiteContext(db, options);
  const ports = await openWebsitePorts(options).catch((error: unknown) => {
    db.close();
    throw error;
  });
  const log = createWebsiteLog(context.brand.cookie);
  const controls = websiteControls(context);
  const scheme = options.identity ? 'https' : 'http';
  const url = `${scheme}://${context.brand.host}:${ports.site.port}`;

  const answer = listenerOf(siteApp(context));
  ports.site.handle((request, response) => {
    log.record(request, response);
    answer(request, response);
  });
  ports.console.handle(listenerOf(websiteConsoleRoutes(context, controls, `${url}/account`)));
  return {
    ...controls,
    url,
    accountUrl: `${url}/account`,
    topUpUrl: `${url}/top-up`,
    consoleUrl: `${scheme}://127.0.0.1:${ports.console.port}`,
    requests: () => log.entries,
    nextRequest: log.next,
    close: async () => {
      log.close();
      await closeWebsitePorts(ports);
      if (db.isOpen) db.close();
    },
  };
}

/** The tests run in the same process, and their Request and Response must stay Node's. */
function listenerOf(app: Hono): RequestListener {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (request, response) => void answer(request, response);
}

function siteApp(context: WebsiteContext): Hono {
  const app = new Hono();
  if (context.options.packsAnswers) app.use(packAnswers);
  app.use(async (c, next) => {
    applyDueChanges(context);
    await next();
    c.header('cache-control', 'no-store');
  });
  const modules = [publicRoutes, sessionRoutes, accountRoutes, topUpRoutes];
  if (context.options.kind === 'script-drawn') modules.push(accountDataRoutes);
  for (const routes of modules) app.route('/', routes(context));
  app.notFound((c) => {
    const { notFound } = siteWords(context);
    return sendPage(context, c, { title: '404', body: html`<p>${notFound}</p>`, signedInAs: null, status: 404 });
  });
  return app;
}
