import { expect, restartAndCheck, savedCheck, sentAlerts, test } from '../support/fixtures.ts';

/* Stories F11 (signed out without being told) and F27 (twelve notices at once). */

test('8.8 F27 twelve cards that fall in one check are one notification, which opens the popup on the first', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  seller.addCards('a_17', 11);
  const cards = seller.cards('a_17').filter(({ userKey }) => userKey.startsWith('c_more_'));
  for (const { userKey } of cards) seller.setLeft(userKey, 900_000_000);
  await connected.fireAlarm();
  await expect
    .poll(async () => Object.keys(await connected.stored()).filter((name) => name.includes('c_more_')).length)
    .toBeGreaterThan(20);
  await connected.waitForWorker();
  await connected.clearNotifications();
  const recorded = await connected.recordNotifications();
  for (const { userKey } of cards) seller.setLeft(userKey, 90_000_000);
  seller.setLeft('c_europe', 290_000_000);
  await connected.fireAlarm();
  await expect.poll(() => sentAlerts(connected)).toContain('10%');
  const sent = await recorded();
  expect(sent.map(([title]) => title)).toEqual(['12 alerts']);
  expect(sent[0]?.[1].split('\n')).toHaveLength(12);
  expect(sent[0]?.[1]).toContain('Axis Europe: 290 MB left');
  const [id] = await connected.notifications();
  const popup = await connected.popupAfterNotificationClick(id ?? '');
  await expect(popup.page.getByTestId('card-title')).toContainText('Axis Europe');
  await popup.detach();
});

test('8.7 F11 a sign-in that is lost is told once, leads to the way back, and the notice goes with it', async ({
  connected,
  seller,
}) => {
  await connected.allowAlerts();
  await connected.clearNotifications();
  const recorded = await connected.recordNotifications();
  seller.revokeAll('a_17');
  await connected.fireAlarm();
  await expect
    .poll(recorded)
    .toEqual([
      [
        'You are signed out of Axis',
        expect.stringMatching(/^No new figures for Axis Europe, .* until you sign in again\.$/),
      ],
    ]);
  await connected.waitForWorker();
  const [id] = await connected.notifications();
  const popup = await connected.popupAfterNotificationClick(id ?? '');
  await expect(popup.page.getByTestId('failure')).toContainText('Sign in to Axis again.');
  await popup.detach();
  await restartAndCheck(connected);
  await expect.poll(async () => (await savedCheck(connected)).failure?.kind).toBe('signed-out');
  await connected.waitForWorker();
  expect(await connected.notifications()).toEqual([]);
});
