import { expect, phones, pressConnect, signIn, test } from '../support/fixtures.ts';

test('the connect page opens by itself at first install', async ({ installed }) => {
  const isConnect = () =>
    installed.context.pages().some((page) => page.url() === `chrome-extension://${installed.id}/connect.html`);
  await expect.poll(isConnect).toBe(true);
});

test('an address, a yes and a sign-in end with the figure on the page, and the card to watch first on the toolbar', async ({
  installed,
  seller,
}) => {
  const page = await installed.connect(seller);
  await expect(page.getByRole('heading', { name: '3 cards found' })).toBeFocused();
  await expect(page.getByTestId('connect-status')).toContainText('Axis Europe: 1.24 GB of 3 GB left');
  const onToolbar = page.getByTestId('found-card').filter({ has: page.getByTestId('on-toolbar') });
  await expect(onToolbar).toContainText('Axis Asia');
  await expect(onToolbar).toContainText('.18');
  await expect.poll(installed.badge).toBe('.18');
  await expect
    .poll(installed.tooltip)
    .toMatch(
      /^Axis Asia: 180 MB of 1 GB left\nFirst estimate: runs out about .+\nAs of \d\d:\d\d\nShown because it needs attention first$/,
    );
  await page.getByTestId('found-card').filter({ hasText: 'Axis Europe' }).getByRole('radio').check();
  await expect.poll(installed.badge).toBe('1.2');
});

test('Enter right after the address, without a pause, leads to the sign-in', async ({ installed, seller }) => {
  const page = await installed.open('connect.html');
  await expect(page.getByTestId('seller-address')).toBeFocused();
  const opened = installed.context.waitForEvent('page');
  await page.keyboard.type(seller.url);
  await page.keyboard.press('Enter');
  await signIn(await opened, phones.axis);
  await expect(page.getByTestId('connect-status')).toContainText('1.24 GB');
});

test.describe('a seller whose discovery other pages may not read', () => {
  test.use({ sellerOptions: { cors: false } });

  test('is asked for before it is read, and one press is enough', async ({ installed, seller }) => {
    const page = await installed.open('connect.html');
    await page.getByTestId('seller-address').fill(seller.url);
    const opened = installed.context.waitForEvent('page');
    await page.getByTestId('connect').click();
    await signIn(await opened, phones.axis);
    await expect(page.getByTestId('connect-status')).toContainText('1.24 GB');
  });
});

test.describe('a seller with card tokens', () => {
  test.use({ sellerOptions: { signIn: 'card-token' } });

  test('is connected by pasting one', async ({ installed, seller }) => {
    const page = await installed.open('connect.html');
    await page.getByTestId('seller-address').fill(seller.url);
    await pressConnect(page);
    await page.getByTestId('card-token').fill(seller.cardToken('a_17'));
    await page.getByTestId('connect').click();
    await expect(page.getByTestId('connect-status')).toContainText('1.24 GB');
    await expect.poll(installed.badge).toBe('.18');
  });

  test('says so when it does not accept one', async ({ installed, seller }) => {
    const page = await installed.open('connect.html');
    await page.getByTestId('seller-address').fill(seller.url);
    await pressConnect(page);
    await page.getByTestId('card-token').fill('not-a-token');
    const before = (await page.getByTestId('connect-status').textContent()) ?? '';
    await page.getByTestId('connect').click();
    await expect(page.getByTestId('connect-status')).not.toHaveText(before);
    await expect(page.getByTestId('connect')).toBeEnabled();
    expect(await installed.badge()).toBe('');
  });
});

test('a closed sign-in window says so and can be tried again', async ({ installed, seller }) => {
  const { connect, window } = await installed.signInWindow(seller);
  await window.close();
  await expect(connect.getByTestId('connect-status')).toContainText('closed');
  const opened = installed.context.waitForEvent('page');
  await connect.getByTestId('connect').click();
  await signIn(await opened, phones.axis);
  await expect(connect.getByTestId('connect-status')).toContainText('1.24 GB');
});

test('an answer with another state is not taken', async ({ installed, seller }) => {
  const { connect, window } = await installed.signInWindow(seller);
  await window.getByTestId('phone').waitFor();
  const back = `https://${installed.id}.chromiumapp.org/?code=stolen&state=another`;
  await window.evaluate((url) => location.assign(url), back);
  await expect(connect.getByTestId('connect-status')).toContainText('did not match');
  expect(seller.requests.filter(({ path }) => path.includes('token'))).toEqual([]);
  expect(await installed.badge()).toBe('');
});

test('an address that is no seller gets a sentence, its website and the card by hand', async ({
  installed,
  seller,
}) => {
  const page = await installed.open('connect.html');
  await page.getByTestId('seller-address').fill(seller.consoleUrl);
  await pressConnect(page);
  await expect(page.getByTestId('connect-status')).toContainText(/does not tell|No answer/);
  await page.getByTestId('site').click();
  await expect(page.getByTestId('open-seller')).toHaveAttribute('href', new URL(seller.consoleUrl).origin);
  await page.getByTestId('by-hand').click();
  await expect(page.getByTestId('field-name')).toHaveValue(new URL(seller.consoleUrl).host);
});

test('the demo card can be looked at, buys nothing, and goes once there is a real one', async ({
  installed,
  seller,
}) => {
  const page = await installed.open('connect.html');
  await page.getByTestId('demo').click();
  await expect(page.getByTestId('connect-status')).toHaveText('Demo card: 1.24 GB of 3 GB left');
  await expect.poll(installed.badge).toBe('1.2');
  await expect.poll(installed.tooltip).toMatch(/^Demo card: /);
  const popup = await installed.popup();
  await expect(popup.getByTestId('demo-note')).toContainText('This is a demo card');
  await popup.getByTestId('demo-renew').click();
  await expect(popup.getByTestId('demo-note')).toContainText('A demo card buys nothing');
  await (await installed.connect(seller)).close();
  await expect.poll(installed.tooltip).toMatch(/^Axis Asia: /);
  const { index } = (await installed.stored()) as { index: { accounts: { name: string }[] } };
  expect(index.accounts.map(({ name }) => name)).toEqual(['Axis']);
});

test('no page of the browser’s own is replaced by one of Gigabar', async ({ installed }) => {
  const manifest = JSON.parse((await installed.probe.locator('pre').textContent()) ?? '');
  expect(manifest.name).toBe('__MSG_app_name__');
  expect(manifest.chrome_url_overrides).toBeUndefined();
});
