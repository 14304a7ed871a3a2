import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, readIndex, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { oneNceMirror } from '../../../sandbox/mirrors/iot/1nce.ts';
import { hologramMirror } from '../../../sandbox/mirrors/iot/hologram.ts';
import { telnyxMirror } from '../../../sandbox/mirrors/iot/telnyx.ts';
import type { RunningMirror } from '../../../sandbox/mirrors/mirror.ts';
import { airaloPartnerMirror } from '../../../sandbox/mirrors/travel-esim/airalo-partner.ts';
import { cheaperesimMirror } from '../../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import { startSeller } from '../../../sandbox/seller.ts';
import {
  balanceOf,
  cardOf,
  connect,
  connectAccount,
  failureOf,
  openMirror,
  savedValues,
} from './connect-form-setup.ts';

const hologram = () => openMirror(hologramMirror, 'https://dashboard.hologram.io');
const cheaperesim = () => openMirror(cheaperesimMirror, 'https://cheaperesim.com');
const { entries: device } = hologramMirror;

describe('a secret', () => {
  test('is kept under the credentials alone, and goes with the account', async () => {
    await hologram();
    const id = await connectAccount('hologram', device);
    await checkAccount(id);
    const { [keys.credentials(id).name]: kept, ...others } = await savedValues();
    expect(kept).toEqual({ kind: 'card-token', token: device.key, revocation: null, version: 1 });
    const seen = JSON.stringify([others, await readIndex(), await fakeBrowser.storage.local.get('index')]);
    for (const text of [device.key ?? '', btoa(`apikey:${device.key}`)]) expect(seen).not.toContain(text);
    await messageHandlers.signOut({ accountId: id });
    expect([await savedValues(), (await readIndex()).accounts]).toEqual([{}, []]);
  });

  test('goes with what is asked of the account, not with plans that are public', async () => {
    const mirror = await cheaperesim();
    const id = await connectAccount('cheaperesim', cheaperesimMirror.entries);
    await messageHandlers.popupOpened({ card: await cardOf(id) });
    const offers = await read(keys.offers(await cardOf(id)));
    expect(offers?.offers.map(({ page }) => page?.isNewCard)).toEqual([true, true, true]);
    const [account, search] = ['/api/v1/orders', '/api/v1/plans/search'].map((path) =>
      mirror.requests.filter((request) => request.path.startsWith(path)),
    );
    expect(account?.map(({ headers }) => headers.authorization)).toContain(`Bearer ${cheaperesimMirror.entries.token}`);
    expect(search?.length).toBeGreaterThan(0);
    expect(search?.flatMap(({ headers }) => [headers.authorization, headers.cookie])).toEqual(
      search?.flatMap(() => [undefined, undefined]),
    );
  });

  test('is asked for by nobody who sells elsewhere: such a plan is never ordered here', async () => {
    await cheaperesim();
    const id = await connectAccount('cheaperesim', cheaperesimMirror.entries);
    const card = await cardOf(id);
    const offer = (await read(keys.offers(card)))?.offers[0];
    if (!offer) throw new Error('No offers');
    const yes = { reasons: [], openOrderId: null };
    const { planId, cost } = offer;
    expect(await messageHandlers.renew({ card, planId, cost, confirmation: yes })).toEqual({
      isRefused: true,
      confirmation: null,
    });
    expect(await read(keys.orders(card))).toBeNull();
  });
});

describe('7.7 F28 a secret that no header carries', () => {
  test('is refused by the background too: nothing is kept, nothing sent', async () => {
    const mirror = await hologram();
    expect(await connect('hologram', { ...device, key: `${device.key}и` })).toEqual({ kind: 'refused' });
    expect([await savedValues(), mirror.requests]).toEqual([{}, []]);
  });

  test('is refused as a card token too', async () => {
    const seller = await startSeller({ signIn: 'card-token' });
    onTestFinished(seller.close);
    const found = await messageHandlers.findSeller({ origin: seller.url });
    const foundId = found.kind === 'found' ? found.id : '';
    for (const cardToken of [`${seller.cardToken('a_17')}и`, '\u200b', 'x'.repeat(900_000)]) {
      const failure = { kind: 'unsendable' };
      expect(await messageHandlers.useCardToken({ foundId, cardToken })).toEqual({ kind: 'failure', failure });
    }
    expect([await savedValues(), seller.count('/v1/planStatus')]).toEqual([{}, 0]);
  });

  test('is kept without what is not seen, and without quotes', async () => {
    await hologram();
    const id = await connectAccount('hologram', { ...device, key: ` “\u200b${device.key}”` });
    expect(await read(keys.credentials(id))).toMatchObject({ token: device.key });
  });

  test('and was kept before is told as that, once a day, and never as a network that is down', async () => {
    const mirror = await openMirror(telnyxMirror, 'https://api.telnyx.com');
    const id = await connectAccount('telnyx', telnyxMirror.entries);
    await update(keys.credentials(id), (saved) => saved && { ...saved, token: `${saved.token}\u200b` });
    const before = mirror.requests.length;
    await checkAccount(id);
    expect([await failureOf(id), mirror.requests.length]).toEqual([{ kind: 'unsendable' }, before]);
    expect(await read(keys.check(id))).toMatchObject({ reason: 'daily' });
    expect((await balanceOf(id))?.kind).toBe('known');
  });
});

describe.each([
  {
    provider: '1nce',
    definition: oneNceMirror,
    origin: 'https://api.1nce.com',
    secret: 'password',
    tokenPath: '/oauth/token',
  },
  {
    ...{ provider: 'airalo-partner', definition: airaloPartnerMirror, origin: 'https://partners-api.airalo.com' },
    ...{ secret: 'clientSecret', tokenPath: '/v2/token' },
  },
])('the short-lived token of $provider', ({ provider, definition, origin, secret, tokenPath }) => {
  const { entries } = definition;
  const start = () => openMirror(definition, origin);
  const countTokenRequests = ({ requests }: RunningMirror) =>
    requests.filter(({ path }) => path.endsWith(tokenPath)).length;
  const setAccessToken = (id: string, token: string, lifeMs: number) =>
    update(keys.access(id), (access) => access && { ...access, token, expiresAt: Date.now() + lifeMs });

  test('is asked for once, by the first question, and kept for those that follow', async () => {
    const mirror = await start();
    const id = await connectAccount(provider, entries);
    expect(countTokenRequests(mirror)).toBe(1);
    for (let time = 0; time < 3; time += 1) await checkAccount(id);
    expect([countTokenRequests(mirror), await failureOf(id)]).toEqual([1, null]);
    expect((await balanceOf(id))?.kind).toBe('known');
  });

  test('is asked for anew when it is refused, once, and when it has lapsed', async () => {
    const mirror = await start();
    const id = await connectAccount(provider, entries);
    await checkAccount(id);
    const before = countTokenRequests(mirror);
    await setAccessToken(id, 'a token nobody gave', 3_600_000);
    await checkAccount(id);
    expect([countTokenRequests(mirror) - before, await failureOf(id)]).toEqual([1, null]);
    await setAccessToken(id, 'another', -1);
    const refused = mirror.requests.length;
    await checkAccount(id);
    expect([countTokenRequests(mirror) - before, mirror.requests.length - refused]).toEqual([2, 2]);
  });

  test('is asked for once by concurrent questions', async () => {
    const mirror = await start();
    const id = await connectAccount(provider, entries);
    await fakeBrowser.storage.session.remove(keys.access(id).name);
    const before = countTokenRequests(mirror);
    await Promise.all([checkAccount(id), checkAccount(id), messageHandlers.refresh({ accountId: id })]);
    expect(countTokenRequests(mirror) - before).toBe(1);
  });

  test('is not given for a wrong secret: no account is made, and an old one is signed out', async () => {
    const mirror = await start();
    const wrong = { ...entries, [secret]: 'another-secret' };
    expect(await connect(provider, wrong)).toEqual({ kind: 'refused' });
    expect([await savedValues(), mirror.requests.every(({ path }) => path.endsWith(tokenPath))]).toEqual([{}, true]);
    const id = await connectAccount(provider, entries);
    await fakeBrowser.storage.session.remove(keys.access(id).name);
    await fakeBrowser.storage.local.set({ [keys.credentials(id).name]: { kind: 'card-token', token: 'a:b' } });
    await checkAccount(id);
    expect(await failureOf(id)).toEqual({ kind: 'signed-out' });
    expect((await balanceOf(id))?.kind).toBe('known');
  });

  test('is all that is kept beside the secret, for as long as the browser runs', async () => {
    await start();
    const id = await connectAccount(provider, entries);
    await checkAccount(id);
    const { [keys.credentials(id).name]: kept, ...others } = await savedValues();
    expect(JSON.stringify(kept)).toContain(entries[secret]);
    expect(JSON.stringify(others)).not.toContain(entries[secret]);
    const disk = await fakeBrowser.storage.local.get(null);
    const token = (await read(keys.access(id)))?.token ?? 'none';
    expect(JSON.stringify(disk)).not.toContain(token);
  });

  test('that cannot be had just now is no sign-out', async () => {
    const mirror = await start();
    const id = await connectAccount(provider, entries);
    await fakeBrowser.storage.session.remove(keys.access(id).name);
    mirror.setFault('rate-limit');
    await checkAccount(id);
    expect((await failureOf(id))?.kind).toBe('rate-limited');
    const requestsBefore = mirror.requests.length;
    await messageHandlers.refresh({ accountId: id });
    expect(mirror.requests.length).toBe(requestsBefore);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
    mirror.setFault(null);
    await checkAccount(id);
    expect(await failureOf(id)).toBeNull();
  });
});
