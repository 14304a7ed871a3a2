import { Hono } from 'hono';
import { listSubscribers } from '../data/subscribers.ts';
import { websiteConsolePage } from '../pages/website-console-page.ts';
import type { WebsiteControls } from '../types.ts';
import { applyDueChanges, type WebsiteContext } from '../website-context.ts';
import { readForm } from './site-responses.ts';
import { WEBSITE_ACTIONS } from './website-actions.ts';

/** The site's control page for manual testing. */
export function websiteConsoleRoutes(context: WebsiteContext, controls: WebsiteControls, accountUrl: string): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    applyDueChanges(context);
    const { brand, settings, db } = context;
    const state = { siteName: brand.name, accountUrl, settings, subscribers: listSubscribers(db) };
    c.header('cache-control', 'no-store');
    return c.html(websiteConsolePage(state, c.req.query('problem') ?? null));
  });
  app.post('/do/:action', async (c) => {
    // Any web page could post here; only the console's own page may.
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== new URL(c.req.url).origin) return c.text('Not from here.', 403);
    const action = WEBSITE_ACTIONS[c.req.param('action')];
    if (!action) return c.notFound();
    try {
      action(controls, await readForm(c));
    } catch (error) {
      return c.redirect(`/?${new URLSearchParams({ problem: String(error) })}`, 303);
    }
    return c.redirect('/', 303);
  });
  return app;
}
