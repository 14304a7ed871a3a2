import { expect, openForm, pressConnect, test } from '../support/provider-mirrors.ts';

declare const chrome: { storage: { local: { set: (values: object) => Promise<void> } } };

test.use({ sellerOptions: { signIn: 'card-token' } });

const bannedLetter = 'и';

test('7.7 F28 a card token pasted with what is not seen and in quotes connects', async ({ gigabar, seller }) => {
  const connect = await gigabar.open('connect.html');
  await connect.getByTestId('seller-address').fill(seller.url);
  await connect.getByTestId('card-token').fill(` “\u200b${seller.cardToken('a_17')}\u00a0”\u2060`);
  await pressConnect(connect);
  await expect(connect.getByTestId('connect-status')).toContainText(/ left$/);
});

test('7.7 F28 a card token with a letter that no token has is refused in words; nothing is kept, nothing sent', async ({
  gigabar,
  seller,
}) => {
  const connect = await gigabar.open('connect.html');
  await connect.getByTestId('seller-address').fill(seller.url);
  await connect.getByTestId('card-token').fill(seller.cardToken('a_17').replace(/.$/, bannedLetter));
  const requestsBefore = seller.requests.length;
  await pressConnect(connect);
  await expect(connect.getByTestId('connect-status')).toContainText(`a character that no token has: “${bannedLetter}”`);
  await expect(connect.getByTestId('card-token')).toHaveAttribute('aria-invalid', 'true');
  await gigabar.waitForWorker();
  expect(seller.requests.length).toBe(requestsBefore);
  expect(Object.keys(await gigabar.stored()).filter((name) => name.includes(':'))).toEqual([]);
});

test('7.7 F28 a provider’s key with such a letter is refused at its field', async ({ gigabar }) => {
  const page = await openForm(gigabar, 'telnyx');
  await page.getByTestId('field-simId').fill('\u200b6a09cdc3-8948-47f0-aa62-74ac943d6c58');
  await page.getByTestId('field-key').fill(`KEY${bannedLetter}`);
  await page.getByTestId('connect').click();
  await expect(page.getByTestId('problem-key')).toHaveText(
    `It contains a character that no key has: “${bannedLetter}”. Copy it anew.`,
  );
  await expect(page.getByTestId('problem-simId')).toBeEmpty();
});

test('7.7 F28 a key that was kept before and cannot be sent is told as that, with a way out', async ({
  gigabar,
  seller,
}) => {
  const connect = await gigabar.open('connect.html');
  await connect.getByTestId('seller-address').fill(seller.url);
  await connect.getByTestId('card-token').fill(seller.cardToken('a_17'));
  await pressConnect(connect);
  await expect(connect.getByTestId('connect-status')).toContainText(/left|Connected/);
  await gigabar.waitForWorker();
  const name = Object.keys(await gigabar.stored()).find((key) => key.startsWith('credentials:')) ?? '';
  await gigabar.probe.evaluate((values) => chrome.storage.local.set(values), {
    [name]: { kind: 'card-token', token: `${seller.cardToken('a_17')}\u200b`, version: 1 },
  });
  const countBefore = seller.count('/v1/planStatus');
  await gigabar.fireAlarm();
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('failure')).toContainText('has a character that cannot be sent');
  await expect(popup.getByRole('link', { name: 'Connect again' })).toBeVisible();
  await expect.poll(gigabar.badge).toBe('!');
  expect(seller.count('/v1/planStatus')).toBe(countBefore);
});
