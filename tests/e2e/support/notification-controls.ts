import type { BrowserContext, Page } from '@playwright/test';
import { workerOf } from './chromium.ts';
import { expect } from './expect.ts';

/* The browser's API, as seen from the extension's pages. */
declare const chrome: {
  notifications?: {
    getAll: (done: (all: Record<string, unknown>) => void) => void;
    clear: (id: string) => void;
  };
};

/** `probe`: a page of the extension. Without the permission there are no notifications. */
export function notificationControls(context: BrowserContext, probe: Page) {
  /** The ids of all visible notifications. */
  const notifications = () =>
    probe.evaluate(
      () =>
        new Promise<string[]>((done) =>
          chrome.notifications ? chrome.notifications.getAll((all) => done(Object.keys(all))) : done([]),
        ),
    );

  return {
    notifications,

    async clearNotifications(): Promise<void> {
      await probe.evaluate(() =>
        chrome.notifications?.getAll((all) => {
          for (const id of Object.keys(all)) chrome.notifications?.clear(id);
        }),
      );
      await expect.poll(notifications).toEqual([]);
    },

    /** From now on, until the worker ends, records title and message of each notification. Returns how to read them. */
    async recordNotifications(): Promise<() => Promise<[string, string][]>> {
      const worker = await workerOf(context);
      await worker.evaluate(() => {
        type Create = (id: string, content: { title: string; message: string }) => Promise<string>;
        const scope = globalThis as unknown as {
          recorded: [string, string][];
          browser: { notifications: { create: Create } };
        };
        const api = scope.browser.notifications;
        const create = api.create.bind(api);
        scope.recorded = [];
        api.create = (id, content) => {
          scope.recorded.push([content.title, content.message]);
          return create(id, content);
        };
      });
      return () => worker.evaluate(() => (globalThis as unknown as { recorded: [string, string][] }).recorded);
    },

    /** Dispatches the click where Chromium does: in the worker. */
    async clickNotification(notificationId: string): Promise<void> {
      const worker = await workerOf(context);
      await worker.evaluate((id) => {
        const { onClicked } = (
          globalThis as unknown as { chrome: { notifications: { onClicked: { dispatch: (id: string) => void } } } }
        ).chrome.notifications;
        onClicked.dispatch(id);
      }, notificationId);
    },
  };
}
