import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { acceptPrice, resumeOrder } from '../../../../entrypoints/background/orders/purchase.ts';
import { untoldTerms } from '../../../../utils/core/orders/order-terms.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { advanceClock, alterAnswers, openedPages, setUpOrders } from './order-setup.ts';

const money = (currencyCode: string, units: string, nanos = 0) => ({ currencyCode, units, nanos });
const status = /\/transactions\/[^/]+$/;

describe('7.12 F24 an answer about another order or card', () => {
  test.each([{ transactionId: 'foreign' }, { userKey: 'c_home' }])(
    'to a checkout is unreadable: %o opens no page, and ours is asked for by its own id',
    async (foreign) => {
      const { seller, buy, order, poll } = await setUpOrders();
      const restore = alterAnswers('/checkout', (body) => ({ ...body, ...foreign }));
      await buy();
      const asked = await order();
      expect(asked).toMatchObject({
        state: 'asked',
        checkoutUrl: null,
        problem: { kind: 'failure', failure: { kind: 'unreadable' } },
      });
      expect(openedPages).toEqual([]);
      restore();
      advanceClock(3 * minuteMs);
      await poll();
      expect(await order()).toMatchObject({ id: asked?.id, state: 'awaiting-payment' });
      expect(openedPages).toEqual([]);
      expect(seller.transactions().map(({ transactionId }) => transactionId)).toEqual([asked?.id]);
    },
  );

  test.each([{ transactionId: 'foreign' }, { userKey: 'c_home' }])(
    'to a question for the status changes nothing: %o',
    async (foreign) => {
      const { seller, buy, order, poll } = await setUpOrders();
      await buy();
      const before = await order();
      seller.pay(before?.id ?? '');
      const restore = alterAnswers(status, (body) => ({ ...body, ...foreign }));
      await poll();
      expect(await order()).toMatchObject({ state: 'awaiting-payment', paidAt: null, cost: before?.cost });
      restore();
      await poll();
      expect(await order()).toMatchObject({ id: before?.id, state: 'paid' });
    },
  );
});

describe('7.12 an answer with another plan or price', () => {
  test.each([
    { cost: money('EUR', '99', 990_000_000) },
    { cost: money('KWD', '99') },
    { planId: 'eu-10gb-30d', planName: 'Europe 10 GB' },
  ])('%o: no page is opened until the person has agreed, and it is bought once', async (named) => {
    const { seller, card, buy, order } = await setUpOrders();
    alterAnswers(/\/(checkout|transactions\/[^/]+)$/, (body) => ({ ...body, ...named }));
    await buy();
    const changed = await order();
    expect(openedPages).toEqual([]);
    expect(changed).toMatchObject({ planId: 'eu-3gb-30d', cost: { currency: 'SEK', units: '99' } });
    expect(changed?.sellerTerms).not.toBeNull();
    await buy();
    await resumeOrder(card, changed?.id ?? '');
    expect(openedPages).toEqual([]);
    await acceptPrice({ card, orderId: changed?.id ?? '', terms: changed?.sellerTerms ?? untoldTerms });
    expect(openedPages).toHaveLength(1);
    expect(seller.transactions()).toHaveLength(1);
  });

  test('USD 500 in a later status: nothing is rewritten; paid, both prices are kept', async () => {
    const { seller, buy, order, poll } = await setUpOrders();
    await buy();
    alterAnswers(status, (body) => ({ ...body, cost: money('USD', '500') }));
    await poll();
    const agreed = { planId: 'eu-3gb-30d', cost: { currency: 'SEK', units: '99', nanos: 0 } };
    const said = { planId: 'eu-3gb-30d', cost: { currency: 'USD', units: '500', nanos: 0 } };
    expect(await order()).toMatchObject({ state: 'awaiting-payment', ...agreed, sellerTerms: said });
    seller.pay((await order())?.id ?? '');
    await poll();
    expect(await order()).toMatchObject({ state: 'paid', ...agreed, sellerTerms: said });
  });
});

describe('7.12 a purchase the seller has open for the card', () => {
  /** The person's own click on a plan, where the seller has an order open that Gigabar does not know. */
  async function clickBesideUnknown(plan: string, change: (body: Record<string, unknown>) => object) {
    const setup = await setUpOrders();
    await setup.buy(plan);
    await fakeBrowser.storage.local.remove(`orders:${setup.card.accountId}/c_europe`);
    await fakeBrowser.storage.local.remove('checkout-tabs');
    openedPages.length = 0;
    alterAnswers(status, change);
    await setup.buy();
    return setup;
  }

  test('opens by itself where it names what was clicked', async () => {
    const { order, seller } = await clickBesideUnknown('eu-3gb-30d', (body) => body);
    expect(openedPages).toHaveLength(1);
    expect(await order()).toMatchObject({ id: seller.transactions()[0]?.transactionId, sellerTerms: null });
  });

  test('that names neither plan nor price is followed, and not opened before a yes', async () => {
    const { order, card, seller, poll } = await clickBesideUnknown(
      'eu-10gb-30d',
      ({ planId, planName, cost, ...rest }) => rest,
    );
    const silent = await order();
    expect(silent).toMatchObject({ state: 'awaiting-payment', sellerTerms: untoldTerms });
    expect(openedPages).toEqual([]);
    const asked = seller.requests.length;
    await poll();
    expect(seller.requests.length).toBeGreaterThan(asked);
    await acceptPrice({ card, orderId: silent?.id ?? '', terms: untoldTerms });
    expect(openedPages).toHaveLength(1);
    expect(seller.transactions()).toHaveLength(1);
  });

  test('but is another card’s is not followed as ours: nothing was bought, and it says so', async () => {
    const { order } = await clickBesideUnknown('eu-3gb-30d', (body) => ({ ...body, userKey: 'c_home' }));
    expect(openedPages).toEqual([]);
    expect(await order()).toMatchObject({ state: 'dropped', checkoutUrl: null });
  });
});
