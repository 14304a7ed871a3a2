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
  await expect(page.getByTestId('connect-status')).toContainText('Axis Europe');
  await expect(page.getByTestId('connect-status')).toContainText('1.24 GB');
  await expect.poll(installed.badge).toBe('.18');
  await expect
    .poll(installed.tooltip)
    .toMatch(
      /^Axis Asia: 180 MB of 1 GB left\nLasts until \w{3} \d+ \w{3}, \d\d:\d\d \S+\nAs of \d\d:\d\d\nShown because it needs attention first$/,
    );
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

test('an address that is no seller, and one that is none at all, each get a sentence', async ({
  installed,
  seller,
}) => {
  const page = await installed.open('connect.html');
  await page.getByTestId('seller-address').fill(seller.consoleUrl);
  await page.getByTestId('connect').click();
  await expect(page.getByTestId('connect-status')).toContainText(/does not offer|No answer/);
  await page.getByTestId('seller-address').fill('not an address');
  await page.getByTestId('connect').click();
  await expect(page.getByTestId('connect-status')).toContainText('not an address');
});

test('no page of the browser’s own is replaced by one of Gigabar', async ({ installed }) => {
  const manifest = JSON.parse((await installed.probe.locator('pre').textContent()) ?? '');
  expect(manifest.name).toBe('__MSG_app_name__');
  expect(manifest.chrome_url_overrides).toBeUndefined();
});
