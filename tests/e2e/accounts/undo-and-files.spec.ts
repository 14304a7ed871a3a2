import { expect, test } from '../support/fixtures.ts';

test('a card that was hidden is in view again with “Undo”', async ({ connected }) => {
  const settings = await connected.open('options.html');
  await settings.getByTestId('card-more').first().click();
  await settings.getByTestId('card-hide').check();
  await expect(settings.getByTestId('undo-line')).toContainText('Hidden.');
  await settings.getByTestId('undo').click();
  await expect(settings.getByTestId('card-hide')).not.toBeChecked();
  await expect(settings.getByTestId('undo-line')).toContainText('It is as it was.');
});

test('settings are set back, and come again from a file once it is seen what that changes', async ({ connected }) => {
  await connected.saveSettings({ thresholds: [5] });
  const settings = await connected.open('options.html');
  const download = settings.waitForEvent('download');
  await settings.getByTestId('export-settings').click();
  const file = await (await download).path();
  await settings.getByTestId('reset-settings').click();
  await settings.getByTestId('confirm').click();
  const thresholds = async () => ((await connected.stored()).settings as { thresholds: number[] }).thresholds;
  await expect(settings.getByTestId('reset-status')).toHaveText('All settings are as they came.');
  expect(await thresholds()).toEqual([20, 10, 0]);
  await settings.getByTestId('import-file').setInputFiles(file);
  await expect(settings.getByTestId('deleting-question')).toContainText('Changes your choices for alerts.');
  await settings.getByTestId('confirm').click();
  await expect.poll(thresholds).toEqual([5]);
});

test('every page leads to the help, which says which Gigabar it is', async ({ connected }) => {
  const settings = await connected.open('options.html');
  await settings.getByRole('link', { name: 'Help and privacy' }).click();
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('Help and privacy');
  await expect(settings.getByTestId('version')).toHaveText(/^Version \d/);
});
