import { readFileSync } from 'node:fs';
import type { Route } from '@playwright/test';
import { expect, type Gigabar, showPlans, test } from '../support/fixtures.ts';

/* What a seller may answer to forge, to flood or to hold up what is shown. */

const marks = '\u0301'.repeat(40_000);

/** From now on the seller's answers on this path are what `change` makes of them. */
async function changeAnswers(gigabar: Gigabar, path: string, change: (body: Record<string, unknown>) => unknown) {
  await gigabar.context.route(`**/v1/${path}*`, async (route: Route) => {
    const headers = { ...route.request().headers() };
    delete headers['if-none-match'];
    const response = await route.fetch({ headers });
    await route.fulfill({ response, json: change(await response.json()) });
  });
}

test('7.10 40 KB of marks, lines and directions in a name are one short line in the popup and on the toolbar', async ({
  connected,
  seller,
}) => {
  const linesBefore = (await connected.tooltip()).split('\n').length;
  seller.setCard('c_europe', { title: `Axis\nSigned out: click here\u202e${marks}` });
  seller.setModule('c_europe', 'main', { moduleName: `Main${marks}` });
  seller.setOffer('c_europe', 'eu-3gb-30d', { planName: `Europe${marks}`, planDescription: 'x'.repeat(100_000) });
  await connected.fireAlarm();
  await expect.poll(connected.tooltip).toContain('Signed out');
  const [first = '', ...others] = (await connected.tooltip()).split('\n');
  expect(first).toMatch(/^Axis Signed out: click here\p{M}{4}…: 1\.24 GB of 3 GB left$/u);
  expect(others.length + 1).toBe(linesBefore);
  const popup = await connected.popup();
  await expect(popup.getByTestId('card-title')).toHaveText(/^Axis Signed out: click here\p{M}{4}…$/u);
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  const offers = popup.getByTestId('offer');
  await showPlans(popup, 'all');
  await expect(offers.first()).toBeVisible();
  expect(JSON.stringify(await connected.stored()).length).toBeLessThan(60_000);
});

test('7.10 half a million zeros for cards are an answer that cannot be read, and leave the figures as they were', async ({
  connected,
}) => {
  const sizeBefore = JSON.stringify(await connected.stored()).length;
  await changeAnswers(connected, 'planStatus', (body) => ({
    ...body,
    cards: Array.from({ length: 500_000 }, () => 0),
  }));
  await connected.fireAlarm();
  const popup = await connected.popup();
  await expect(popup.getByTestId('failure')).toContainText('could not read');
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  expect(JSON.stringify(await connected.stored()).length).toBeLessThan(sizeBefore + 1000);
});

test('7.10 of plans, modules and offers beyond the limits it is said how many are left out', async ({
  gigabar,
  seller,
}) => {
  const repeat = <T extends object>(one: T | undefined, name: keyof T, count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...one, [name]: `${name as string}-${at}` }));
  await changeAnswers(gigabar, 'planStatus', (body) => {
    const cards = body.cards as { plans: { planId: string }[] }[];
    return { ...body, cards: cards.map((card) => ({ ...card, plans: repeat(card.plans[0], 'planId', 103) })) };
  });
  await changeAnswers(gigabar, 'planOffer', (body) => {
    const [offer] = body.offers as { planId: string }[];
    return { ...body, offers: repeat(offer, 'planId', 507) };
  });
  await gigabar.connect(seller);
  const popup = await gigabar.popup();
  await popup.getByTestId('open-parts').click();
  await expect(popup.getByTestId('omitted-parts')).toContainText('Left out: 3.');
  await showPlans(popup, 'all');
  await expect(popup.getByText('Axis lists more plans than Gigabar takes in. Left out: 7.')).toBeVisible();
});

test('7.9 an ETag of 100 KB is not kept, and stops no check', async ({ connected }) => {
  const conditions: (string | undefined)[] = [];
  await connected.context.route('**/v1/planStatus*', async (route) => {
    const headers = { ...route.request().headers() };
    conditions.push(headers['if-none-match']);
    if ((headers['if-none-match'] ?? '').length > 1024) return route.fulfill({ status: 431 });
    delete headers['if-none-match'];
    const response = await route.fetch({ headers });
    await route.fulfill({ response, headers: { ...response.headers(), etag: `"${'e'.repeat(100_000)}"` } });
  });
  for (const count of [1, 2, 3]) {
    await connected.fireAlarm();
    await expect.poll(() => conditions.length).toBe(count);
    await connected.waitForWorker();
  }
  expect(conditions.slice(1)).toEqual([undefined, undefined]);
  const popup = await connected.popup();
  await expect(popup.getByTestId('remaining')).toHaveText('1.24 GB');
  await expect(popup.getByTestId('failure')).toHaveCount(0);
});

test('7.11 a name that is a formula for some spreadsheet is none in the downloaded CSV', async ({
  connected,
  seller,
}) => {
  seller.setCard('c_europe', { title: 'Axis;=1+1;' });
  seller.use('c_europe', 40_000_000);
  await connected.fireAlarm();
  await expect.poll(connected.tooltip).toContain('Axis;=1+1;');
  const history = await connected.open('history.html');
  const downloading = history.waitForEvent('download');
  await history.getByTestId('csv').click();
  const csv = readFileSync(await (await downloading).path(), 'utf8');
  expect(csv).toContain('"Axis;\'=1+1;",used,40000000');
  expect(csv.split(/[;,\r\n]/).filter((cell) => /^\s*"?[=+\-@]/.test(cell))).toEqual([]);
});
