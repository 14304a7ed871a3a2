import { Hono } from 'hono';
import { seedIfEmpty } from './data/accounts.ts';
import { openDatabase } from './data/database.ts';
import { front } from './http/request-listener.ts';
import { createRequestLog } from './http/request-log.ts';
import { consoleRoutes } from './routes/console.ts';
import { discoveryRoutes } from './routes/discovery.ts';
import { payRoutes } from './routes/pay.ts';
import { planRoutes } from './routes/plans.ts';
import { purchaseRoutes } from './routes/purchases.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { siteRoutes } from './routes/site.ts';
import { tokenRoutes } from './routes/token.ts';
import { originsFrom, type Shop, settingsFrom } from './seller-context.ts';
import { sellerControls } from './seller-controls.ts';
import { closePorts, openPorts, type Ports } from './seller-ports.ts';
import type { Seller, SellerOptions } from './types.ts';

export type * from './types.ts';

/** A whole seller on three ports of this machine, or on those handed in; `close()` leaves nothing of it. */
export async function startSeller(options: SellerOptions = {}, given?: Ports): Promise<Seller> {
  const db = openDatabase(options.database ?? ':memory:');
  const failed = (error: unknown) => {
    db.close();
    throw error;
  };
  const ports = given ?? (await openPorts(options).catch(failed));

  seedIfEmpty(db);
  const timers = new Set<NodeJS.Timeout>();
  const shop: Shop = {
    db,
    options,
    settings: settingsFrom(options),
    origins: originsFrom(options, { seller: ports.seller.port, pay: ports.pay.port, console: ports.console.port }),
    faults: [],
    later: (delayMs, run) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, delayMs);
      timers.add(timer);
    },
  };
  const log = createRequestLog();
  const seller: Seller = {
    ...sellerControls(shop, log),
    close: async () => {
      log.close();
      await closePorts(ports);
      for (const timer of timers) clearTimeout(timer);
      if (db.isOpen) db.close();
    },
  };

  ports.seller.handle(front(sellerApp(shop), shop, log));
  ports.pay.handle(front(payRoutes(shop), shop, log));
  ports.console.handle(
    front(
      consoleRoutes(shop, () => seller),
      shop,
      null,
    ),
  );
  return seller;
}

function sellerApp(shop: Shop): Hono {
  const app = new Hono();
  app.route('/', discoveryRoutes(shop));
  const parts = [tokenRoutes, signInRoutes, planRoutes, purchaseRoutes, siteRoutes];
  if (shop.options.singleOrigin) parts.push(payRoutes);
  for (const routes of parts) app.route('/', routes(shop));
  return app;
}
