import { huaweiHilinkMirror } from '../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { cheaperesimMirror } from '../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import {
  accounts,
  connectWith,
  expect,
  fillIn,
  hosts,
  openForm,
  routeToMirror,
  showPlans,
  test,
} from '../support/provider-mirrors.ts';

/* The connect page's list of providers, and their forms. */

test('a name finds sellers that people know and providers, whatever its letters; a card by hand is always there', async ({
  gigabar,
}) => {
  const page = await gigabar.open('connect.html');
  const found = page.getByTestId('choices').locator('bdi');
  for (const [typed, names] of [
    ['huawei', ['Huawei hotspot']],
    ['HiLink', ['Huawei hotspot']],
    ['CHÉAPERÈSIM ', ['CheapereSIM']],
    ['holaf', ['Holafly']],
    ['zebra', []],
  ] as const) {
    await page.getByTestId('seller-address').fill(typed);
    await expect(found).toHaveText([...names, `Add ${typed.trim()} by hand`]);
    await expect(page.getByTestId('none-found')).toHaveText(typed === 'zebra' ? /does not know that name/ : '');
  }
});

test('a message of the seller fills the form, also when the worker has been ended', async ({ gigabar }) => {
  const page = await gigabar.open('connect.html?provider=manual');
  await page.getByTestId('paste').click();
  await page.getByTestId('paste-text').fill('Your data pack has 1.24GB of 3GB left.');
  for (const isEnded of [false, true]) {
    await page.getByTestId('field-left').fill('');
    if (isEnded) await gigabar.killWorker();
    await page.getByTestId('paste-read').click();
    await expect(page.getByTestId('field-left')).toHaveValue(/^1\.24/);
    await expect(page.getByTestId('field-quota')).toHaveValue(/^3/);
  }
});

test('the keyboard alone leads from a name to a connected card', async ({ gigabar }) => {
  const page = await gigabar.open('connect.html');
  const { keyboard } = page;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
  await expect.poll(focused).toBe('seller-address');
  await keyboard.type('Zebra');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Another card' })).toBeFocused();
  await keyboard.press('Tab');
  await expect.poll(focused).toBe('paste');
  await keyboard.press('Tab');
  await expect.poll(focused).toBe('field-left');
  await keyboard.press('Enter');
  await expect(page.getByTestId('problem-left')).toHaveText('This is needed.');
  await expect.poll(focused).toBe('field-left');
  await keyboard.type('1,24');
  await expect(page.getByTestId('problem-left')).toBeEmpty();
  await keyboard.press('Tab');
  await expect.poll(focused).toBe('field-left-unit');
  await keyboard.press('Tab');
  await expect.poll(focused).toBe('field-unlimited');
  await keyboard.press('Tab');
  await keyboard.type('3');
  await keyboard.press('Enter');
  await expect(page.getByTestId('connect-status')).toHaveText('Zebra: 1.24 GB of 3 GB left');
  await expect.poll(gigabar.badge).toBe('1.2');
});

test('what is wrong is told at its field, also where that is folded away', async ({ gigabar }) => {
  const page = await openForm(gigabar, 'manual');
  const wrong = { left: '1 GB', quota: 'much GB', monthlyDay: '32', link: 'my shop', price: '99 €', graceDays: '1000' };
  await fillIn(page, { ...wrong, dial: 'call them' });
  await page.getByTestId('more-fields').click();
  await page.getByTestId('connect').click();
  for (const [name, problem] of [
    ['name', 'This is needed.'],
    ['quota', 'That is not an amount.'],
    ['left', ''],
    ['monthlyDay', 'from 1 to 31'],
    ['link', 'It should begin with https.'],
    ['price', 'a currency of three letters'],
    ['graceDays', 'from 0 to 365'],
    ['dial', 'It should look like *123#.'],
  ] as const) {
    await expect(page.getByTestId(`problem-${name}`)).toContainText(problem);
    await expect(page.getByTestId(`field-${name}`)).toHaveAttribute('aria-invalid', String(problem !== ''));
    await expect(page.getByTestId(`field-${name}`)).toBeVisible();
  }
  await expect(page.getByTestId('field-quota')).toBeFocused();
  await page.getByTestId('field-monthlyDay').fill('31');
  await expect(page.getByTestId('problem-monthlyDay')).toBeEmpty();
  await gigabar.waitForWorker();
  expect(await accounts(gigabar)).toEqual([]);
});

test('a hotspot that is not there ends in one sentence, and what was typed stays', async ({ gigabar, switchOn }) => {
  const hotspot = await switchOn(huaweiHilinkMirror);
  await hotspot.close();
  const page = await openForm(gigabar, 'huawei-hilink');
  await fillIn(page, { address: hotspot.url, quota: '200 GB' });
  await page.getByTestId('connect').click();
  await expect(page.getByTestId('connect-status')).toHaveText(
    'Huawei hotspot is not in this network. Connect to its Wi-Fi for new figures. Press Connect to try again.',
  );
  await expect(page.getByTestId('connect')).toBeEnabled();
  await expect(page.getByTestId('field-address')).toHaveValue(hotspot.url);
  await expect(page.getByTestId('field-quota')).toHaveValue('200');
  expect(await accounts(gigabar)).toEqual([]);
});

test('CheapereSIM takes no wrong token; its plans are new eSIMs, on its own pages', async ({ gigabar, switchOn }) => {
  const esims = await switchOn(cheaperesimMirror);
  await routeToMirror(gigabar, hosts.cheaperesim, esims);
  const page = await openForm(gigabar, 'cheaperesim');
  await fillIn(page, { token: 'not-a-token' });
  await page.getByTestId('connect').click();
  await expect(page.getByTestId('connect-status')).toContainText('CheapereSIM does not accept what you entered');
  expect(await accounts(gigabar)).toEqual([]);
  await page.close();
  await connectWith(gigabar, 'cheaperesim', cheaperesimMirror.entries);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('renew')).toContainText(/Buy a new eSIM: Japan .*US\$\d/);
  await expect(popup.getByText('This is a new eSIM. It adds nothing to this card')).toBeVisible();
  const plan = popup.locator('[data-plan-id="4480"]');
  const buyPage = `${hosts.cheaperesim}/esim/japan?package=4480`;
  await showPlans(popup, 'all');
  await expect(plan).toHaveAttribute('href', buyPage);
  const opened = gigabar.context.waitForEvent('page');
  await plan.click();
  await expect(await opened).toHaveURL(buyPage);
  await gigabar.waitForWorker();
  expect(Object.keys(await gigabar.stored()).filter((name) => name.startsWith('orders:'))).toEqual([]);
});
