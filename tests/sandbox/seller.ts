import { Hono } from 'hono';
import { seedIfEmpty } from './data/accounts.ts';
import { openDatabase } from './data/database.ts';
import { listen } from './http/listen.ts';
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
import type { Seller, SellerOptions } from './types.ts';

export type * from './types.ts';

/** A whole seller on three ports of this machine; `close()` leaves nothing of it. */
export async function startSeller(options: SellerOptions = {}): Promise<Seller> {
  const db = openDatabase(options.database ?? ':memory:');
  const { ports, hosts } = options;
  const opened = await Promise.allSettled([
    listen(ports?.seller ?? 0, hosts?.api !== undefined || hosts?.issuer !== undefined),
    listen(ports?.pay ?? 0, hosts?.pay !== undefined),
    listen(ports?.console ?? 0, false),
  ]);
  const listeners = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [sellerPort, payPort, consolePort] = listeners;
  if (!sellerPort || !payPort || !consolePort) {
    await Promise.all(listeners.map((listener) => listener.close()));
    db.close();
    throw opened.find((each) => each.status === 'rejected')?.reason;
  }

  seedIfEmpty(db);
  const timers = new Set<NodeJS.Timeout>();
  const shop: Shop = {
    db,
    options,
    settings: settingsFrom(options),
    origins: originsFrom(options, { seller: sellerPort.port, pay: payPort.port, console: consolePort.port }),
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
      await Promise.all(listeners.map((listener) => listener.close()));
      for (const timer of timers) clearTimeout(timer);
      if (db.isOpen) db.close();
    },
  };

  sellerPort.handle(front(sellerApp(shop), shop, log));
  payPort.handle(front(payRoutes(shop), shop, log));
  consolePort.handle(
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
