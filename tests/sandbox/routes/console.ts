import { Hono } from 'hono';
import { html } from 'hono/html';
import { listAccounts } from '../data/accounts.ts';
import { listCards } from '../data/cards.ts';
import { consolePage } from '../pages/console-page.ts';
import { page } from '../pages/layout.ts';
import type { SellerContext } from '../seller-context.ts';
import type { Seller } from '../types.ts';
import { ACTIONS } from './console-actions.ts';
import { parseForm } from './sign-in.ts';

/** The control page for manual testing, and a login page as of a captive portal. */
export function consoleRoutes(context: SellerContext, seller: () => Seller): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    const transactions = seller().transactions();
    const accounts = listAccounts(context.db).map(({ accountKey, phone }) => {
      return { accountKey, phone, cardToken: seller().cardToken(accountKey) };
    });
    const { creditDelay } = context.settings;
    const state = {
      sellerUrl: context.origins.seller,
      cards: listCards(context.db),
      transactions,
      accounts,
      creditDelay,
    };
    c.header('cache-control', 'no-store');
    return c.html(consolePage({ ...state, faults: context.faults }, c.req.query('problem') ?? null));
  });

  app.post('/do/:action', async (c) => {
    // Any web page could post here; only the console's own page may.
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== new URL(c.req.url).origin) return c.text('Not from here.', 403);
    const action = ACTIONS[c.req.param('action')];
    if (!action) return c.notFound();
    try {
      action(seller(), await parseForm(c));
    } catch (error) {
      return c.redirect(`/?${new URLSearchParams({ problem: String(error) })}`, 303);
    }
    return c.redirect('/', 303);
  });

  app.get('/portal', (c) =>
    c.html(
      page(
        'Free Wi-Fi',
        html`<section><p>Please sign in to use the network.</p><button class="main">Accept the terms</button></section>`,
      ),
    ),
  );
  return app;
}
