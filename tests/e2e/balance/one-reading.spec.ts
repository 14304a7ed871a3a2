import {
  expect,
  type Gigabar,
  phones,
  restartAndCheck,
  savedCard,
  savedCheck,
  sentAlerts,
  signIn,
  test,
} from '../support/fixtures.ts';

/* Stories F8 (zero that is not zero) and F16 (a full tank that was a mistake). */

/** Another answer, asked for by a worker that has only what is stored. */
async function checkAgain(gigabar: Gigabar): Promise<void> {
  const { triedAt } = await savedCheck(gigabar);
  await restartAndCheck(gigabar);
  await expect.poll(async () => (await savedCheck(gigabar)).triedAt).toBeGreaterThan(triedAt);
  await gigabar.waitForWorker();
}

test('8.1 F16 one mistaken full answer is shown with its doubt, and moves no alert and no history', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  seller.setLeft('c_europe', 550_000_000);
  await checkAgain(connected);
  await expect.poll(() => sentAlerts(connected)).toContain('20%');
  await connected.clearNotifications();
  const history = async () =>
    Object.entries(await connected.stored()).filter(([name]) => /^(samples|archive):.*c_europe/.test(name));
  const before = await history();
  const popup = await connected.popup();
  seller.setLeft('c_europe', 3_000_000_000);
  await checkAgain(connected);
  await expect(popup.getByTestId('remaining')).toHaveText('3 GB');
  await expect(popup.getByTestId('verdict')).toHaveText(/^Was 550 MB at \d\d:\d\d. It counts once Axis says so again$/);
  await expect.poll(connected.badge).toBe('3.0');
  expect(await connected.tooltip()).toMatch(/Was 550 MB at \d\d:\d\d, not confirmed yet/);
  seller.setLeft('c_europe', 550_000_000);
  await checkAgain(connected);
  await expect.poll(connected.badge).toBe('.55');
  expect(await history()).toEqual(before);
  expect(await connected.notifications()).toEqual([]);
});

test('8.1 F8 a sudden zero is asked about after a minute, and alerted about once it is confirmed', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  await connected.clearNotifications();
  seller.setLeft('c_europe', 0);
  await checkAgain(connected);
  expect((await savedCard(connected))?.unconfirmed).toMatchObject({ kind: 'drop', leftBytes: 1_240_000_000 });
  const { reason, nextCheckAt, triedAt } = await savedCheck(connected);
  expect([reason, nextCheckAt - triedAt]).toEqual(['confirmation', 60_000]);
  expect(await connected.notifications()).toEqual([]);
  await checkAgain(connected);
  await expect.poll(() => sentAlerts(connected)).toContain('0');
  expect((await savedCard(connected))?.unconfirmed).toBeUndefined();
});

test('8.2 an answer without cards is said above the last figures', async ({ connected, seller }) => {
  const popup = await connected.popup();
  for (const { userKey } of seller.cards('a_17')) seller.setCard(userKey, { reissued: true });
  await checkAgain(connected);
  await expect(popup.getByTestId('failure')).toContainText('Axis lists no card for this account.');
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect.poll(connected.badge).toBe('1.2');
});

test('8.2 an account that has no card yet says so at once', async ({ gigabar, seller }) => {
  for (const { userKey } of seller.cards('a_17')) seller.setCard(userKey, { reissued: true });
  const { connect, window } = await gigabar.signInWindow(seller);
  await signIn(window, phones.axis);
  await expect(connect.getByTestId('connect-status')).toHaveText('Axis lists no card for this account.');
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('failure')).toContainText('Axis lists no card for this account.');
  await expect(popup.getByText('has not answered yet')).toHaveCount(0);
  await expect.poll(gigabar.tooltip).toContain('lists no card');
});

test('8.3 a card without a data plan is neither empty nor unknown, and alerts about nothing', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  await connected.clearNotifications();
  const popup = await connected.popup();
  seller.setModule('c_europe', 'main', {
    byteBalance: { quotaBytes: '0', remainingBytes: '0', reservedBytes: '0' },
  });
  await checkAgain(connected);
  await checkAgain(connected);
  await expect(popup.getByTestId('remaining')).toHaveText('No data plan');
  await expect(popup.getByTestId('verdict')).toHaveText('Axis lists no data for this card');
  await expect.poll(connected.badge).toBe('–');
  expect(await connected.tooltip()).toContain('Axis Europe: no data plan');
  expect(await connected.notifications()).toEqual([]);
});
