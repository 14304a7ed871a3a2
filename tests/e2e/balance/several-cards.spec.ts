import { chooseCard, expect, phones, pressPin, test } from '../support/fixtures.ts';

test('by default the badge shows the card that needs attention first, and says why', async ({ gigabar, seller }) => {
  await (await gigabar.connect(seller)).close();
  await expect.poll(gigabar.badge).toBe('.18');
  await expect.poll(gigabar.tooltip).toContain('Shown because it needs attention first');
  seller.setLeft('c_europe', 60_000_000);
  await gigabar.fireAlarm();
  await expect.poll(gigabar.badge).toBe('60M');
  const { page, detach } = await gigabar.toolbarPopup();
  await expect(page.getByTestId('card-title')).toHaveText('Axis Europe');
  await detach();
});

test('a pinned card stays on the badge, also after the worker was killed', async ({ connected, seller }) => {
  expect(await connected.tooltip()).toContain('Pinned to the toolbar');
  seller.setLeft('c_asia', 10_000_000);
  await connected.killWorker();
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('1.2');
  const popup = await connected.popup();
  await pressPin(popup, false);
  await expect.poll(connected.badge).toBe('10M');
});

test('looking at another card in the popup does not change the badge', async ({ connected }) => {
  const popup = await connected.popup();
  await chooseCard(popup, 'Axis Asia');
  await expect(popup.getByTestId('remaining')).toHaveText('180 MB');
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('1.2');
  await expect(popup.getByTestId('card-title')).toHaveText('Axis Asia');
});

test('a card has the person’s own name everywhere, and its seller’s again without one', async ({ connected }) => {
  const settings = await connected.open('options.html');
  const name = settings.getByTestId('card-name').first();
  await name.fill('Train phone');
  const popup = await connected.popup();
  await expect(popup.getByTestId('card-title')).toHaveText('Train phone');
  await expect(popup.getByTestId('renew-card')).toHaveText('for Train phone');
  await expect.poll(connected.tooltip).toContain('Train phone: 1.24 GB of 3 GB left');
  await name.fill('');
  await expect(popup.getByTestId('card-title')).toHaveText('Axis Europe');
});

test('the menu tells how each card stands without a look at it, by keys alone', async ({ connected }) => {
  const popup = await connected.popup();
  await popup.getByRole('heading', { level: 1 }).getByRole('button').focus();
  await popup.keyboard.press('ArrowDown');
  await expect(popup.getByRole('menuitemradio', { name: 'Axis Europe' })).toBeFocused();
  await popup.keyboard.type('axis a');
  const asia = popup.getByRole('menuitemradio', { name: /^Axis Asia, 180 MB · \d+ days, / });
  await expect(asia).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('menu')).toHaveCount(0);
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
});

test('another card that needs a look has the last row, and a press shows it', async ({ connected, seller }) => {
  seller.setLeft('c_asia', 10_000_000);
  // Else the offer to warn has its place.
  await connected.allowAlerts();
  await connected.fireAlarm();
  const popup = await connected.popup();
  await expect(popup.getByTestId('other-cards')).toContainText('Axis Asia10 MB');
  await popup.getByTestId('other-cards').click();
  await expect(popup.getByTestId('card-title')).toHaveText('Axis Asia');
  await expect(popup.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a pinned card that the seller lists no more keeps its name in the menu until it is removed', async ({
  connected,
  seller,
}) => {
  seller.setCard('c_europe', { reissued: true });
  await connected.fireAlarm();
  const popup = await connected.popup();
  await expect(popup.getByTestId('card-menu-dot')).toBeVisible();
  await popup.getByTestId('card-title').click();
  await expect(popup.getByTestId('missed-card')).toContainText('Axis no longer lists this card.');
  await popup.getByTestId('missed-remove').click();
  await popup.getByTestId('card-title').click();
  await expect(popup.getByTestId('missed-card')).toHaveCount(0);
});

test('a hidden card is in no menu, not on the badge, and not warned of', async ({ gigabar, seller }) => {
  await (await gigabar.connect(seller)).close();
  await gigabar.allowAlerts();
  await expect.poll(async () => (await gigabar.notifications()).some((id) => id.includes('c_asia'))).toBe(true);
  await gigabar.clearNotifications();
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('card-more').nth(1).click();
  await settings.getByTestId('card-hide').check();
  await expect.poll(gigabar.badge).toBe('1.2');
  seller.setLeft('c_asia', 20_000_000);
  seller.setLeft('c_europe', 600_000_000);
  await gigabar.fireAlarm();
  await expect.poll(async () => (await gigabar.notifications()).some((id) => id.includes('c_europe'))).toBe(true);
  await gigabar.waitForWorker();
  expect((await gigabar.notifications()).some((id) => id.includes('c_asia'))).toBe(false);
  const popup = await gigabar.popup();
  await popup.getByTestId('card-title').click();
  await expect(popup.getByRole('menuitemradio')).toHaveCount(2);
});

test('all cards of all accounts are in one list, in the person’s order, with what each has', async ({
  connected,
  seller,
}) => {
  await (await connected.connect(seller, phones.nordic)).close();
  const settings = await connected.open('options.html');
  await expect(settings.getByTestId('card-name')).toHaveCount(4);
  await settings.getByTestId('card-more').nth(3).click();
  await settings.getByTestId('card-up').click();
  await settings.getByTestId('card-up').click();
  const popup = await connected.popup();
  await popup.getByTestId('card-title').click();
  await expect(popup.getByRole('menuitemradio')).toHaveText([
    /Europe.*1\.24 GB/,
    /Nordic.*5 GB/,
    /Asia.*180 MB/,
    /Home.*expired/,
  ]);
});

test('signing out forgets what was chosen for the account’s cards', async ({ connected }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('card-name').first().fill('Train phone');
  await expect.poll(async () => JSON.stringify((await connected.stored()).cards)).toContain('Train phone');
  await settings.getByTestId('sign-out').click();
  await settings.getByTestId('confirm').click();
  await expect
    .poll(async () => (await connected.stored()).cards)
    .toEqual({ order: [], pinned: null, byCard: {}, version: expect.any(Number) });
});

test('what is used can be shown instead of what is left, on every surface', async ({ connected }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('view').and(settings.locator('[value=used]')).check();
  await expect.poll(connected.badge).toBe('1.8');
  await expect.poll(connected.tooltip).toContain('Axis Europe: 1.76 GB of 3 GB used');
  const popup = await connected.popup();
  await expect(popup.getByTestId('remaining')).toHaveText('1.76 GB');
  await expect(popup.getByText('used', { exact: true })).toBeVisible();
  await expect(popup.getByRole('meter')).toHaveAttribute('aria-valuenow', '58');
  await expect(popup.getByTestId('time-mark')).toHaveText(/^\d+ of 30 days gone$/);
  await popup.getByTestId('open-parts').click();
  await popup.getByTestId('details').locator('summary').click();
  await expect(popup.getByTestId('exact')).toContainText('1,760,000,000');
  const badges = [
    ['percent', '59%'],
    ['days', '16d'],
    ['run-out', '1.8'],
  ] as const;
  for (const [shows, badge] of badges) {
    await settings.getByTestId('badge-shows').selectOption(shows);
    await expect.poll(connected.badge).toBe(badge);
  }
});

test('parts of a plan stand apart, each in its own words', async ({ connected, seller }) => {
  const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const bytes = (quotaBytes: string, remainingBytes: string, reservedBytes = '0') => ({
    byteBalance: { quotaBytes, remainingBytes, reservedBytes },
  });
  seller.setPlan('c_europe', 'eu-3gb-30d', {
    planModules: [
      {
        moduleId: 'main',
        moduleName: 'Main',
        ...bytes('3000000000', '1240000000', '50000000'),
        overUsagePolicy: 'THROTTLED',
        maxRateKbps: '1000',
      },
      { moduleId: 'bonus', moduleName: 'Bonus', ...bytes('1000000000', '400000000'), expirationTime: later },
      { moduleId: 'night', moduleName: 'Night', ...bytes('500000000', '500000000'), refreshPeriod: 'DAILY' },
      { moduleId: 'roam', moduleName: 'Roaming', ...bytes('200000000', '100000000'), overUsagePolicy: 'PAY_AS_YOU_GO' },
      { moduleId: 'video', moduleName: 'Video', trafficCategories: ['VIDEO'], coarseBalanceLevel: 'HIGH_QUOTA' },
    ],
  });
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('2.2');
  const popup = await connected.popup();
  await popup.getByTestId('open-parts').click();
  const rows = popup.getByTestId('modules').getByRole('listitem');
  await expect(rows).toContainText([
    /Main.*1\.24 GB left of 3 GB.*slows to 1 Mbit\/s after 3 GB/,
    /Bonus.*400 MB left of 1 GB.*(until|expires first)/,
    /Night.*500 MB every day/,
    /Roaming.*charged by use after 200 MB/,
  ]);
  await expect(popup.getByTestId('modules-apart').getByRole('listitem')).toContainText([
    /Video.*Unlimited.*Video only/,
  ]);
  await popup.getByTestId('details').locator('summary').click();
  await expect(popup.getByText(/50 MB for open sessions/)).toBeVisible();
  await expect(popup.getByTestId('details').getByTestId('regions')).toContainText('Denmark, France, Germany');
});
