import { startSeller } from '../../sandbox/seller.ts';
import type { SellerOptions } from '../../sandbox/types.ts';
import { expect, type Gigabar, test } from '../support/fixtures.ts';

/** Connects a seller whose document can be changed afterwards. */
async function connectTo(gigabar: Gigabar) {
  const options: SellerOptions = { discovery: {} };
  const seller = await startSeller(options);
  await (await gigabar.connect(seller)).close();
  const readDocumentAgain = async () => {
    await gigabar.setClock(25 * 3_600_000);
    await gigabar.fireAlarm();
  };
  return { seller, options, readDocumentAgain };
}

test('7.15 a seller that renames itself keeps its name until the person agrees, and is asked about once', async ({
  gigabar,
}) => {
  const { seller, options, readDocumentAgain } = await connectTo(gigabar);
  options.discovery = { name: 'Your Bank' };
  await readDocumentAgain();
  const popup = await gigabar.popup();
  const changes = popup.getByTestId('seller-changes');
  await expect(changes).toContainText('Your Bank');
  expect(await gigabar.tooltip()).not.toContain('Your Bank');
  await expect(changes.locator('button').first()).toHaveText('Not now');
  await popup.getByTestId('changes-not-now').click();
  await expect(changes).toHaveCount(0);
  await popup.close();
  await readDocumentAgain();
  const later = await gigabar.popup();
  await expect(later.getByTestId('remaining')).toBeVisible();
  await expect(later.getByTestId('seller-changes')).toHaveCount(0);
  await seller.close();
});

test('7.15 a seller that names another sign-in leads to a new one that names both, and stays as it is until then', async ({
  gigabar,
}) => {
  const { seller, options, readDocumentAgain } = await connectTo(gigabar);
  const { port } = new URL(seller.url);
  options.discovery = { issuer: `http://localhost:${port}` };
  await readDocumentAgain();
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('seller-changes')).toContainText(`localhost:${port}`);
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('changes-sign-in').click();
  const connect = await opened;
  await expect(connect.getByTestId('hosts-changed')).toContainText(`127.0.0.1:${port}`);
  await expect(connect.getByTestId('hosts-changed')).toContainText(`localhost:${port}`);
  const stored = Object.values(await gigabar.stored()) as { seller?: { endpoints: { issuer: string } } }[];
  expect(stored.find(({ seller: known }) => known)?.seller?.endpoints.issuer).toBe(seller.issuer);
  await seller.close();
});
