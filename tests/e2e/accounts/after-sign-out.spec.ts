import { rmSync } from 'node:fs';
import { newProfile } from '../support/chromium.ts';
import { alertKinds, chooseCard, expect, type Gigabar, openGigabar, type Seller, test } from '../support/fixtures.ts';
import { accountValues, askToSignOut, grantedOrigins, signOut } from '../support/sign-out.ts';

/* Stories F22 and F27: what is signed out of stays so, and takes everything along. */

/** Lets a check refresh its tokens, whose answer the seller holds back. Returns what lets it go. */
async function holdRefresh(gigabar: Gigabar, seller: Seller): Promise<() => void> {
  seller.expireAccessTokens('a_17');
  const before = seller.count('/oauth/token');
  const release = seller.holdNextAnswer('/oauth/token');
  await gigabar.fireAlarm();
  await expect.poll(() => seller.count('/oauth/token')).toBe(before + 1);
  return release;
}

test.describe('where a revoked token takes no other along', () => {
  test.use({ sellerOptions: { creditDelayMs: 0, revokesOneToken: true } });

  test('7.3 F22 tokens that come after the sign-out are not kept, and are revoked at once', async ({
    connected,
    seller,
  }) => {
    const release = await holdRefresh(connected, seller);
    await signOut(connected);
    expect(await accountValues(connected)).toEqual([]);
    release();
    await expect.poll(() => seller.countLiveTokens('a_17')).toBe(0);
    await expect.poll(async () => Object.keys(await connected.stored())).not.toContain('revocations');
    expect(await accountValues(connected)).toEqual([]);
    await expect.poll(connected.nextAlarmAt).toBeNull();
  });

  test('7.3 F22 a refresh from before does not overwrite a new sign-in to the same account', async ({
    connected,
    seller,
  }) => {
    const release = await holdRefresh(connected, seller);
    await (await connected.connect(seller)).close();
    const signedIn = Object.entries(await connected.stored()).filter(([name]) => name.startsWith('credentials:'));
    release();
    // What is left alive is the new sign-in's two tokens.
    await expect.poll(() => seller.countLiveTokens('a_17')).toBe(2);
    await connected.waitForWorker();
    const after = Object.entries(await connected.stored()).filter(([name]) => name.startsWith('credentials:'));
    expect(after).toEqual(signedIn);
    await connected.fireAlarm();
    await expect.poll(connected.badge).toBe('1.2');
  });
});

test('7.3 F22 a sign-out while 600 cards are taken in leaves no account, name or alarm', async ({ connected }) => {
  await connected.context.route('**/v1/planStatus', async (route) => {
    const response = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } });
    const answer = (await response.json()) as { cards: object[] };
    const cards = Array.from({ length: 600 }, (_, place) => ({ ...answer.cards[0], userKey: `c_${place}` }));
    await route.fulfill({ response, json: { ...answer, cards } });
  });
  const settings = await askToSignOut(connected);
  await connected.fireAlarm();
  await expect
    .poll(async () => (await accountValues(connected)).filter((name) => name.startsWith('samples:')).length)
    .toBeGreaterThan(5);
  await settings.getByTestId('confirm').click();
  // What the toolbar needs of so many cards may just be read.
  await expect(settings.getByTestId('farewell')).toContainText('Signed out of Axis', { timeout: 60_000 });
  await connected.waitForWorker();
  expect(await accountValues(connected)).toEqual([]);
  expect(JSON.stringify(await connected.stored())).not.toContain('Axis');
  await expect.poll(connected.nextAlarmAt).toBeNull();
  await expect.poll(connected.badge).toBe('');
});

test('7.6 F27 alerts go from the desktop with their card, and with their account', async ({ connected, seller }) => {
  await connected.allowAlerts();
  seller.setLeft('c_europe', 290_000_000);
  await connected.fireAlarm();
  // A sudden drop is believed the second time.
  await connected.fireAlarm();
  await expect.poll(() => alertKinds(connected)).toEqual(['10%']);
  const settings = await connected.open('options.html');
  await settings.getByTestId('card-more').first().click();
  await settings.getByTestId('card-hide').first().check();
  await expect.poll(() => alertKinds(connected)).toEqual([]);
  expect(await connected.notifications()).not.toEqual([]);
  await settings.close();
  await signOut(connected);
  await expect.poll(connected.notifications).toEqual([]);
});

test('7.6 the permission for the seller’s hosts is given back with the last account that needs it, and it is said', async ({
  connected,
  seller,
}) => {
  await connected.connect(seller, '+46 70 000 00 02');
  const checks = seller.count('/v1/planStatus');
  const first = await signOut(connected);
  await expect(first.getByTestId('farewell')).not.toContainText('no longer');
  expect(await grantedOrigins(connected)).toEqual(['http://127.0.0.1/*']);
  const last = await signOut(connected);
  await expect(last.getByTestId('farewell')).toContainText('Gigabar may no longer read its addresses.');
  expect(await grantedOrigins(connected)).toEqual([]);
  await connected.waitForWorker();
  expect(seller.count('/v1/planStatus')).toBe(checks);
});

test('7.6 while something is left to revoke the permission stays, and goes once the seller has heard', async ({
  connected,
}) => {
  await connected.context.setOffline(true);
  await signOut(connected);
  expect(await grantedOrigins(connected)).toEqual(['http://127.0.0.1/*']);
  await connected.context.setOffline(false);
  await connected.setClock(16 * 60_000);
  await connected.fireAlarm();
  await expect.poll(() => grantedOrigins(connected)).toEqual([]);
  expect(Object.keys(await connected.stored())).not.toContain('revocations');
});

test('7.3 a browser start removes what has no account, and has its tokens revoked', async ({ seller }) => {
  const profile = newProfile();
  const first = await openGigabar({ profile });
  await (await first.connect(seller)).close();
  await first.killWorker();
  await first.probe.evaluate(async () => {
    type Local = { get: (n: null) => Promise<object>; remove: (names: string[]) => Promise<void> };
    const { local } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome.storage;
    await local.remove(Object.keys(await local.get(null)).filter((name) => name.startsWith('account:')));
  });
  await first.close();
  const revoked = seller.nextRequest('/oauth/revoke');
  const second = await openGigabar({ profile });
  expect((await revoked).status).toBe(200);
  await expect.poll(() => accountValues(second)).toEqual([]);
  expect(JSON.stringify(await second.stored())).not.toContain('Axis');
  await second.close();
  rmSync(profile, { recursive: true, force: true });
});

test('7.6 pages can start no worker, and the background runs all the same', async ({ connected }) => {
  const popup = await connected.popup();
  const refused = popup.evaluate(
    () =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
        new Worker('data:text/javascript,0').onerror = () => undefined;
      }),
  );
  expect(await refused).toBe('worker-src');
  await chooseCard(popup, 'Axis Asia');
  await connected.fireAlarm();
  await expect.poll(connected.badge).toBe('1.2');
});
