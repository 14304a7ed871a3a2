// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../../../components/popup/Popup.tsx';
import type { Order } from '../../../../utils/core/orders/order.ts';
import { untoldTerms } from '../../../../utils/core/orders/order-terms.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { all, press, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const card = { accountId: 'a1', cardKey: 'c1' };
const cost = (units: string, currency = 'SEK') => ({ currency, units, nanos: 0 });
const text = (element: HTMLElement) => element.textContent.replaceAll('\u00a0', ' ');

function open(some: Partial<Order>): Promise<void> {
  const times = { createdAt: now, changedAt: now, lastActivityAt: now, expiresAt: now + 30 * minuteMs };
  return showOrders([makeOrder({ card, ...times, ...some })]);
}

function showOrders(orders: Order[]): Promise<void> {
  const shown = shownOf(healthy, { orders });
  return renderPage(<Popup shown={shown} now={now} show={() => undefined} />) as unknown as Promise<void>;
}

describe('7.12 an order for something else than was chosen', () => {
  test('shows the old and the new plan and price side by side, and buys the new only by its button', async () => {
    const sellerTerms = { planId: 'eu10', planName: 'Europe 10 GB', cost: cost('249') };
    await open({ sellerTerms });
    expect(the('order').dataset.state).toBe('price-changed');
    expect(text(the('order-terms'))).toBe('You choseEurope 3 GBSEK 99.00Axis saysEurope 10 GBSEK 249.00');
    expect(text(the('confirm'))).toBe('Buy Europe 10 GB for SEK 249.00');
    expect(all('copy-link')).toEqual([]);
    await press('confirm');
    expect(sent.at(-1)).toEqual({
      type: 'acceptPrice',
      payload: { card, orderId: 'o', terms: { planId: 'eu10', cost: cost('249') } },
    });
    await press('dismiss');
    expect(sent.at(-1)).toMatchObject({ type: 'dismissOrder' });
  });

  test('says another currency as another price', async () => {
    await open({ sellerTerms: { planId: 'eu-3gb-30d', planName: 'Europe 3 GB', cost: cost('99', 'KWD') } });
    expect(text(the('order-state'))).toBe('The price is now KWD 99.000, not SEK 99.00.');
    expect(text(the('confirm'))).toBe('Buy for KWD 99.000');
  });

  test('of which the seller does not say what it is for says so', async () => {
    await open({ sellerTerms: untoldTerms });
    expect(the('order-state').textContent).toBe(
      'Axis already has an order open for this card and does not say exactly what it is for.',
    );
    expect(the('confirm').textContent).toBe('Open its payment page');
  });

  test('once paid, shows what the seller says beside what was agreed to', async () => {
    const sellerTerms = { planId: 'eu10', planName: 'Europe 10 GB', cost: cost('500', 'USD') };
    await open({ state: 'paid', paidAt: now, sellerTerms });
    expect(the('order-state').textContent).toBe('Paid. Europe 10 GB is on its way.');
    expect(text(the('order-terms'))).toBe('You choseEurope 3 GBSEK 99.00Axis saysEurope 10 GBUS$500.00');
    expect(all('confirm')).toEqual([]);
  });
});

test('7.13 an order that was paid and then not says so, with the way to the seller, and offers no payment', async () => {
  await open({ state: 'cancelled', paidAt: now });
  expect(the('order-state').textContent).toMatch(/^Axis first said this was paid, and now says it was not\. Check/);
  expect(document.querySelector('[data-first]')).toBe(the('contact'));
  expect(all('renew')).toEqual([]);
  await press('contact');
  expect(all('support')).toHaveLength(1);
});

describe('7.15 a payment page that was not opened', () => {
  const held = { checkoutUrl: null, heldCheckoutUrl: 'https://pay.example.net/s/1' };

  test('on an origin the seller did not name before is asked about, the safe answer first and focused', async () => {
    await open({ ...held, problem: { kind: 'new-origin', origin: 'https://pay.example.net' } });
    const question = the('origin-question');
    const named = (name: string) => document.getElementById(question.getAttribute(name) ?? '')?.textContent;
    expect([named('aria-labelledby'), named('aria-describedby')]).toEqual([
      'Pay at pay.example.net?',
      'Axis did not name this address when you connected.',
    ]);
    expect([...question.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
      'Not now',
      'Open it',
    ]);
    expect(document.activeElement?.textContent).toBe('Not now');
    await press('open-page');
    expect(sent.at(-1)).toEqual({
      type: 'acceptCheckoutOrigin',
      payload: { card, orderId: 'o', origin: 'https://pay.example.net' },
    });
    await press('decline');
    expect(sent.at(-1)).toEqual({ type: 'dismissOrder', payload: { card, orderId: 'o' } });
  });

  test.each([
    ['was never opened', 0, /^Not paid yet: no payment page was opened/],
    ['was open once', 1, /^The payment page has closed/],
  ])('%s: that is what it says', async (_, checkoutOpenCount, sentence) => {
    await open({ ...held, checkoutOpenCount, problem: { kind: 'not-listed' } });
    expect(the('order-state').textContent).toMatch(sentence);
    expect(the('order').textContent).toContain('an address it never listed');
  });
});

describe('what the order asks while the press before it is still being answered', () => {
  const checkoutUrl = 'https://pay.axis.example/s/1';
  const question = { checkoutUrl: null, heldCheckoutUrl: checkoutUrl };
  const newOrigin = { ...question, problem: { kind: 'new-origin', origin: 'https://pay.axis.example' } } as const;
  let answers: (() => void)[];
  const types = () => sent.map((message) => (message as { type: string }).type);
  const answer = () =>
    act(() => {
      answers.shift()?.();
      return new Promise<void>((done) => void setTimeout(done));
    });

  beforeEach(() => {
    answers = [];
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
      sent.push(message);
      return new Promise((done) => answers.push(() => done(undefined)));
    });
  });

  test('is done once as soon as that is answered, however often it was pressed', async () => {
    await showOrders([]);
    await press('renew');
    await open(newOrigin);
    await press('open-page');
    await press('open-page');
    expect(types()).toEqual(['renew']);
    await answer();
    expect(types()).toEqual(['renew', 'acceptCheckoutOrigin']);
    await press('open-page');
    await answer();
    expect(types()).toEqual(['renew', 'acceptCheckoutOrigin']);
  });

  test('a step that follows another is taken, too', async () => {
    await open({ sellerTerms: { planId: 'eu10', planName: 'Europe 10 GB', cost: cost('249') } });
    await press('confirm');
    await open(newOrigin);
    await press('open-page');
    await answer();
    expect(types()).toEqual(['acceptPrice', 'acceptCheckoutOrigin']);
  });

  test('a purchase that is pressed meanwhile is not made', async () => {
    await open({ checkoutUrl });
    await press('renew');
    await showOrders([]);
    await press('renew');
    await answer();
    expect(types()).toEqual(['resumeOrder']);
  });
});
