import {
  checkoutPages,
  expect,
  newestTransaction,
  payOn,
  phones,
  replayPastUsage,
  savedOrders,
  setPastMeasurement,
  showPlans,
  test,
  twoWeeks,
} from '../support/fixtures.ts';

/* The popup shows the effect of a purchase before the click; only an irreversible one needs a second click. */

const hourMs = 3_600_000;

test('what buying does is said for this card, under the button', async ({ connected }) => {
  const popup = await connected.popup();
  const effect = popup.locator('#renew-effect');
  await expect(effect).toContainText(/Keeps your 1\.24 GB, lasts until \d{1,2} \w{3}/);
});

test('a plan that would lose what is left asks first; a no buys nothing, a yes buys it', async ({
  connected,
  seller,
}) => {
  const popup = await connected.popup();
  await showPlans(popup, 'monthly');
  const row = popup.locator('[data-plan-id="eu-unlimited-30d"]');
  await row.click();
  await expect(popup.getByTestId('question')).toContainText('1.24 GB');
  expect(await savedOrders(connected)).toEqual([]);
  await popup.getByTestId('decline').click();
  await expect(popup.getByTestId('question')).toHaveCount(0);
  expect(seller.count('/v1/checkout')).toBe(0);

  await row.click();
  const opened = connected.context.waitForEvent('page');
  await popup.getByTestId('confirm').click();
  await payOn(await opened, 'pay');
  expect(newestTransaction(seller).planId).toBe('eu-unlimited-30d');
});

test('with nothing left there is nothing to lose, and one click is enough', async ({ connected, seller }) => {
  seller.setLeft('c_europe', 0);
  const popup = await connected.popup();
  await connected.fireAlarm();
  await expect(popup.getByTestId('remaining')).toHaveText('0 GB');
  // The second answer confirms it.
  await connected.waitForWorker();
  await connected.fireAlarm();
  await expect(popup.getByTestId('verdict')).toHaveText('Nothing left');
  await showPlans(popup, 'monthly');
  const opened = connected.context.waitForEvent('page');
  await popup.locator('[data-plan-id="eu-unlimited-30d"]').click();
  expect((await opened).url()).toContain(seller.payUrl);
});

test('7.17 a plan that would end the card earlier says so in its row, and asks before it buys', async ({
  gigabar,
  seller,
}) => {
  seller.setOffer('c_europe', 'eu-10gb-30d', { duration: '172800s' });
  seller.setOffer('c_europe', 'eu-1gb-7d', { purchaseEffect: undefined });
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  const popup = await gigabar.popup();
  await showPlans(popup, 'all');
  await expect(popup.locator('[data-plan-id="eu-1gb-7d"]')).toContainText(
    'Axis does not say what happens to what is left',
  );
  const row = popup.locator('[data-plan-id="eu-10gb-30d"]');
  await expect(row.getByTestId('offer-effect')).toContainText(/It then ends .*, earlier than now/);
  await row.click();
  await expect(popup.getByTestId('question')).toContainText('earlier than now');
  expect(seller.count('/v1/checkout')).toBe(0);
  await expect(popup.getByTestId('decline')).toBeFocused();
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('confirm').click();
  await opened;
  expect(newestTransaction(seller).planId).toBe('eu-10gb-30d');
});

test('on a suspended card nothing is bought: the seller is asked', async ({ connected, seller }) => {
  seller.setCard('c_europe', { cardState: 'SUSPENDED' });
  await connected.fireAlarm();
  const popup = await connected.popup();
  await expect(popup.getByTestId('verdict')).toContainText('suspended');
  await expect(popup.getByTestId('contact')).toBeFocused();
  await popup.getByTestId('contact').click();
  await expect(popup.getByTestId('support-call')).toBeVisible();
  for (const way of ['renew', 'other-plans']) await expect(popup.getByTestId(way)).toHaveCount(0);
});

test('while an order is open another plan asks first; a yes makes a second order, each with its own page', async ({
  connected,
  seller,
}) => {
  const popup = await connected.popup();
  await popup.getByTestId('renew').click();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'awaiting-payment');
  await showPlans(popup, 'monthly');
  await popup.locator('[data-plan-id="eu-10gb-30d"]').click();
  await expect(popup.getByTestId('question')).toContainText(/An order for Europe 3 GB is open since \d\d:\d\d/);
  expect(seller.transactions()).toHaveLength(1);
  await popup.getByTestId('confirm').click();
  await expect.poll(() => checkoutPages(connected, seller).length).toBe(2);
  expect(seller.transactions().map(({ planId }) => planId)).toEqual(['eu-10gb-30d', 'eu-3gb-30d']);
  await expect(popup.getByTestId('order')).toHaveCount(2);
});

test('a card that renews by itself says so above the button, which buys extra', async ({ gigabar, seller }) => {
  seller.jumpToExpiry('c_nordic', 20 * hourMs);
  await (await gigabar.connect(seller, phones.nordic)).close();
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('renew')).toContainText(/^Buy extra.*Nordic 10 GB/);
  await expect(popup.getByTestId('next-charge')).toHaveText(/^Renews by itself .*SEK\s199\.00$/);
});

test('the cheapest plan that covers the need until the person’s date is marked, and follows that date', async ({
  gigabar,
  seller,
}) => {
  const [first, ...days] = twoWeeks;
  if (first) setPastMeasurement(seller, 'c_europe', first);
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  await replayPastUsage(gigabar, seller, 'c_europe', days);
  const popup = await gigabar.popup();
  await showPlans(popup, 'all');
  const bestOffer = popup.getByTestId('offer').filter({ has: popup.getByTestId('best-fit') });
  await expect(bestOffer).toHaveAttribute('data-plan-id', 'eu-3gb-30d');
  const inDays = (count: number) => new Date(Date.now() + count * 24 * hourMs).toISOString().slice(0, 10);
  await popup.getByTestId('need-until').fill(inDays(29));
  await popup.getByTestId('need-until').blur();
  await expect(bestOffer).toHaveCount(1);
  await popup.getByTestId('need-until').fill(inDays(300));
  await popup.getByTestId('need-until').blur();
  await expect(bestOffer).toHaveCount(0);
  await expect(popup.getByTestId('need')).toContainText('No single plan covers that');
  await gigabar.killWorker();
  await popup.reload();
  await showPlans(popup, 'all');
  await expect(popup.getByTestId('need-until')).toHaveValue(inDays(300));
});

test('plans are sorted by price, by price per GB and per day; unlimited ones have no price per GB', async ({
  connected,
}) => {
  const popup = await connected.popup();
  await showPlans(popup, 'all');
  const order = () =>
    popup.getByTestId('offer').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.planId));
  const sort = popup.getByTestId('offer-sort');
  const [half, one, three, ten, unlimited] = [
    ...['eu-500mb-1d', 'eu-1gb-7d', 'eu-3gb-30d', 'eu-10gb-30d', 'eu-unlimited-30d'],
  ];
  await sort.selectOption('price');
  await expect.poll(async () => (await order()).slice(0, 5)).toEqual([half, one, three, ten, unlimited]);
  await sort.selectOption('per-gb');
  await expect.poll(async () => (await order()).slice(0, 5)).toEqual([ten, half, three, one, unlimited]);
  await sort.selectOption('per-day');
  await expect.poll(async () => (await order()).slice(0, 5)).toEqual([three, one, ten, unlimited, half]);
  // Plans that are not on sale are last, whatever their price.
  expect((await order()).slice(5).sort()).toEqual(['eu-20gb-30d', 'eu-student-30d']);
});
