import type { Snapshot } from '../../sandbox/data/snapshot.ts';
import type { Seller } from '../../sandbox/types.ts';
import { loopbackGrant, workerOf } from './chromium.ts';
import { expect } from './expect.ts';
import { type Gigabar, openGigabar } from './gigabar.ts';

/*
 * One browser for most tests of a worker, reset between them. The account is connected through the pages once; later
 * tests with a connected account start from a copy of what extension and seller had stored then.
 */

type Stored = Record<string, unknown>;
/** Stored values and granted hosts. */
type ExtensionState = { local: Stored; session: Stored; origins: string[] };
type Template = { madeAt: number; seller: Snapshot; state: ExtensionState };

/* The browser's API, as seen from the extension's pages. */
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

/** Origins of providers with a fixed address; tests route them to mirrors. */
export const hosts = { cheaperesim: 'https://cheaperesim.com' };

const emptyState: ExtensionState = { local: {}, session: {}, origins: [] };

/** Limited, as access tokens expire after an hour and the seeded plans end at fixed times. */
const templateLifeMs = 30 * 60_000;

export type WorkerBrowser = Awaited<ReturnType<typeof openWorkerBrowser>>;

export async function openWorkerBrowser() {
  const origins = [...loopbackGrant.origins, ...Object.values(hosts).map((host) => `${host}/*`)];
  const gigabar = await openGigabar({ grant: { ...loopbackGrant, origins } });
  const templates = new Map<string, Template>();

  return {
    /** Without stored values and without granted hosts. */
    async blank(): Promise<Gigabar> {
      await restore(gigabar, emptyState);
      // The worker renders the stored state when it starts, which the message causes.
      await gigabar.probe.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
      await expect.poll(gigabar.badge).toBe('');
      await useUpFirstRequest(gigabar);
      return gigabar;
    },

    /** Signed in to the seeded Axis account, Europe pinned, just checked. `name`: of the seller's options. */
    async connected(seller: Seller, name: string): Promise<Gigabar> {
      const template = templates.get(name);
      if (template && Date.now() - template.madeAt < templateLifeMs) {
        seller.restore(template.seller);
        await restore(gigabar, template.state);
        await checkOnce(gigabar);
        expect(Object.keys(await gigabar.stored()).sort()).toEqual(Object.keys(template.state.local).sort());
      } else {
        await restore(gigabar, emptyState);
        await (await gigabar.connect(seller)).close();
        await gigabar.pin('Axis Europe');
        templates.set(name, { madeAt: Date.now(), seller: seller.snapshot(), state: await readState(gigabar) });
      }
      return gigabar;
    },

    /** Removes what a test has left: pages, routes, notifications, stored values, the worker itself. */
    async end(): Promise<void> {
      const { context, probe } = gigabar;
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.setOffline(false);
      await Promise.all([context.clearPermissions(), context.clearCookies()]);
      for (const page of context.pages()) if (page !== probe) await page.close();
      await gigabar.clearNotifications();
      await gigabar.killWorker();
      await probe.evaluate(async () => {
        await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
        await chrome.permissions.remove({ permissions: ['notifications'] });
      });
      // APIs of a removed permission stay on a page until it is reloaded.
      await probe.reload();
      await probe.evaluate(() => chrome.alarms.clearAll());
      await gigabar.killWorker();
      // The toolbar popup needs an active window, which needs a tab in the foreground.
      await probe.bringToFront();
    },

    close: gigabar.close,
  };
}

async function readState({ probe }: Gigabar): Promise<ExtensionState> {
  return probe.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    origins: (await chrome.permissions.getAll()).origins,
  }));
}

/**
 * Restores the extension's state. The worker must not run, or must be idle because nothing is stored. What the toolbar was
 * told to show is not restored: it shows something else.
 */
async function restore(gigabar: Gigabar, { local, session: { painted: _, ...session }, origins }: ExtensionState) {
  const { probe } = gigabar;
  const { origins: granted } = await readState(gigabar);
  const surplus = granted.filter((origin) => !origins.includes(origin));
  const missing = origins.filter((origin) => !granted.includes(origin));
  if (surplus.length > 0) await probe.evaluate((removed) => chrome.permissions.remove({ origins: removed }), surplus);
  if (missing.length > 0) await allow(gigabar, missing);
  // A changed permission starts the worker.
  if (surplus.length + missing.length > 0) await gigabar.killWorker();
  await probe.evaluate(
    async (state) => {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
      await Promise.all([chrome.storage.local.set(state.local), chrome.storage.session.set(state.session)]);
    },
    { local, session },
  );
}

/** Requests hosts with a user gesture. For hosts that were granted at its start the browser shows no prompt. */
async function allow({ context, probe }: Gigabar, origins: string[]): Promise<void> {
  const session = await context.newCDPSession(probe);
  const expression = `chrome.permissions.request(${JSON.stringify({ origins })})`;
  const { result } = await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  await session.detach();
  expect(result.value).toBe(true);
}

/**
 * Playwright's routes miss the first request of a restarted worker, so this makes it one for the extension's own file.
 */
async function useUpFirstRequest({ context }: Gigabar): Promise<void> {
  const worker = await workerOf(context);
  await worker.evaluate(async () => void (await fetch('/manifest.json')));
}

/** Makes the usage snapshot as recent as after connecting. */
async function checkOnce(gigabar: Gigabar): Promise<void> {
  await gigabar.fireAlarm();
  await expect.poll(gigabar.msUntilAlarm).toBeGreaterThan(0);
  await expect.poll(gigabar.tooltip).toContain('Axis Europe');
}
