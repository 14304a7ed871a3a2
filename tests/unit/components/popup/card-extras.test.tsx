// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PopupState } from '../../../../components/hooks/popup-state.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import type { Account, Seller } from '../../../../utils/core/accounts/account.ts';
import type { ManualPlan } from '../../../../utils/core/manual/manual-plan.ts';
import type { Card, CardLink } from '../../../../utils/core/usage/card.ts';
import { makeManualPlan } from '../../core/manual/manual-setup.ts';
import { makeOrder } from '../../support/builders.ts';
import { healthy, now, offerOf, shownOf } from '../popup-setup.ts';
import { all, found, press, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const noAccess: Partial<Seller> = { signIn: false, cardToken: false };
const manualSeller = (manualPlan: Partial<ManualPlan> = {}): Partial<Seller> => ({
  ...noAccess,
  meteredBy: 'user',
  manualPlan: makeManualPlan(manualPlan),
});

function open(
  seller: Partial<Seller>,
  { card = healthy, ...more }: Partial<Omit<PopupState, 'card'>> & { card?: Card } = {},
) {
  const shown = shownOf(card, more);
  const account = shown.account as Account;
  const changed = { ...shown, account: { ...account, seller: { ...account.seller, ...seller } } };
  return renderPage(<Popup shown={changed} now={now} show={() => undefined} />);
}

const text = (testId: string) => all(testId)[0]?.textContent.replaceAll('\u00a0', ' ');
const hrefs = (selector: string) => found(selector).map((link) => link.getAttribute('href'));
const changeLink = 'a[href^="connect.html"]';

describe('whose count a figure is', () => {
  test('is not said of the network’s own', async () => {
    await open({});
    expect([all('counted-by'), all('enter-left'), all('dial'), found(changeLink)]).toEqual([[], [], [], []]);
  });

  test('is said of a hotspot’s, with nothing to enter', async () => {
    await open({ ...noAccess, meteredBy: 'hotspot' });
    await press('open-parts');
    expect(text('counted-by')).toBe('Counted by your hotspot; your network may count otherwise.');
    expect([all('enter-left'), found(changeLink)]).toEqual([[], []]);
  });

  test('is said of the person’s, with the field for what is left and the way to the plan', async () => {
    await open(manualSeller());
    await press('open-parts');
    expect(text('counted-by')).toBe('As you entered it.');
    await press('update-left');
    expect(all('enter-left')).toHaveLength(1);
    expect(hrefs(changeLink)).toEqual(['connect.html?change=a1']);
  });

  test('has no field where there is nothing to count', async () => {
    await open(manualSeller({ quotaBytes: null, left: null }));
    await press('open-parts');
    expect([all('enter-left'), hrefs(changeLink)]).toEqual([[], ['connect.html?change=a1']]);
  });

  test('has the code to ask with where there is one', async () => {
    await open(manualSeller({ ussdCode: '*123#' }));
    await press('open-parts');
    expect(all('dial')).toHaveLength(1);
  });
});

describe('a card’s own page', () => {
  const withLink = (link: CardLink): { card: Card; offers: null } => ({ card: { ...healthy, link }, offers: null });
  const url = 'https://pay.axis.example/renew?card=1';
  const cost = { currency: 'SEK', units: '99', nanos: 0 };

  test('to renew it is the large button: it says where it leads and what it costs', async () => {
    await open(manualSeller(), withLink({ kind: 'renew', url, cost }));
    expect(text('card-link')).toBe('Renew at pay.axis.exampleSEK 99.00');
    const link = the('card-link');
    expect(['href', 'target', 'rel'].map((name) => link.getAttribute(name))).toEqual([url, '_blank', 'noreferrer']);
  });

  test('of its plans says so, without a price', async () => {
    await open(noAccess, withLink({ kind: 'page', url, cost: null }));
    expect(text('card-link')).toBe('Plans at pay.axis.example');
  });

  test.each([
    'https://evil.example/',
    'http://pay.axis.example/',
    'https://pay.axis.example.evil.example/',
    'javascript:alert(1)',
  ])('on an origin that was never listed is not offered: %s', async (elsewhere) => {
    await open(noAccess, withLink({ kind: 'renew', url: elsewhere, cost }));
    expect(all('card-link')).toEqual([]);
    expect(hrefs('a')).not.toContain(elsewhere);
  });
});

describe('a plan with a page of its own', () => {
  const page = { url: 'https://shop.example/esim/japan?package=1', isNewCard: true };
  const offers = {
    offers: [offerOf('jp', { name: 'Japan 5 GB', page })],
    expiresAt: null,
    checkedAt: now,
    unreadable: 0,
  };

  test('that is a new eSIM is a link that says so, and that it adds nothing to this card', async () => {
    await open(noAccess, { offers });
    await press('other-plans');
    const [button, row] = [the('renew'), the('offer')];
    expect([button.tagName, row.tagName]).toEqual(['A', 'A']);
    expect(button.textContent).toContain('Buy a new eSIM');
    expect(found('#renew-effect')[0]?.textContent).toContain('It adds nothing to this card');
    for (const link of [button, row]) {
      expect(['href', 'target', 'rel'].map((name) => link.getAttribute(name))).toEqual([
        page.url,
        '_blank',
        'noreferrer',
      ]);
    }
  });

  test('is not ordered by any click here', async () => {
    await open(noAccess, { offers });
    await press('other-plans');
    for (const testId of ['renew', 'offer']) {
      the(testId).addEventListener('click', (event) => event.preventDefault());
      await press(testId);
    }
    expect(sent.filter((message) => (message as { type: string }).type !== 'popupOpened')).toEqual([]);
  });
});

describe('the plans of a seller', () => {
  const noPlans = 'has not listed its plans yet';

  test('that sells nothing here are not missed', async () => {
    for (const seller of [manualSeller(), { ...noAccess, meteredBy: 'hotspot' as const }, noAccess]) {
      await open(seller, { offers: null });
      expect(document.body.textContent).not.toContain(noPlans);
      expect(found('.renew-section')).toEqual([]);
    }
  });

  test('that sells here but has not answered are', async () => {
    await open({}, { offers: null });
    expect(document.body.textContent).toContain(noPlans);
    await open(manualSeller(), { offers: { offers: [], expiresAt: null, checkedAt: now, unreadable: 0 } });
    expect(document.body.textContent).toContain(noPlans);
  });
});

describe('that an order was not paid', () => {
  const id = { accountId: 'a1', cardKey: 'c1' };
  const times = { createdAt: now, changedAt: now, lastActivityAt: now, expiresAt: null };
  const order = makeOrder({ card: id, sellerStatus: 'awaiting-payment', ...times });

  test('is for the person to say where the seller has no words for orders', async () => {
    await open(manualSeller(), { orders: [order] });
    expect(text('not-paid')).toBe('I did not pay');
    await press('not-paid');
    expect(sent).toContainEqual({ type: 'dismissOrder', payload: { card: id, orderId: order.id } });
  });

  test('is for the seller to say where it has', async () => {
    await open({}, { orders: [order] });
    expect(all('order')).toHaveLength(1);
    expect(all('not-paid')).toEqual([]);
  });

  test('is not asked once the data has come, or the order has ended', async () => {
    for (const state of ['credited', 'cancelled', 'paid'] as const) {
      await open(manualSeller(), { orders: [{ ...order, state }] });
      expect([all('order').length, all('not-paid')]).toEqual([1, []]);
    }
  });
});
