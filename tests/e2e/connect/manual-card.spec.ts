import {
  accounts,
  alertKinds,
  connectWith,
  dateIn,
  enableAlerts,
  enterBalance,
  expect,
  fillIn,
  fireAlarmAndWait,
  openAtLaterTime,
  openForm,
  test,
} from '../support/provider-mirrors.ts';

/* A card whose seller has no API: the user enters plan and balance. */

const dayMs = 86_400_000;
/** The day in so many days, as the popup has it. */
const dayIn = (days: number) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(Date.parse(`${dateIn(days)}T12:00`));
const lebara = { name: 'Lebara', quota: '3 GB', left: '1.24 GB', endsAt: dateIn(15) };

test('a card typed in is on the badge, in the tooltip and in the popup, which says who entered it', async ({
  gigabar,
}) => {
  const page = await openForm(gigabar, 'manual');
  await fillIn(page, { ...lebara, dial: '*123#' });
  await page.getByTestId('connect').click();
  await expect(page.getByTestId('connect-status')).toHaveText('Lebara: 1.24 GB of 3 GB left');
  await expect.poll(gigabar.badge).toBe('1.2');
  await expect
    .poll(gigabar.tooltip)
    .toMatch(/^Lebara: 1\.24 GB of 3 GB left\nLasts until .+, 23:59 \S+\nAs of \d\d:\d\d$/);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('card-title')).toHaveText('Lebara');
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect(popup.getByTestId('expiry')).toHaveText(new RegExp(`^Expires \\w{3},? ${dayIn(15)}.*, 23:59$`));
  await popup.getByTestId('open-parts').click();
  await expect(popup.getByTestId('counted-by')).toHaveText('As you entered it.');
  await expect(popup.getByTestId('dial')).toContainText('*123#');
  await expect(popup.getByTestId('dial').getByRole('link')).toHaveAttribute('href', 'tel:*123%23');
  await gigabar.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.getByTestId('copy-dial').click();
  await expect.poll(() => popup.evaluate(() => navigator.clipboard.readText())).toBe('*123#');
});

test('Renew leads to the page that was typed, says which and what it costs, and orders nothing', async ({
  gigabar,
}) => {
  await gigabar.context.route('https://lebara.example/**', (route) =>
    route.fulfill({ body: 'Renew', contentType: 'text/html' }),
  );
  await connectWith(gigabar, 'manual', { ...lebara, link: 'lebara.example/renew?card=4821', price: '99.50 SEK' });
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('card-link')).toHaveText(/^Renew at lebara\.example\s*SEK\s99\.50$/);
  await expect(popup.getByTestId('renew')).toHaveCount(0);
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('card-link').click();
  await expect(await opened).toHaveURL('https://lebara.example/renew?card=4821');
  await gigabar.waitForWorker();
  expect(Object.keys(await gigabar.stored()).filter((name) => name.startsWith('orders:'))).toEqual([]);
});

test('what is left is entered in the popup: the badge changes, and 20 % is warned of without a second reading', async ({
  gigabar,
}) => {
  await connectWith(gigabar, 'manual', { ...lebara, left: '2.9 GB' });
  await enableAlerts(gigabar);
  const popup = await gigabar.popup();
  await enterBalance(popup, 'much GB');
  await expect(popup.getByText('That is not an amount.')).toBeVisible();
  await enterBalance(popup, '500 MB');
  await expect(popup.getByText('Saved.')).toBeVisible();
  await expect(popup.getByTestId('remaining')).toHaveText('500 MB');
  await expect.poll(gigabar.badge).toBe('.50');
  await expect.poll(() => alertKinds(gigabar, '/')).toEqual(['20%']);

  await gigabar.clearNotifications();
  await gigabar.killWorker();
  await fireAlarmAndWait(gigabar);
  expect(await gigabar.badge()).toBe('.50');
  expect(await alertKinds(gigabar, '/')).toEqual([]);
  await enterBalance(popup, '0 GB');
  await expect.poll(gigabar.badge).toBe('0');
  await expect.poll(() => alertKinds(gigabar, '/')).toEqual(['0']);
});

test('a changed plan is the same card, with its name and its history', async ({ gigabar }) => {
  await connectWith(gigabar, 'manual', lebara);
  const popup = await gigabar.popup();
  await enterBalance(popup, '1 GB');
  await expect.poll(gigabar.badge).toBe('1.0');
  const before = await accounts(gigabar);
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByText('Change the plan').click();
  const form = await opened;
  await expect(form.getByTestId('field-name')).toHaveValue('Lebara');
  await expect(form.getByTestId('field-quota')).toHaveValue('3');
  await fillIn(form, { quota: '5 GB', left: '4.5 GB', endsAt: dateIn(40) });
  await form.getByTestId('connect').click();
  await expect(form.getByTestId('connect-status')).toHaveText('Lebara: 4.5 GB of 5 GB left');
  await expect.poll(gigabar.badge).toBe('4.5');
  await expect(popup.getByTestId('expiry')).toContainText(dayIn(40));
  expect(await accounts(gigabar)).toEqual(before);
  const history = await gigabar.open('history.html');
  await expect(history.locator('main')).toContainText('240 MB');
  await expect(history.getByTestId('change-log')).toContainText('3.5 GB credited');
});

test('a monthly plan begins anew when its day has come', async ({ gigabar }) => {
  const day = String(Number(dateIn(2).slice(-2)));
  await connectWith(gigabar, 'manual', { name: 'Lebara', quota: '3 GB', left: '100 MB', monthlyDay: day });
  await expect.poll(gigabar.badge).toBe('.10');
  await gigabar.setClock(3 * dayMs);
  await gigabar.fireAlarm();
  await expect.poll(gigabar.badge).toBe('3.0');
  await expect.poll(gigabar.tooltip).toMatch(/^Lebara: 3 GB of 3 GB left\nLasts until/);
  const laterPopup = await openAtLaterTime(gigabar, 'popup.html', 3 * dayMs);
  await expect(laterPopup.getByTestId('remaining')).toHaveText('3 GB');
  await expect(laterPopup.getByTestId('time-mark')).toHaveText(/^(2[5-9]|3[01]) of \d+ days left$/);
  const history = await openAtLaterTime(gigabar, 'history.html', 3 * dayMs);
  await expect(history.getByTestId('change-log')).toContainText('New period with 3 GB');
});

test('a card that ends is warned of before, has its days of grace, and then is over', async ({ gigabar }) => {
  await connectWith(gigabar, 'manual', { ...lebara, endsAt: dateIn(5), graceDays: '10' });
  await enableAlerts(gigabar);
  expect(await alertKinds(gigabar, '/')).toEqual([]);
  for (const [days, kind] of [
    [3, '72h'],
    [2, '24h'],
  ] as const) {
    await gigabar.setClock(days * dayMs);
    await gigabar.fireAlarm();
    await expect.poll(() => alertKinds(gigabar, '/')).toContain(kind);
  }
  const notifications = await gigabar.recordNotifications();
  await gigabar.setClock(3 * dayMs);
  await gigabar.fireAlarm();
  await expect.poll(gigabar.badge).toBe('0');
  const inGrace = await openAtLaterTime(gigabar, 'popup.html', 8 * dayMs);
  await expect(inGrace.getByTestId('verdict')).toHaveText('Expired 3 days ago. Renew to use it again.');
  await expect.poll(async () => (await notifications()).map(([title]) => title)).toContain('Lebara: no data left');
  await gigabar.setClock(10 * dayMs);
  await gigabar.fireAlarm();
  const over = await openAtLaterTime(gigabar, 'popup.html', 18 * dayMs);
  await expect(over.getByTestId('verdict')).toHaveText(/^Expired .*Renew to use it again\.$/);
});
