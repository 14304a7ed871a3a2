import type { FaultKind } from '../../sandbox/types.ts';
import { expect, savedCheck, test } from '../support/fixtures.ts';

const faults: [FaultKind, RegExp][] = [
  ['offline', /No answer from Axis/],
  ['503', /Axis has a problem\. Trying again at \d\d:\d\d/],
  ['429', /Axis asked us to wait until \d\d:\d\d/],
  ['401', /Sign in to Axis again/],
  ['403', /Axis/],
  ['html', /could not read/],
  ['truncated', /could not read/],
  ['wrong-types', /could not read/],
  ['empty', /could not read/],
  ['huge', /could not read/],
  ['redirect', /wants you to sign in first/],
];

for (const [kind, sentence] of faults) {
  test(`${kind} is told in one sentence above the last good figures`, async ({ connected, seller }) => {
    const popup = await connected.popup();
    seller.fault({ kind });
    await connected.fireAlarm();
    await expect(popup.getByTestId('failure')).toContainText(sentence);
    await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
    await expect(popup.getByTestId('total')).toHaveText('3 GB');
    await expect.poll(connected.badge).toBe(kind === '401' ? '!' : '1.2');
    seller.clearFaults();
    seller.use('c_europe', 40_000_000);
    await connected.fireAlarm();
    await expect(popup.getByTestId('remaining')).toHaveText('1.2 GB');
    await expect(popup.getByTestId('failure')).toHaveCount(0);
  });
}

test('offline only looks whether the network is back, a minute later', async ({ connected, seller }) => {
  const popup = await connected.popup();
  await connected.context.setOffline(true);
  await connected.fireAlarm();
  const requestsBefore = seller.requests.length;
  await expect.poll(connected.msUntilAlarm).toBeLessThanOrEqual(60_000);
  expect(seller.requests.length).toBe(requestsBefore);
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await connected.context.setOffline(false);
  const next = seller.nextRequest('/v1/planStatus');
  await connected.fireAlarm();
  expect((await next).status).toBe(304);
});

test('Retry-After is kept by the alarm and by the refresh button', async ({ connected, seller }) => {
  seller.fault({ kind: '429', retryAfter: '600' });
  await connected.fireAlarm();
  await expect.poll(async () => (await savedCheck(connected)).reason).toBe('retry-after');
  const { nextCheckAt } = await savedCheck(connected);
  // The return is spread over the pace.
  expect(nextCheckAt - Date.now()).toBeGreaterThan(9 * 60_000);
  expect(nextCheckAt - Date.now()).toBeLessThanOrEqual(25 * 60_000);
  seller.clearFaults();
  const popup = await connected.popup();
  await expect(popup.getByTestId('failure')).toContainText('wait until');
  await expect(popup.getByTestId('refresh')).toHaveAttribute('aria-disabled', 'true');
});

test('nearly empty, no answer may mean that the data is used up', async ({ connected, seller }) => {
  seller.setLeft('c_europe', 60_000_000);
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('60M');
  seller.fault({ kind: 'offline' });
  await connected.fireAlarm();
  const popup = await connected.popup();
  await expect(popup.getByTestId('failure')).toContainText('Your data may be used up');
});

test('after a sign-in that nothing heals, own checks drop to one a day and a person’s refresh tries at once', async ({
  connected,
  seller,
}) => {
  seller.revokeAll('a_17');
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('!');
  expect((await savedCheck(connected)).nextCheckAt - Date.now()).toBeGreaterThan(23 * 3_600_000);
  const popup = await connected.popup();
  const next = seller.nextRequest(({ path }) => path.includes('token'));
  await popup.getByTestId('refresh').click();
  expect((await next).status).toBe(400);
});
