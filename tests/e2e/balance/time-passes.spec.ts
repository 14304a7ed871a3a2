import { expect, type Seller, test } from '../support/fixtures.ts';

/* Story F26: time passed and nobody looked. */

const requestsSince = (seller: Seller, count: number) =>
  seller.requests.slice(count).map(({ method, path }) => `${method} ${path}`);

test.describe('of a seller that wants a day between two checks', () => {
  test.use({ sellerOptions: { maxAgeS: 24 * 3600, expireAfterS: 48 * 3600 } });

  test('8.4 F26 a plan that ends turns the badge grey at its end, without a request', async ({ connected, seller }) => {
    seller.jumpToExpiry('c_europe', 12_000);
    const popup = await connected.popup();
    const requested = seller.nextRequest('/v1/planStatus');
    await popup.getByTestId('refresh').click();
    await requested;
    await expect(popup.getByTestId('time-mark')).toHaveText(/^Last of/);
    await popup.close();
    await expect.poll(connected.tooltip).toContain('Lasts until');
    const before = seller.requests.length;
    await expect.poll(connected.badge, { timeout: 30_000 }).toBe('?');
    await expect.poll(connected.tooltip).toContain('Old figure');
    expect(await connected.tooltip()).not.toContain('Lasts until');
    expect(requestsSince(seller, before)).toEqual([]);
  });

  test('8.4 F26 a plan that begins is counted at its time, in a worker that was killed meanwhile', async ({
    connected,
    seller,
  }) => {
    const startsAt = Date.now() + 35_000;
    seller.setPlan('c_europe', 'eu-3gb-30d', { startTime: new Date(startsAt).toISOString() });
    const popup = await connected.popup();
    const requested = seller.nextRequest('/v1/planStatus');
    await popup.getByTestId('refresh').click();
    await requested;
    await expect.poll(connected.badge).toBe('3.0');
    await expect.poll(connected.tooltip).toContain('not started');
    await popup.close();
    await connected.waitForWorker();
    const before = seller.requests.length;
    await connected.killWorker();
    expect(Math.abs(((await connected.nextAlarmAt()) ?? 0) - startsAt)).toBeLessThan(1000);
    await expect.poll(connected.badge, { timeout: 60_000 }).toBe('1.2');
    expect(requestsSince(seller, before)).toEqual([]);
  });
});
