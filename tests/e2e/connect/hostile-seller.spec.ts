import { startSeller } from '../../sandbox/seller.ts';
import { expect, phones, pressConnect, signIn, test } from '../support/fixtures.ts';

test('7.1 F23 a seller that names another seller’s sign-in for its own API gets no token: it is refused in words', async ({
  gigabar,
  seller,
}) => {
  const hostile = await startSeller({ discovery: { issuer: seller.issuer } });
  const connect = await gigabar.open('connect.html');
  await connect.getByTestId('seller-address').fill(hostile.url);
  await pressConnect(connect);
  await expect(connect.getByTestId('connect-status')).toContainText('does not confirm its data service');
  expect(seller.count('/oauth/authorize')).toBe(0);
  expect(hostile.requests.map(({ path }) => path)).toEqual(['/.well-known/data-account.json']);
  expect(Object.keys(await gigabar.stored()).filter((name) => name.includes(':'))).toEqual([]);
  await hostile.close();
});

test('7.2 F23 a seller that names another API after it was shown is signed in to as it was shown', async ({
  gigabar,
}) => {
  const hostile = await startSeller();
  const options = { creditDelayMs: 0, discovery: {} };
  const seller = await startSeller(options);
  const connect = await gigabar.open('connect.html');
  await connect.getByTestId('seller-address').fill(seller.url);
  await expect(connect.getByTestId('connect')).toHaveText('Connect to Axis');
  options.discovery = { apiBase: hostile.apiBase };
  const opened = gigabar.context.waitForEvent('page');
  await pressConnect(connect);
  await signIn(await opened, phones.axis);
  await expect(connect.getByTestId('connect-status')).toContainText(/left|Connected/);
  expect(hostile.requests).toEqual([]);
  await hostile.close();
  await seller.close();
});

test('7.5 a second press while a sign-in is open shows that one, and both pages are connected by it', async ({
  gigabar,
  seller,
}) => {
  const { connect, window } = await gigabar.signInWindow(seller);
  const second = await gigabar.open('connect.html');
  await second.getByTestId('seller-address').fill(seller.url);
  await pressConnect(second);
  await expect(second.getByTestId('connect-status')).toContainText('A sign-in at Axis is open already');
  expect(seller.count('/oauth/authorize')).toBe(1);
  await signIn(window, phones.axis);
  for (const page of [connect, second])
    await expect(page.getByTestId('connect-status')).toContainText(/left|Connected/);
  const { index } = (await gigabar.stored()) as { index: { accounts: unknown[] } };
  expect(index.accounts).toHaveLength(1);
});

test('7.5 a page that was reloaded during a sign-in finds it open, and is connected by it', async ({
  gigabar,
  seller,
}) => {
  const { connect, window } = await gigabar.signInWindow(seller);
  await connect.reload();
  await connect.getByTestId('seller-address').fill(seller.url);
  await pressConnect(connect);
  await expect(connect.getByTestId('connect-status')).toContainText('A sign-in at Axis is open already');
  await signIn(window, phones.axis);
  await expect(connect.getByTestId('connect-status')).toContainText(/left|Connected/);
});
