import type { Page } from '@playwright/test';
import type { Website } from '../../sandbox/websites/types.ts';
import {
  expect,
  type Gigabar,
  keepUpToDate,
  markBox,
  pickerIsGone,
  pickNumber,
  sheetText,
  signInAt,
  startPicking,
  test,
  visit,
} from '../support/pages/page-fixtures.ts';

/* A page that tells no amount: only how many percent are used. */

/** The account page with something else in place of its amount of data, as it says it at each visit. */
async function showInstead(gigabar: Gigabar, site: Website, shown: () => string): Promise<void> {
  await gigabar.context.route(site.accountUrl, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const html = (await response.text()).replace(
      /<article class="bundle">.*?<\/article>/s,
      `<article class="bundle"><h3>Europe</h3>${shown()}</article>`,
    );
    await route.fulfill({ response, body: html });
  });
}

/** The account page as it is then. Where a request is led on to, the browser does not ask the test. */
async function openAccount(gigabar: Gigabar, site: Website): Promise<Page> {
  const tab = await signInAt(site, gigabar);
  await tab.reload();
  return tab;
}

async function giveTotal(setup: Page, gigabytes: string): Promise<void> {
  await setup
    .getByTestId('ask-total')
    .getByLabel(/Another amount|I enter it/)
    .check();
  await setup.getByTestId('field-total').fill(gigabytes);
}

const gaugeOf = (tab: Page) => tab.locator('progress, meter, .gauge').first();

/** A click in the middle of what is drawn. */
async function clickGauge(tab: Page): Promise<void> {
  const box = await gaugeOf(tab).boundingBox();
  if (!box) throw new Error('The gauge is not to be seen');
  await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test.describe('of a total that I type, a percentage is an amount, at each visit:', () => {
  const pages: [string, (percent: number) => string, (gigabar: Gigabar, tab: Page) => Promise<Page>][] = [
    [
      'in a text',
      (percent) => `<p>Data</p><p>${percent} % used</p>`,
      (gigabar, tab) => pickNumber(gigabar, tab, '62 % used'),
    ],
    [
      'of a gauge without words',
      (percent) => `<p>Data used</p><progress value="${percent}" max="100"></progress>`,
      async (gigabar, tab) => {
        const opened = gigabar.context.waitForEvent('page');
        await clickGauge(tab);
        return opened;
      },
    ],
  ];
  for (const [where, shownAt, pick] of pages) {
    test(where, async ({ gigabar, site }) => {
      let percent = 62;
      await showInstead(gigabar, site, () => shownAt(percent));
      const tab = await openAccount(gigabar, site);
      await startPicking(gigabar, tab);
      const setup = await pick(gigabar, tab);
      await expect(setup.getByTestId('page-reading')).toHaveText('62% used');
      await tab.close();
      await gigabar.killWorker();
      await setup.getByTestId('page-keep').click();
      await expect(setup.getByTestId('page-notice')).toHaveText('Answer what is marked first.');
      await giveTotal(setup, '10');
      await expect(setup.getByTestId('page-reading')).toHaveText('3.8 GB left');
      await expect(setup.getByTestId('page-shows')).toHaveText('62% used');
      await keepUpToDate(setup);
      await setup.close();
      await expect.poll(gigabar.badge).toBe('3.8');
      const popup = await gigabar.popup();
      await expect(popup.getByTestId('remaining')).toHaveText('3.8 GB');
      await expect(popup.getByText('of 10 GB').first()).toBeVisible();

      percent = 70;
      await visit(site, gigabar);
      await expect.poll(gigabar.badge).toBe('3.0');
      await expect(popup.getByTestId('remaining')).toHaveText('3 GB');
    });
  }
});

test.describe('a gauge without any words is marked, and taken by mouse and by keys:', () => {
  const gauges: [string, string][] = [
    ['<meter>', '<meter value="62" max="100"></meter>'],
    ['<progress>', '<progress value=".62"></progress>'],
    [
      'a bar in a box',
      '<div class="gauge" role="progressbar" aria-valuenow="62" style="width: 300px; height: 6px; background: #ddd">' +
        '<div style="width: 62%; height: 100%; background: #060"></div></div>',
    ],
  ];
  for (const [name, gauge] of gauges) {
    test(name, async ({ gigabar, site }) => {
      await showInstead(gigabar, site, () => gauge);
      const tab = await openAccount(gigabar, site);
      const { x, y, width, height } = (await gaugeOf(tab).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const around = 4;
      const marked = {
        x: Math.round(x - around),
        y: Math.round(y - around),
        width: width + 2 * around,
        height: height + 2 * around,
      };
      const take = async (how: () => Promise<unknown>) => {
        const opened = gigabar.context.waitForEvent('page');
        await how();
        const setup = await opened;
        await pickerIsGone(tab);
        await expect(setup.getByTestId('page-reading')).toHaveText('62%');
        await expect(setup.getByTestId('ask-meaning')).toContainText('What does “62%” tell?');
        await setup.close();
      };

      await startPicking(gigabar, tab);
      await tab.mouse.move(x + width / 4, y + height / 2);
      await expect.poll(() => markBox(tab)).toEqual(marked);
      await take(() => clickGauge(tab));

      await tab.mouse.move(0, 0);
      await startPicking(gigabar, tab);
      await tab.keyboard.press('Home');
      await expect.poll(() => markBox(tab)).toEqual(marked);
      expect(await sheetText(tab)).toContain('62%');
      await take(() => tab.keyboard.press('Enter'));
    });
  }
});

test.describe('a percentage is no amount where the page says of nothing that it is left or used:', () => {
  const none = 'Gigabar sees no amount of data on this page.';
  for (const [text, isNone] of [
    ['20 % off this week', true],
    ['Data used: 20 %', false],
  ] as const) {
    test(text, async ({ gigabar, site }) => {
      const tab = await signInAt(site, gigabar);
      await tab.evaluate((words) => document.body.replaceChildren(words), text);
      await startPicking(gigabar, tab);
      await expect.poll(() => sheetText(tab)).toContain(isNone ? none : 'Click the number that is left');
    });
  }
});
