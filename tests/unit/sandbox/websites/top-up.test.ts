import { expect, test } from 'vitest';
import type { Website } from '../../../sandbox/websites/types.ts';
import { openWebsite, readAccount, signInAs, textOf, type Visitor } from './website-setup.ts';

async function order(visitor: Visitor, offer = 'medium'): Promise<string> {
  return (await visitor.post('/top-up', { offer })).headers.get('location') ?? '';
}

async function buy(site: Website): Promise<Visitor> {
  const visitor = await signInAs(site);
  await visitor.post(await order(visitor));
  return visitor;
}

test('the account page links to the plans and their prices', async () => {
  const visitor = await signInAs(await openWebsite());
  expect((await visitor.get('/account')).body).toContain('<a class="button" href="/top-up">Top up</a>');
  const page = textOf((await visitor.get('/top-up')).body);
  for (const text of ['5 GB for 30 days €7.99', '20 GB for 30 days €14.99', '50 GB for 30 days €24.99']) {
    expect(page).toContain(text);
  }
});

test('choosing leads to a page that confirms, and paying to one that says so', async () => {
  const visitor = await signInAs(await openWebsite());
  const path = await order(visitor);
  expect(textOf((await visitor.get(path)).body)).toMatch(/Confirm your order .* Pay €14\.99/);
  expect((await visitor.post(path)).headers.get('location')).toBe(path);
  expect(textOf((await visitor.get(path)).body)).toContain('Paid Thank you.');
});

test('what is paid is credited when it is told to be', async () => {
  const site = await openWebsite();
  const visitor = await buy(site);
  expect(await readAccount(visitor)).toContain('2.75 GB of 10 GB');
  site.creditNow();
  site.creditNow();
  expect(await readAccount(visitor)).toContain('22.75 GB of 30 GB');
});

test('what is paid is credited by itself after the delay', async () => {
  const site = await openWebsite({ creditDelayMs: 40 });
  await buy(site);
  await expect.poll(() => site.left(), { interval: 5 }).toBe(22_750_000_000);
});

test('a top-up lengthens a plan that would end before it', async () => {
  const site = await openWebsite({ expiresAt: Date.now() });
  const visitor = await buy(site);
  const before = await readAccount(visitor);
  site.creditNow();
  const [day, dayAfter] = [before, await readAccount(visitor)].map((text) => text.match(/Valid until (.*?\d{4})/));
  expect(Date.parse(dayAfter?.[1] ?? '') - Date.parse(day?.[1] ?? '')).toBeGreaterThanOrEqual(29 * 86_400_000);
});

test('what is not paid is never credited, and a second press pays nothing more', async () => {
  const site = await openWebsite({ creditDelayMs: 0 });
  const visitor = await signInAs(site);
  const path = await order(visitor, 'small');
  site.creditNow();
  expect(site.left()).toBe(2_750_000_000);
  await visitor.post(path);
  await visitor.post(path);
  expect(site.left()).toBe(7_750_000_000);
});

test("nobody sees or pays another's order, and there are no plans but those listed", async () => {
  const site = await openWebsite();
  const path = await order(await signInAs(site));
  const ben = await signInAs(site, 'ben');
  expect((await ben.get(path)).status).toBe(404);
  expect((await ben.post(path)).status).toBe(404);
  expect((await ben.post('/top-up', { offer: 'huge' })).status).toBe(404);
});
