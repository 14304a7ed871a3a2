import { expect, test } from '../support/fixtures.ts';

/* F18: writes failed once, and it never woke again. */

/* The browser's API, as seen from the extension's pages. */
declare const chrome: {
  storage: {
    local: {
      QUOTA_BYTES: number;
      getBytesInUse: (names: null) => Promise<number>;
      set: (values: object) => Promise<void>;
      remove: (name: string) => Promise<void>;
    };
  };
};

test('7.20 F18 while the storage is full the next alarm is set and the user is told; with room again all is as before', async ({
  connected,
  seller,
}) => {
  // What is stored of an answer that changes something grows with each of them.
  seller.use('c_europe', 100_000_000);
  await connected.fireAlarm();
  await expect.poll(connected.tooltip).toContain('1.14 GB');
  await connected.probe.evaluate(async () => {
    const { local } = chrome.storage;
    const free = local.QUOTA_BYTES - (await local.getBytesInUse(null));
    await local.set({ junk: 'x'.repeat(free - 6) });
  });
  seller.use('c_europe', 100_000_000);
  await connected.fireAlarm();
  await expect.poll(connected.tooltip).toContain('cannot save');
  await expect.poll(connected.msUntilAlarm).toBeGreaterThan(4 * 60_000);
  const popup = await connected.popup();
  await expect(popup.getByTestId('cannot-save')).toBeVisible();
  await expect(popup.getByTestId('remaining')).toHaveText('1.14 GB');
  await connected.probe.evaluate(() => chrome.storage.local.remove('junk'));
  await connected.fireAlarm();
  await expect(popup.getByTestId('remaining')).toHaveText('1.04 GB');
  await expect(popup.getByTestId('cannot-save')).toHaveCount(0);
  await expect.poll(connected.tooltip).not.toContain('cannot save');
});
