import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWebsite, readAccount, signInAs, visitorOf } from './website-setup.ts';

test('data is used down to nothing and not below, by one user alone', async () => {
  const site = await openWebsite();
  site.use(750_000_000);
  expect(site.left()).toBe(2_000_000_000);
  site.use(9_000_000_000);
  expect([site.left(), site.left('ben')]).toEqual([0, 6_400_000_000]);
});

test('steady use takes data while time passes, and stops', async () => {
  const site = await openWebsite();
  site.useSteadily(10_000_000, 'ben');
  await expect.poll(() => site.left('ben'), { interval: 5 }).toBeLessThan(6_399_900_000);
  site.useSteadily(0, 'ben');
  const stopped = site.left('ben');
  expect([site.left('ben'), site.left()]).toEqual([stopped, 2_750_000_000]);
});

test('the log tells each request, whether a cookie came, what fetched it, and what it weighed', async () => {
  const site = await openWebsite();
  await visitorOf(site).get('/account');
  const anna = await signInAs(site);
  const before = site.requests().length;
  const finished = site.nextRequest('/account');
  const { body } = await anna.get('/account');
  const entry = await finished;
  expect(entry.bytesOut).toBeGreaterThan(Buffer.byteLength(body));
  expect(site.requests()[0]).toMatchObject({ path: '/account', status: 302, hasCookie: false });
  expect(site.requests().slice(before)).toEqual([entry]);
  expect(entry).toMatchObject({ method: 'GET', path: '/account', status: 200, hasCookie: true });
  const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' };
  await fetch(site.accountUrl, { headers, redirect: 'manual' });
  expect(site.requests().at(-1)).toMatchObject({ fetchSite: 'same-origin', fetchDest: 'empty' });
});

test("the console's buttons do what tests can do", async () => {
  const site = await openWebsite();
  const anna = await signInAs(site);
  const press = (action: string, form: Record<string, string> = {}) =>
    fetch(`${site.consoleUrl}/do/${action}`, { method: 'POST', body: new URLSearchParams(form) });
  await press('use', { user: 'anna', value: '250' });
  await press('set-left', { user: 'ben', value: '12,5' });
  await press('language', { value: 'de' });
  expect(await readAccount(anna)).toContain('2,5 GB von 10 GB');
  await press('redesign');
  await press('weight', { value: '60' });
  expect((await anna.get('/account')).body).toMatch(/Hallo Anna[\s\S]{50000}/);
  await press('fail', { value: '429', retryAfter: '' });
  expect((await anna.get('/account')).status).toBe(429);
  expect(await (await fetch(site.consoleUrl)).text()).toMatch(/12\.5 MB of 20\.00 GB[\s\S]*answers 429/);
  await press('sign-everyone-out');
  await press('reset');
  expect((await anna.get('/account')).status).toBe(302);
  expect(await readAccount(await signInAs(site, 'ben'))).toContain('6.4 GB of 20 GB');
});

test('what cannot be done is said in the console', async () => {
  const site = await openWebsite();
  for (const form of [{ user: 'anna', value: 'much' }, { user: 'anna' }, { user: 'nobody', value: '1' }]) {
    const answer = await fetch(`${site.consoleUrl}/do/use`, { method: 'POST', body: new URLSearchParams(form) });
    expect(await answer.text()).toMatch(/role="alert"[\s\S]*(is no number|there is no user)/);
  }
});

test("another site's page cannot press the console's buttons", async () => {
  const site = await openWebsite();
  const answer = await fetch(`${site.consoleUrl}/do/sign-everyone-out`, {
    method: 'POST',
    headers: { origin: site.url },
    body: new URLSearchParams(),
  });
  expect(answer.status).toBe(403);
});

test('a second start goes on from the file of the first, sessions too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-website-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const database = join(folder, 'deep', 'website.sqlite');
  const first = await openWebsite({ database });
  const { headers } = await visitorOf(first).post('/sign-in', { user: 'anna', password: 'sandbox' });
  first.setLeft(400_000_000);
  await first.close();
  const second = await openWebsite({ database });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await (await fetch(second.accountUrl, { headers: { cookie } })).text()).toContain('400 MB of 10 GB');
});

test('a taken port is an error that leaves nothing open', async () => {
  const port = Number(new URL((await openWebsite()).consoleUrl).port);
  await expect(openWebsite({ ports: { console: port } })).rejects.toThrow('EADDRINUSE');
});
