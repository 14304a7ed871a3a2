import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { balanceOf, cardOf, connectAccount, openedPages } from '../connect/connect-form-setup.ts';
import { connectStaticSeller } from './static-seller-setup.ts';

describe('a seller with files alone', () => {
  test('is found by its address, with the fields for what it does not tell', async () => {
    const { seller, found } = await connectStaticSeller();
    expect(found).toMatchObject({
      kind: 'found',
      isGranted: true,
      patterns: ['http://127.0.0.1/*'],
      seller: { providerId: 'static', name: 'Axis', origin: seller.url, meteredBy: 'user', signIn: false },
    });
    expect(found.kind === 'found' && found.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['quota', 'left', 'endsAt']),
    );
  });

  test('is connected with what was entered, its plans listed, and asked for nothing but those', async () => {
    const { seller, accountId, offers } = await connectStaticSeller();
    expect(await balanceOf(accountId)).toEqual({ kind: 'known', leftBytes: 2e8, totalBytes: 3e9 });
    expect((await offers()).map(({ planId }) => planId)).toEqual(seller.offers('c_europe').map(({ planId }) => planId));
    const paths = new Set(seller.requests.map(({ path }) => path));
    expect(paths).toEqual(new Set(['/.well-known/data-account.json', '/offers.json']));
    expect(seller.requests.every(({ headers }) => headers.authorizationHash === undefined)).toBe(true);
  });

  test('that was never found, or is not kept any more, cannot be connected, and leaves no account', async () => {
    const message = { providerId: 'static', foundId: 'another', entries: {}, accountId: null };
    expect(await messageHandlers.connectWithForm(message)).toEqual({ kind: 'not-found' });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  test('keeps its figures, its account and its open order when its plan is changed', async () => {
    const { accountId, card, buy, order } = await connectStaticSeller();
    await buy();
    const before = await order();
    const entries = { quota: '3 GB', left: '', endsAt: '2099-12-10' };
    await connectAccount('static', entries, { accountId });
    expect(await cardOf(accountId)).toEqual(card);
    expect(await balanceOf(accountId)).toMatchObject({ leftBytes: 2e8 });
    expect((await order())?.id).toBe(before?.id);
  });
});

describe('a renewal', () => {
  test('opens the plan’s own page, which is told the order’s number', async () => {
    const { seller, buy, order } = await connectStaticSeller();
    expect(await buy()).toEqual({ isRefused: false, confirmation: null });
    const { id, ...rest } = (await order()) ?? { id: '' };
    expect(rest).toMatchObject({
      state: 'awaiting-payment',
      planId: 'eu-3gb-30d',
      checkoutOpenCount: 1,
      expiresAt: null,
    });
    expect(openedPages).toEqual([`${seller.payUrl}/buy/eu-3gb-30d?client_reference_id=${id}`]);
    expect(id).toMatch(/^[\da-f-]{36}$/);
  });

  test('of the same plan again goes on with the same order, and of another asks first', async () => {
    const { buy, orders } = await connectStaticSeller();
    await buy();
    await buy();
    expect((await orders()).map(({ checkoutOpenCount }) => checkoutOpenCount)).toEqual([2]);
    expect(openedPages).toHaveLength(1);
    expect(await buy('eu-10gb-30d')).toMatchObject({ confirmation: { reasons: ['order-open'] } });
    expect(await orders()).toHaveLength(1);
  });

  test('at a price that was changed since asks for a yes, and opens nothing before it', async () => {
    const { buy, order, raisePrice, card, offers } = await connectStaticSeller();
    raisePrice();
    await buy();
    const changed = await order();
    expect(changed).toMatchObject({ state: 'price-changed', newCost: { units: '109' } });
    expect(openedPages).toEqual([]);
    expect((await offers()).find(({ planId }) => planId === 'eu-3gb-30d')?.cost.units).toBe('109');
    await messageHandlers.acceptPrice({
      card,
      orderId: changed?.id ?? '',
      terms: { planId: 'eu-3gb-30d', cost: changed?.newCost ?? null },
    });
    expect(await order()).toMatchObject({ id: changed?.id, state: 'awaiting-payment', cost: { units: '109' } });
    expect(openedPages).toHaveLength(1);
  });

  test('of a plan that is sold no more is refused, and nothing was bought', async () => {
    const { seller, buy, order } = await connectStaticSeller();
    seller.setOffer('c_europe', 'eu-3gb-30d', { planId: 'eu-3gb-31d' });
    await buy();
    expect(await order()).toMatchObject({ state: 'dropped', problem: { kind: 'refused' } });
    expect(openedPages).toEqual([]);
  });

  test('whose file cannot be read keeps why, and goes on under its number', async () => {
    const { seller, buy, order } = await connectStaticSeller();
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await buy();
    const stuck = await order();
    expect(stuck).toMatchObject({ state: 'asked', problem: { kind: 'failure', failure: { kind: 'no-answer' } } });
    vi.stubGlobal('fetch', fetch);
    await buy();
    expect(await order()).toMatchObject({ id: stuck?.id, state: 'awaiting-payment', problem: null });
    expect(openedPages[0]).toContain(`${seller.payUrl}/buy/`);
  });
});
