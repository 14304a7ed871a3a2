import {
  accountIdOf,
  accounts,
  alertKinds,
  checkAllAccounts,
  chooseCard,
  enableAlerts,
  enterBalance,
  entry,
  expect,
  fillIn,
  type Gigabar,
  gb,
  mb,
  popupWithCard,
  test,
  token,
} from '../support/four-accounts.ts';

/* Four kinds of sellers in one browser: one account's failure does not affect the others. */

async function expectMenu(gigabar: Gigabar, lines: RegExp[]): Promise<void> {
  const popup = await gigabar.popup();
  await popup.getByTestId('card-title').click();
  await expect(popup.getByRole('menuitemradio')).toHaveText(lines);
  await popup.close();
}

test('one menu lists them all, each with its own figure; each card says whose count it is', async ({
  all: { gigabar },
}) => {
  await expectMenu(gigabar, [
    /^Axis Europe1\.24 GB · \d+ days$/,
    /^Axis Asia180 MB · \d+ days$/,
    /^Axis Homeexpired$/,
    /^Lebara900 MB/,
    /^Nordic Mobil50 GB/,
    /^Japan 5GB 30 Days1\.17 GB/,
  ]);
  const popup = await gigabar.popup();
  for (const [card, left, counted] of [
    ['Nordic Mobil', '50 GB', ['Counted by your hotspot; your network may count otherwise.']],
    ['Lebara', '900 MB', ['As you entered it.']],
    ['Japan 5GB 30 Days', '1.17 GB', []],
    ['Axis Europe', '1.24 GB', []],
  ] as const) {
    await chooseCard(popup, card);
    await expect(popup.getByTestId('remaining')).toHaveText(left);
    await popup.getByTestId('open-parts').click();
    await expect(popup.getByTestId('counted-by')).toHaveText([...counted]);
  }
});

test('a hotspot that is gone says so; the others are asked on, warned of, and on the badge when in danger', async ({
  all: { gigabar, hotspot, esims },
  seller,
}) => {
  await enableAlerts(gigabar);
  const esimId = await accountIdOf(gigabar, 'CheapereSIM');
  await hotspot.close();
  seller.setLeft('c_europe', 1_100_000_000);
  esims.write(entry({ usedBytes: 5 * gb - 400 * mb }));
  await checkAllAccounts(gigabar);
  await expect.poll(gigabar.badge).toBe('.39');
  await expect.poll(gigabar.tooltip).toMatch(/^Japan 5GB 30 Days: 400 MB of 5 GB left/);
  await expect.poll(() => alertKinds(gigabar, esimId)).toEqual(['10%']);
  const popup = await popupWithCard(gigabar, 'Nordic Mobil');
  await expect(popup.getByTestId('failure')).toContainText('Huawei hotspot is not in this network.');
  await expect(popup.getByTestId('remaining')).toHaveText('50 GB');
  await chooseCard(popup, 'Axis Europe');
  await expect(popup.getByTestId('failure')).toHaveCount(0);
  await expect(popup.getByTestId('remaining')).toHaveText('1.1 GB');

  await chooseCard(popup, 'Lebara');
  await enterBalance(popup, '40 MB');
  await expect.poll(gigabar.badge).toBe('40M');
  await expect.poll(gigabar.tooltip).toContain('Shown because it needs attention first');
  await expect.poll(async () => alertKinds(gigabar, await accountIdOf(gigabar, 'Lebara'))).toEqual(['10%']);
  await expect.poll(gigabar.msUntilAlarm).toBeGreaterThan(0);
});

test('a token that is refused is on the badge as “!” with its sentence; the others go on, and a new one mends it', async ({
  all: { gigabar, esims },
  seller,
}) => {
  esims.setFault('bad-credential');
  seller.setLeft('c_asia', 170_000_000);
  await checkAllAccounts(gigabar);
  await expect.poll(gigabar.badge).toBe('!');
  await expect.poll(gigabar.tooltip).toContain('CheapereSIM needs you');
  await expectMenu(gigabar, [
    /^Axis E/,
    /^Axis Asia170 MB/,
    /^Axis H/,
    /^Lebara900 MB/,
    /^Nordic Mobil50 GB/,
    /^Japan/,
  ]);
  const popup = await gigabar.popup();
  await expect(popup.getByTestId('failure')).toContainText('Sign in to CheapereSIM again.');
  await expect(popup.getByTestId('remaining')).toHaveText('1.17 GB');
  for (const card of ['Axis Asia', 'Lebara', 'Nordic Mobil']) {
    await chooseCard(popup, card);
    await expect(popup.getByTestId('failure')).toHaveCount(0);
  }
  await chooseCard(popup, 'Japan 5GB 30 Days');
  const opened = gigabar.context.waitForEvent('page');
  await popup.getByTestId('act').click();
  const form = await opened;
  esims.setFault(null);
  await fillIn(form, { token });
  await form.getByTestId('connect').click();
  await expect(form.getByTestId('connect-status')).toContainText('1.17 GB of 5 GB left');
  await expect.poll(gigabar.badge).toBe('.17');
  expect(await accounts(gigabar)).toHaveLength(4);
});
