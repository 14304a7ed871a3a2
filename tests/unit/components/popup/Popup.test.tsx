// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupState } from '../../../../components/hooks/use-popup-state.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { makeOrder } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';
import { cardOf, healthy, now, offerOf, shownOf } from '../popup-setup.ts';

const sent = vi.fn(async () => undefined);

beforeAll(() => setLocale('en'));
beforeEach(() => {
  sent.mockClear();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(sent);
});
afterEach(() => act(() => render(null, document.body)));

function open(shown: PopupState): void {
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

const order = makeOrder({
  id: 'o1',
  card: { accountId: 'a1', cardKey: 'c1' },
  planId: 'eu3',
  createdAt: now - 60_000,
  changedAt: now - 60_000,
  expiresAt: now + 600_000,
});

test('what is left and the total are figures with their units and one ordinary space', () => {
  open(shownOf(healthy));
  expect(the('remaining').textContent).toBe('1.24 GB');
  expect(the('total').textContent).toBe('3 GB');
});

test.each([
  [{ kind: 'unlimited' }, 'Unlimited'],
  [{ kind: 'unknown' }, 'Unknown'],
  [{ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, 'Under 1 GiB'],
] as const)('a balance that is no amount is said in a word and has no total: %o', (balance, text) => {
  open(shownOf(cardOf(balance)));
  expect(the('remaining').textContent).toBe(text);
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
  open({ ...shown, check: shown.check && { ...shown.check, manualRefreshAt: now - 5000 } });
  expect(the('refresh').title).toMatch(/^Again at \d\d:\d\d:\d\d$/);
  expect(the('refresh').getAttribute('aria-disabled')).toBe('true');
  the('refresh').click();
  expect(sent).not.toHaveBeenCalled();
});

test('while an order waits for its payment the large button goes on with it, and another plan is asked for', () => {
  open(shownOf(healthy, { orders: [order] }));
  expect(the('order').dataset.state).toBe('awaiting-payment');
  act(() => the('renew').click());
  expect(sent).toHaveBeenCalledWith({ type: 'resumeOrder', payload: { card: order.card, orderId: 'o1' } });
});

test('what needs a second click is asked, said yes to with all that was asked, and let be by a no', async () => {
  const cost = { currency: 'SEK', units: '99', nanos: 0 };
  sent.mockResolvedValueOnce({
    isRefused: false,
    confirmation: { reasons: ['order-open'], openOrder: order },
  } as never);
  sent.mockResolvedValueOnce({ isRefused: false, confirmation: { reasons: ['loses-data'], openOrder: null } } as never);
  const offers = { offers: [offerOf('eu3', { effect: 'replace' })], expiresAt: null, checkedAt: now, unreadable: 0 };
  open(shownOf(healthy, { orders: [order], offers }));
  act(() => the('offer').click());
  await vi.waitFor(() => expect(document.activeElement).toBe(the('decline')));
  expect(the('question').textContent).toContain('An order for Europe 3 GB is open since');
  act(() => the('confirm').click());
  await vi.waitFor(() => expect(the('question').textContent).toContain('1.24 GB'));
  act(() => the('confirm').click());
  await vi.waitFor(() => expect(all('question')).toEqual([]));
  const confirmations = (sent.mock.calls as unknown as [{ payload: { confirmation: unknown } }][]).map(
    ([{ payload }]) => payload.confirmation,
  );
  expect(confirmations).toEqual([
    { reasons: [], openOrderId: null },
    { reasons: ['order-open'], openOrderId: 'o1' },
    { reasons: ['order-open', 'loses-data'], openOrderId: 'o1' },
  ]);
  expect(sent).toHaveBeenCalledWith({
    type: 'renew',
    payload: { card: order.card, planId: 'eu3', cost, confirmation: { reasons: [], openOrderId: null } },
  });
  sent.mockResolvedValueOnce({
    isRefused: false,
    confirmation: { reasons: ['order-open'], openOrder: order },
  } as never);
  await vi.waitFor(() => expect(the('renew').getAttribute('aria-busy')).toBe('false'));
  act(() => the('offer').click());
  await vi.waitFor(() => the('decline'));
  act(() => the('decline').click());
  expect(all('question')).toEqual([]);
  expect(sent).toHaveBeenCalledTimes(4);
});

test('an order says in steps, usual time and elapsed time where it stands', () => {
  const paid = { ...order, state: 'paid' as const, sellerStatus: 'paid' as const, paidAt: now - 100_000 };
  open(shownOf(healthy, { orders: [paid] }));
  const steps = [...the('order').querySelectorAll<HTMLElement>('li')].map(({ textContent, dataset }) => [
    textContent,
    dataset.step,
  ]);
  expect(steps).toEqual([
    ['Payment', 'done'],
    ['Being credited', 'now'],
    ['Arrived', 'next'],
  ]);
  expect(the('order-facts').textContent).toBe('Usually takes 2 minutes · 1 min 40 secs so far');
});

test('a late order offers support with all its facts and lets the large button buy again', () => {
  const overdue = {
    ...order,
    state: 'paid' as const,
    sellerStatus: 'paid' as const,
    createdAt: now - 1_860_000,
    paidAt: now - 1_800_000,
    confirmationCode: 'AX-7',
  };
  open(shownOf(healthy, { orders: [overdue] }));
  expect(the('order-state').textContent).toBe('3 GB is paid, but has not arrived yet.');
  expect(the('support').textContent).toContain('AX-7');
  expect(the('renew').textContent).toContain('Renew');
});

test('an order without a page says why and that nothing was charged, and offers every other way', () => {
  const problem = { kind: 'failure', failure: { kind: 'captive-portal' } } as const;
  open(shownOf(healthy, { orders: [{ ...order, state: 'asked', problem, checkoutUrl: null }] }));
  expect(the('order').querySelector('[role=alert]')?.textContent).toBe('This Wi-Fi wants you to sign in first.');
  expect(the('order-state').textContent).toContain('nothing was charged');
  act(() => the('try-again').click());
  expect(sent).toHaveBeenCalledWith({ type: 'resumeOrder', payload: { card: order.card, orderId: 'o1' } });
});

test('two quick clicks on the large button are one wish', () => {
  open(shownOf(healthy));
  act(() => {
    the('renew').click();
    the('renew').click();
  });
  expect(sent).toHaveBeenCalledTimes(1);
});
