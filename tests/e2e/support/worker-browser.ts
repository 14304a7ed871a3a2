import type { Snapshot } from '../../sandbox/data/snapshot.ts';
import type { Seller } from '../../sandbox/types.ts';
import { loopbackGrant } from './chromium.ts';
import { expect } from './expect.ts';
import { type Gigabar, openGigabar } from './gigabar.ts';

/*
 * One browser for most tests of a worker, set back between them. The account is connected by hand once; what the
 * extension and the seller have saved then is where each later test with a connected account begins.
 */

type Stored = Record<string, unknown>;
/** What the extension has: saved values, and the hosts it may reach. */
type State = { local: Stored; session: Stored; origins: string[] };
type Template = { madeAt: number; seller: Snapshot; state: State };

/* What is needed of the browser's side of the extension; run in its page. */
type Area = { get: (n: null) => Promise<Stored>; set: (v: Stored) => Promise<void>; clear: () => Promise<void> };
declare const chrome: {
  storage: { local: Area; session: Area };
  alarms: { clearAll: () => Promise<boolean> };
  permissions: {
    getAll: () => Promise<{ origins: string[] }>;
    remove: (some: { permissions?: string[]; origins?: string[] }) => Promise<boolean>;
  };
  runtime: { sendMessage: (message: object) => Promise<unknown> };
};

/** Providers with one address for all; here their mirrors answer for them. */
export const hosts = { telekom: 'https://pass.telekom.de', cheaperesim: 'https://cheaperesim.com' };

const nothing: State = { local: {}, session: {}, origins: [] };

/** Access tokens live for an hour, and the seeded plans end at fixed times. */
const templateLifeMs = 30 * 60_000;

export type WorkerBrowser = Awaited<ReturnType<typeof openWorkerBrowser>>;

export async function openWorkerBrowser() {
  const origins = [...loopbackGrant.origins, ...Object.values(hosts).map((host) => `${host}/*`)];
  const gigabar = await openGigabar({ grant: { ...loopbackGrant, origins } });
  const templates = new Map<string, Template>();

  return {
    /** Nothing is saved, and nothing allowed. */
    async blank(): Promise<Gigabar> {
      await restore(gigabar, nothing);
      // A worker that starts paints what is saved.
      await gigabar.probe.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
      await expect.poll(gigabar.badge).toBe('');
      await spendFirstRequest(gigabar);
      return gigabar;
    },

    /** Signed in to the seeded Axis account, Europe pinned, checked a moment ago. `name`: which kind of seller it is. */
    async connected(seller: Seller, name: string): Promise<Gigabar> {
      const template = templates.get(name);
      if (template && Date.now() - template.madeAt < templateLifeMs) {
        seller.restore(template.seller);
        await restore(gigabar, template.state);
        await checkOnce(gigabar);
        expect(Object.keys(await gigabar.stored()).sort()).toEqual(Object.keys(template.state.local).sort());
      } else {
        await restore(gigabar, nothing);
        await (await gigabar.connect(seller)).close();
        await gigabar.pin('Axis Europe');
        templates.set(name, { madeAt: Date.now(), seller: seller.snapshot(), state: await stateOf(gigabar) });
      }
      return gigabar;
    },

    /** Takes away all that a test has left: pages, routes, notices, what was saved, the worker itself. */
    async end(): Promise<void> {
      const { context, probe } = gigabar;
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.setOffline(false);
      await Promise.all([context.clearPermissions(), context.clearCookies()]);
      for (const page of context.pages()) if (page !== probe) await page.close();
      await gigabar.clearNotices();
      await gigabar.killWorker();
      await probe.evaluate(async () => {
        await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
        await chrome.permissions.remove({ permissions: ['notifications'] });
      });
      // APIs that came with a permission stay on a page until it is loaded anew.
      await probe.reload();
      await probe.evaluate(() => chrome.alarms.clearAll());
      await gigabar.killWorker();
      // Without a tab in front its window is not the active one, which the toolbar popup needs.
      await probe.bringToFront();
    },

    close: gigabar.close,
  };
}

async function stateOf({ probe }: Gigabar): Promise<State> {
  return probe.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    origins: (await chrome.permissions.getAll()).origins,
  }));
}

/** Puts back what the extension had. The worker does not run, or has nothing to do: nothing is saved. */
async function restore(gigabar: Gigabar, { local, session, origins }: State): Promise<void> {
  const { probe } = gigabar;
  const { origins: now } = await stateOf(gigabar);
  const tooMany = now.filter((origin) => !origins.includes(origin));
  const missing = origins.filter((origin) => !now.includes(origin));
  if (tooMany.length > 0) await probe.evaluate((some) => chrome.permissions.remove({ origins: some }), tooMany);
  if (missing.length > 0) await allow(gigabar, missing);
  // The news of a permission wakes the worker.
  if (tooMany.length + missing.length > 0) await gigabar.killWorker();
  await probe.evaluate(
    async (saved) => {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
      await Promise.all([chrome.storage.local.set(saved.local), chrome.storage.session.set(saved.session)]);
    },
    { local, session },
  );
}

/** As after a press of the person; the browser's own prompt does not come up for hosts it was told to grant. */
async function allow({ context, probe }: Gigabar, origins: string[]): Promise<void> {
  const session = await context.newCDPSession(probe);
  const expression = `chrome.permissions.request(${JSON.stringify({ origins })})`;
  const { result } = await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  await session.detach();
  expect(result.value).toBe(true);
}

/** No route catches the first request of a worker that was started anew; so that is one for a file of its own. */
async function spendFirstRequest({ context }: Gigabar): Promise<void> {
  await context.serviceWorkers()[0]?.evaluate(async () => void (await fetch('/manifest.json')));
}

/** The figures become as fresh as after connecting. */
async function checkOnce(gigabar: Gigabar): Promise<void> {
  await gigabar.wake();
  await expect.poll(gigabar.untilAlarm).toBeGreaterThan(0);
  await expect.poll(gigabar.tooltip).toContain('Axis Europe');
}
