import { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from '../pages/layout.ts';
import type { SellerContext } from '../seller-context.ts';

/** The seller's web pages that discovery links to. */
export function siteRoutes(context: SellerContext): Hono {
  const app = new Hono();
  app.get('/', (c) =>
    c.html(
      page(
        'Data cards, sandboxed',
        html`<section>
          <p>The address to type into Gigabar:</p>
          <p><b>${context.origins.seller}</b></p>
          <p><a href="/account">Account</a> · <a href="/support">Help</a> · <a href="${context.origins.console}">Console</a></p>
        </section>`,
      ),
    ),
  );
  app.get('/account', (c) =>
    c.html(
      page(
        'Your account',
        html`<section data-testid="account">
          <p>A real seller shows contracts, invoices and card tokens here.</p>
          <p>In the sandbox the <a href="${context.origins.console}">console</a> shows each account's card token.</p>
        </section>`,
      ),
    ),
  );
  app.get('/support', (c) =>
    c.html(
      page(
        'Help',
        html`<section data-testid="support">
          <p>Mail: <a href="mailto:help@axis.example">help@axis.example</a></p>
          <p>Phone: <a href="tel:+4680000000">+46 8 000 00 00</a></p>
        </section>`,
      ),
    ),
  );
  return app;
}
