import { expect, test } from '../support/fixtures.ts';

test('a chosen language is that of pages, badge and tooltip, also for a worker that starts anew', async ({
  connected,
}) => {
  const settings = await connected.open('options.html');
  const popup = await connected.popup();
  await settings.bringToFront();
  await settings.getByTestId('language').focus();
  await settings.getByTestId('language').selectOption('zh_CN');
  await expect(settings.locator('h1')).toHaveText('设置');
  await expect(settings.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(settings.getByTestId('language')).toBeFocused();
  await expect(popup.getByTestId('refresh')).toHaveAttribute('aria-label', '刷新');
  await expect.poll(connected.tooltip).toContain('剩余');
  await connected.killWorker();
  await connected.fireAlarm();
  await connected.waitForWorker();
  expect(await connected.tooltip()).toContain('剩余');
});

test('as the browser is how it begins, and nothing is kept for it', async ({ connected }) => {
  const settings = await connected.open('options.html');
  await expect(settings.getByTestId('language')).toHaveValue('');
  expect(await connected.stored()).not.toHaveProperty('language');
  await settings.getByTestId('language').selectOption('zh_CN');
  await expect(settings.locator('h1')).toHaveText('设置');
  await settings.getByTestId('language').selectOption('');
  await expect(settings.locator('h1')).toHaveText('Settings');
  await expect.poll(connected.stored).not.toHaveProperty('language');
});

test('dark pages are dark before their first content, whatever the system says', async ({ connected }) => {
  await connected.saveSettings({ theme: 'dark' });
  const popup = await connected.context.newPage();
  await popup.emulateMedia({ colorScheme: 'light' });
  await popup.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const app = document.getElementById('app');
      if (!app?.firstChild) return;
      observer.disconnect();
      document.documentElement.dataset.firstBackground = getComputedStyle(document.body).backgroundColor;
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await popup.goto(`chrome-extension://${connected.id}/popup.html`);
  await expect(popup.locator('html')).toHaveAttribute('data-first-background', 'rgb(20, 23, 27)');
});
