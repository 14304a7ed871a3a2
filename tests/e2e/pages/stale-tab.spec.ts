import { addPage, expect, type Gigabar, test, visit } from '../support/pages/page-fixtures.ts';
import { shownBadge } from '../support/window-controls.ts';

declare const chrome: {
  runtime: { reload: () => void };
  storage: { local: { get: (n: null) => Promise<Record<string, object>>; set: (values: object) => Promise<void> } };
};

/** As a minute later: of one card something new is taken once a minute. */
async function letReport({ probe }: Pick<Gigabar, 'probe'>): Promise<void> {
  await probe.evaluate(async () => {
    const stored = Object.entries(await chrome.storage.local.get(null));
    const reads = stored.filter(([name]) => name.startsWith('page-reads:'));
    await chrome.storage.local.set(
      Object.fromEntries(reads.map(([name, value]) => [name, { ...value, reportedAt: null }])),
    );
  });
}

test('a page left open in another tab does not bring its old figure back when the extension is reloaded', async ({
  gigabar,
  site,
}) => {
  await addPage(gigabar, site);
  site.setLeft(2_500_000_000);
  await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('2.5');
  await letReport(gigabar);
  site.setLeft(2_100_000_000);
  const newer = await visit(site, gigabar);
  await expect.poll(gigabar.badge).toBe('2.1');
  await newer.close();
  await letReport(gigabar);
  const restarted = gigabar.context.waitForEvent('serviceworker');
  await gigabar.probe.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  await restarted;
  // Had the old page been read, this visit would come too early to be taken.
  site.setLeft(1_900_000_000);
  await visit(site, gigabar);
  await expect.poll(() => shownBadge(gigabar)).toBe('1.9');
});
