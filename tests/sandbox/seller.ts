import { Hono } from 'hono';
import { seedIfEmpty } from './data/accounts.ts';
import { openDatabase } from './data/database.ts';
import { packAnswers } from './http/pack-answers.ts';
import { requestListener } from './http/request-listener.ts';
import { createRequestLog } from './http/request-log.ts';
import { consoleRoutes } from './routes/console.ts';
import { discoveryRoutes } from './routes/discovery.ts';
import { payRoutes } from './routes/pay.ts';
import { planRoutes } from './routes/plans.ts';
import { purchaseRoutes } from './routes/purchases.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { siteRoutes } from './routes/site.ts';
import { tokenRoutes } from './routes/token.ts';
import { originsFrom, type SellerContext, settingsFrom } from './seller-context.ts';
import { sellerControls } from './seller-controls.ts';
import { closePorts, openPorts, type Ports } from './seller-ports.ts';
import type { Seller, SellerOptions } from './types.ts';

export type * from './types.ts';

/** Starts a seller on three local ports, or on `givenPorts`. `close()` ends its timers, connections and database. */
export async function startSeller(options: SellerOptions = {}, givenPorts?: Ports): Promise<Seller> {
  const db = openDatabase(options.database ?? ':memory:');
  const closeAndRethrow = (error: unknown) => {
    db.close();
    throw error;
  };
  const ports = givenPorts ?? (await openPorts(options).catch(closeAndRethrow));

  seedIfEmpty(db);
  const timers = new Set<NodeJS.Timeout>();
  const context: SellerContext = {
    db,
    options,
    settings: settingsFrom(options),
    origins: originsFrom(options, { seller: ports.seller.port, pay: ports.pay.port, console: ports.console.port }),
    faults: [],
    holds: new Map(),
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
    ...sellerControls(context, log),
    close: async () => {
      log.close();
      await closePorts(ports);
      for (const timer of timers) clearTimeout(timer);
      if (db.isOpen) db.close();
    },
  };

  ports.seller.handle(requestListener(sellerApp(context), context, log));
  ports.pay.handle(requestListener(payRoutes(context), context, log));
  ports.console.handle(
    requestListener(
      consoleRoutes(context, () => seller),
      context,
      null,
    ),
  );
  return seller;
}

function sellerApp(context: SellerContext): Hono {
  const app = new Hono();
  if (context.options.packsAnswers) app.use(packAnswers);
  app.route('/', discoveryRoutes(context));
  const modules = [tokenRoutes, signInRoutes, planRoutes, purchaseRoutes, siteRoutes];
  if (context.options.singleOrigin) modules.push(payRoutes);
  for (const routes of modules) app.route('/', routes(context));
  return app;
}
