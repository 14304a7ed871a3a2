import { expect, test } from '../support/fixtures.ts';

/* Stories F4 (text cut), F7 (old number shown as new), F8 (unknown is not zero), F10 (GB that do not agree). */

test('the badge follows the data as it is used, in the seller’s unit and never rounded up', async ({
  connected,
  seller,
}) => {
  for (const [left, text] of [
    [850_999_999, '.85'],
    [85_999_999, '85M'],
    [999_999, '<1M'],
    [0, '0'],
  ] as const) {
    seller.setLeft('c_europe', left);
    await connected.fireAlarm();
    await expect.poll(connected.badge).toBe(text);
  }
});

test('the real toolbar popup shows the figure and asks nothing of the network', async ({ connected, seller }) => {
  const before = seller.requests.length;
  const { page, detach } = await connected.toolbarPopup();
  await expect(page.getByTestId('card-title')).toContainText('Axis Europe');
  await expect(page.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect(page.getByTestId('total')).toHaveText('3 GB');
  await expect(page.getByTestId('expiry')).toContainText(/Mon|Tue|Wed|Thu|Fri|Sat|Sun/);
  expect(seller.requests.length).toBe(before);
  await detach();
});

test('a worker that starts paints what is saved before any answer', async ({ connected, seller }) => {
  await connected.setBadge('old');
  await connected.killWorker();
  seller.fault({ kind: 'hang', on: 'planStatus' });
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('1.2');
});

test('a figure past the seller’s own time is old on badge and popup, whatever the last error', async ({
  connected,
  seller,
}) => {
  seller.setExpireAfter(1);
  const requested = seller.nextRequest('/v1/planStatus');
  await connected.fireAlarm();
  await requested;
  seller.fault({ kind: '503' });
  await expect
    .poll(async () => {
      await connected.fireAlarm();
      return connected.tooltip();
    })
    .toContain('Old figure');
  const popup = await connected.popup();
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect(popup.getByText(/old figure/i).first()).toBeVisible();
});

test('unlimited, unknown and coarse balances are shown as such', async ({ connected, seller }) => {
  const popup = await connected.popup();
  const cases = [
    [{ byteBalance: undefined, coarseBalanceLevel: 'HIGH_QUOTA' }, '∞', 'Unlimited'],
    [
      { byteBalance: undefined, coarseBalanceLevel: 'LOW_QUOTA', coarseUpperBytes: '1073741824' },
      '<1G',
      'Less than 1 GB',
    ],
    [{ byteBalance: undefined, coarseBalanceLevel: undefined, coarseUpperBytes: undefined }, '?', 'Unknown'],
  ] as const;
  for (const [patch, badge, words] of cases) {
    seller.setModule('c_europe', 'main', patch);
    await connected.fireAlarm();
    await expect.poll(connected.badge).toBe(badge);
    await expect(popup.getByTestId('remaining')).toHaveText(words);
  }
});

test('the number can be turned off', async ({ connected }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('badge-number').click();
  await expect.poll(connected.badge).toBe('');
  await expect.poll(connected.tooltip).toContain('1.24 GB');
});

test.describe('a seller whose GB are 2^30', () => {
  test.use({ sellerOptions: { byteUnit: 1024 } });

  test('keeps its own label: 3 GB of 3 GB', async ({ connected, seller }) => {
    seller.setModule('c_europe', 'main', {
      byteBalance: { quotaBytes: String(3 * 2 ** 30), remainingBytes: String(3 * 2 ** 30) },
    });
    await connected.fireAlarm();
    const popup = await connected.popup();
    await expect(popup.getByTestId('remaining')).toHaveText('3 GB');
    await expect.poll(connected.badge).toBe('3.0');
  });
});
