import { workerOf } from '../support/chromium.ts';
import { expect, type Gigabar, test } from '../support/fixtures.ts';

/* The browser's API, as seen from the worker. */
declare const chrome: {
  contextMenus: { onClicked: { dispatch: (info: { menuItemId: string }) => void } };
  commands: { getAll: () => Promise<{ name: string; shortcut: string }[]> };
};

/** Chooses an entry in the menu of the icon, which no test can open. */
async function chooseInMenu({ context }: Gigabar, menuItemId: string): Promise<void> {
  const worker = await workerOf(context);
  await worker.evaluate((id) => chrome.contextMenus.onClicked.dispatch({ menuItemId: id }), menuItemId);
}

test('amounts and names are hidden on badge, tooltip and popup until they are shown again', async ({ connected }) => {
  await chooseInMenu(connected, 'hide');
  await expect.poll(connected.badge).toBe('');
  expect(await connected.tooltip()).toBe('Gigabar: amounts and names are hidden');
  const popup = await connected.popup();
  await expect(popup.getByTestId('privacy-notice')).toBeVisible();
  const tree = await popup.locator('body').ariaSnapshot();
  expect(tree).toContain('•••');
  // What is on sale is the seller's, and stays: nobody buys unseen.
  expect(tree.replace(/Europe 3 GB · 30 days/g, '')).not.toMatch(/Axis|1\.24|\d (GB|MB)/);
  await popup.getByTestId('privacy-show').click();
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect.poll(connected.badge).toBe('1.2');
});

test('the icon has a shortcut by which the popup opens', async ({ connected }) => {
  const commands = await connected.probe.evaluate(() => chrome.commands.getAll());
  expect(commands).toContainEqual(expect.objectContaining({ name: '_execute_action', shortcut: 'Alt+Shift+G' }));
});
