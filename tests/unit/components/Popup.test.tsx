// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../../components/Popup.tsx';
import type { Shown } from '../../../components/use-stored.ts';
import type { Order } from '../../../utils/core/order.ts';
import { speakIn } from '../support/words.ts';
import { cardOf, healthy, now, offerOf, shownOf } from './shown.ts';

const sent = vi.fn(async () => undefined);

beforeAll(() => speakIn('en'));
beforeEach(() => {
  sent.mockClear();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(sent);
});
afterEach(() => act(() => render(null, document.body)));

function open(shown: Shown): void {
  act(() => render(<Popup shown={shown} now={now} show={() => undefined} />, document.body));
}

function all(testId: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
}

function the(testId: string): HTMLElement {
  const [element] = all(testId);
  if (!element) throw new Error(`No ${testId}`);
  return element;
}

const order: Order = {
  id: 'o1',
  card: { accountId: 'a1', cardKey: 'c1' },
  planId: 'eu3',
  planName: 'Europe 3 GB',
  quotaBytes: 3_000_000_000,
  cost: { currency: 'SEK', units: '99', nanos: 0 },
  newCost: null,
  balanceBefore: { kind: 'unknown' },
  createdAt: now - 60_000,
  state: 'awaiting-payment',
  changedAt: now - 60_000,
  lookedAt: null,
  checkoutUrl: 'https://pay.axis.example/o1',
  expiresAt: now + 600_000,
  confirmationCode: null,
  failureText: null,
  told: false,
  dismissed: false,
};

test('what is left and the total are figures with their units and one ordinary space', () => {
  open(shownOf(healthy));
  expect(the('remaining').textContent).toBe('1.24 GB');
  expect(the('total').textContent).toBe('3 GB');
});

test.each([
  [{ kind: 'unlimited' }, 'Unlimited'],
  [{ kind: 'unknown' }, 'Unknown'],
  [{ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, 'Under 1 GiB'],
] as const)('a balance that is no amount is said in a word and has no total: %o', (balance, words) => {
  open(shownOf(cardOf(balance)));
  expect(the('remaining').textContent).toBe(words);
  expect(all('total')).toEqual([]);
});

test('a plan that is not on sale is listed, cannot be clicked and says why', () => {
  const soldOut = offerOf('day', { availability: 'sold-out', reason: 'Back on Monday' });
  open(
    shownOf(healthy, { offers: { offers: [offerOf('eu3'), soldOut], expiresAt: null, checkedAt: now, unreadable: 0 } }),
  );
  const row = all('offer').find(({ dataset }) => dataset.planId === 'day') as HTMLButtonElement;
  expect(row.disabled).toBe(true);
  expect(row.textContent).toContain('Sold out');
  expect(row.textContent).toContain('Back on Monday');
});

test('a failure stands above the figures, which stay', () => {
  const shown = shownOf(healthy);
  open({ ...shown, check: shown.check && { ...shown.check, failure: { kind: 'offline' }, failingSince: now } });
  expect(the('failure').textContent).toContain('You are offline. Showing');
  expect(the('failure').compareDocumentPosition(the('remaining'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(the('remaining').textContent).toBe('1.24 GB');
});

test('during the cool-down the refresh button says when it works again, and sends nothing', () => {
  const shown = shownOf(healthy);
  open({ ...shown, check: shown.check && { ...shown.check, askedAt: now - 5000 } });
  expect(the('refresh').title).toMatch(/^Again at \d\d:\d\d:\d\d$/);
  expect(the('refresh').getAttribute('aria-disabled')).toBe('true');
  the('refresh').click();
  expect(sent).not.toHaveBeenCalled();
});

test('while an order waits for its payment the large button goes on with it, and no other plan can be bought', () => {
  open(shownOf(healthy, { orders: [order] }));
  expect(the('order').dataset.state).toBe('awaiting-payment');
  the('offer').click();
  expect(sent).not.toHaveBeenCalled();
  act(() => the('renew').click());
  expect(sent).toHaveBeenCalledWith({ wish: 'resumeOrder', ask: { card: order.card, orderId: 'o1' } });
});

test('two quick clicks on the large button are one wish', () => {
  open(shownOf(healthy));
  act(() => {
    the('renew').click();
    the('renew').click();
  });
  expect(sent).toHaveBeenCalledTimes(1);
});
