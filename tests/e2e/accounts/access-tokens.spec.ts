import { expect, test } from '../support/fixtures.ts';

test.describe('short-lived access', () => {
  test('a refused access token is refreshed once, without a word', async ({ connected, seller }) => {
    seller.expireAccessTokens('a_17');
    seller.use('c_europe', 40_000_000);
    const before = seller.requests.length;
    await connected.fireAlarm();
    const popup = await connected.popup();
    await expect(popup.getByTestId('remaining')).toHaveText('1.2 GB');
    await expect(popup.getByTestId('failure')).toHaveCount(0);
    const paths = seller.requests.slice(before).map(({ path, status }) => `${path} ${status}`);
    expect(paths.filter((entry) => entry.includes('token'))).toHaveLength(1);
  });
});

test('no token is ever in an address, in the popup’s keys, or in what a page can read from the worker', async ({
  gigabar,
  seller,
}) => {
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  const stored = await gigabar.stored();
  const secret = Object.entries(stored).find(([name]) => name.startsWith('credentials:'))?.[1] as { token: string };
  expect(secret.token.length).toBeGreaterThan(10);
  const others = Object.entries(stored).filter(([name]) => !name.startsWith('credentials:'));
  expect(JSON.stringify(others)).not.toContain(secret.token);
  const requested = seller.requests.map(({ path, query }) => JSON.stringify([path, query])).join();
  expect(requested).not.toContain(secret.token);
});
