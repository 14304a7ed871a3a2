import { chooseCard, expect, phones, pressPin, test } from '../support/fixtures.ts';

test.describe('two accounts of one seller with equal ETags', () => {
  test.use({ sellerOptions: { equalEtags: true } });

  test('keep their own figures', async ({ connected, seller }) => {
    await connected.connect(seller, phones.nordic);
    await connected.pin('Axis Nordic');
    await expect.poll(connected.badge).toBe('5.0');
    await connected.fireAlarm();
    const popup = await connected.popup();
    await expect(popup.getByTestId('remaining')).toHaveText('5 GB');
    await chooseCard(popup, 'Axis Europe');
    await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
    await pressPin(popup, true);
    await expect.poll(connected.badge).toBe('1.2');
  });
});

test('signing in to the same account again replaces its sign-in and keeps one account', async ({
  connected,
  seller,
}) => {
  seller.revokeAll('a_17');
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('!');
  await connected.connect(seller);
  await expect.poll(connected.badge).toBe('1.2');
  const { index } = (await connected.stored()) as { index: { accounts: unknown[] } };
  expect(index.accounts).toHaveLength(1);
});

test('signing out deletes the account’s data at once and revokes', async ({ connected, seller }) => {
  const settings = await connected.open('options.html');
  const revoked = seller.nextRequest(({ path }) => path.includes('revo'));
  await settings.getByTestId('sign-out').click();
  await settings.getByTestId('confirm').click();
  expect((await revoked).status).toBe(200);
  await expect.poll(connected.badge).toBe('');
  expect(Object.keys(await connected.stored()).filter((name) => name.includes(':'))).toEqual([]);
  await expect.poll(connected.nextAlarmAt).toBeNull();
});

test('a sign-out that the seller cannot hear yet keeps the token alone, and tells it later', async ({
  connected,
  seller,
}) => {
  const settings = await connected.open('options.html');
  await connected.context.setOffline(true);
  await settings.getByTestId('sign-out').click();
  await settings.getByTestId('confirm').click();
  await expect.poll(async () => Object.keys(await connected.stored()).filter((name) => name.includes(':'))).toEqual([]);
  expect(Object.keys(await connected.stored())).toContain('revocations');
  await expect(settings.getByText('could not be reached')).toBeVisible();
  await connected.context.setOffline(false);
  const revoked = seller.nextRequest(({ path }) => path.includes('revo'));
  await expect.poll(connected.nextAlarmAt).not.toBeNull();
  await connected.probe.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: {
          local: {
            get: (n: string) => Promise<{ revocations: { nextAt: number }[] }>;
            set: (v: object) => Promise<void>;
          };
        };
      };
    };
    const { revocations } = await chrome.storage.local.get('revocations');
    await chrome.storage.local.set({ revocations: revocations.map((entry) => ({ ...entry, nextAt: 0 })) });
  });
  await connected.fireAlarm();
  expect((await revoked).status).toBe(200);
});
