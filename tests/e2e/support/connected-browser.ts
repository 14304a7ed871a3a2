import type { Snapshot } from '../../sandbox/data/snapshot.ts';
import type { Seller } from '../../sandbox/types.ts';
import { expect } from './expect.ts';
import { type Gigabar, openGigabar } from './gigabar.ts';

/*
 * One browser for all tests of a worker that begin with a connected account. The account is connected by hand once;
 * what the extension and the seller have saved then is where each later test begins.
 */

type Saved = Record<string, unknown>;
type Template = { madeAt: number; seller: Snapshot; local: Saved; session: Saved };

/* What is needed of the browser's side of the extension; run in its page. */
type Area = { get: (n: null) => Promise<Saved>; set: (v: Saved) => Promise<void>; clear: () => Promise<void> };
declare const chrome: {
  storage: { local: Area; session: Area };
  alarms: { clearAll: () => Promise<boolean> };
  permissions: { remove: (some: { permissions: string[] }) => Promise<boolean> };
};

/** Access tokens live for an hour, and the seeded plans end at fixed times. */
const templateLifeMs = 30 * 60_000;

export type ConnectedBrowser = Awaited<ReturnType<typeof openConnectedBrowser>>;

export async function openConnectedBrowser() {
  const gigabar = await openGigabar();
  const templates = new Map<string, Template>();

  return {
    /** Signed in to the seeded Axis account, Europe pinned, checked a moment ago. `name`: which seller it is. */
    async begin(seller: Seller, name: string): Promise<Gigabar> {
      const template = templates.get(name);
      if (template && Date.now() - template.madeAt < templateLifeMs) {
        seller.restore(template.seller);
        await restore(gigabar, template);
      } else {
        await restore(gigabar, { local: {}, session: {} });
        await (await gigabar.connect(seller)).close();
        await gigabar.pin('Axis Europe');
        templates.set(name, { madeAt: Date.now(), seller: seller.snapshot(), ...(await savedBy(gigabar)) });
      }
      return gigabar;
    },

    /** Takes away whatever a test has left that is not saved: pages, routes, notices, permissions, the worker itself. */
    async end(): Promise<void> {
      const { context, probe } = gigabar;
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.setOffline(false);
      await Promise.all([context.clearPermissions(), context.clearCookies()]);
      for (const page of context.pages()) if (page !== probe) await page.close();
      await gigabar.clearNotices();
      await gigabar.killWorker();
      await probe.evaluate(() => chrome.permissions.remove({ permissions: ['notifications'] }));
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

async function savedBy({ probe }: Gigabar): Promise<{ local: Saved; session: Saved }> {
  return probe.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
  }));
}

/** Puts back what was saved. The next check makes the figures as fresh as after connecting. */
async function restore(gigabar: Gigabar, { local, session }: { local: Saved; session: Saved }): Promise<void> {
  await gigabar.probe.evaluate(
    async (saved) => {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
      await Promise.all([chrome.storage.local.set(saved.local), chrome.storage.session.set(saved.session)]);
    },
    { local, session },
  );
  if (Object.keys(local).length === 0) return;
  await gigabar.wake();
  await expect.poll(gigabar.untilAlarm).toBeGreaterThan(0);
  await expect.poll(gigabar.tooltip).toContain('Axis Europe');
  expect(Object.keys(await gigabar.stored()).sort()).toEqual(Object.keys(local).sort());
}
