// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupState } from '../../../../components/hooks/popup-state.ts';
import { partSources } from '../../../../components/popup/later-parts.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { loadAllParts, provideParts } from '../../../../components/popup/parts.ts';
import { makeOrder } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';
import { cardOf, healthy, now, offerOf, shownOf } from '../popup-setup.ts';

const sent = vi.fn(async () => undefined);

beforeAll(async () => {
  await setLocale('en');
  provideParts(partSources);
  await loadAllParts();
});
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
  [{ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, 'Less than 1 GB'],
] as const)('a balance that is no amount is said in a word and has no total: %o', (balance, text) => {
  open(shownOf(cardOf(balance)));
  expect(the('remaining').textContent).toBe(text);
  expect(all('total')).toEqual([]);
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
  act(() => the('other-plans').click());
  act(() => the('offer').focus());
  act(() => the('offer').click());
  await vi.waitFor(() => expect(document.activeElement).toBe(the('decline')));
  expect(the('question').textContent).toContain('An order for Europe 3 GB is open since');
  act(() => the('confirm').click());
  await vi.waitFor(() => expect(the('question').textContent).toContain('You would lose 1.24 GB'));
  expect(document.querySelectorAll('.primary:not([data-variant=quiet])')).toHaveLength(1);
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
  act(() => the('offer').focus());
  act(() => the('offer').click());
  await vi.waitFor(() => expect(document.activeElement).toBe(the('decline')));
  const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  act(() => void the('decline').dispatchEvent(pressed));
  expect([all('question'), pressed.defaultPrevented, document.activeElement]).toEqual([[], true, the('offer')]);
  expect(sent).toHaveBeenCalledTimes(4);
});

test('an order says in steps and usual time where it stands, and nothing is filled while it is only waited for', () => {
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
  expect(the('order-facts').textContent).toBe('Usually 2 minutes');
  expect(document.querySelectorAll('.primary, [data-first]')).toHaveLength(0);
  expect(the('other-plans').textContent).toContain('Buy something else');
});

test('a late order leads to the seller with all its facts, asks again, and does not offer to buy again', () => {
  const overdue = {
    ...order,
    state: 'paid' as const,
    sellerStatus: 'paid' as const,
    createdAt: now - 1_860_000,
    paidAt: now - 1_800_000,
    confirmationCode: 'AX-7',
  };
  open(shownOf(healthy, { orders: [overdue] }));
  expect(the('order-state').textContent).toBe('Paid 30 minutes ago. 3 GB is not here yet.');
  expect(document.querySelector('[data-first]')).toBe(the('contact'));
  expect([...document.querySelectorAll('.primary')]).toEqual([the('contact')]);
  expect([all('renew'), all('past-days')]).toEqual([[], []]);
  act(() => the('contact').click());
  expect(the('support').textContent).toContain('AX-7');
  act(() => the('check-again').click());
  expect(sent).toHaveBeenCalledWith({ type: 'resumeOrder', payload: { card: order.card, orderId: 'o1' } });
});

test('an order without a page says why and that nothing was charged, and offers every other way', () => {
  const problem = { kind: 'failure', failure: { kind: 'captive-portal' } } as const;
  open(shownOf(healthy, { orders: [{ ...order, state: 'asked', problem, checkoutUrl: null }] }));
  expect(the('order').querySelector('[role=alert]')?.textContent).toBe('This Wi-Fi wants you to sign in first.');
  expect(the('order-state').textContent).toContain('nothing was charged');
  act(() => the('try-again').click());
  expect(sent).toHaveBeenCalledWith({ type: 'resumeOrder', payload: { card: order.card, orderId: 'o1' } });
});

test('what would be lost is asked by name, with the safe answer first and a plan that keeps it', async () => {
  const offers = { expiresAt: null, checkedAt: now, unreadable: 0 };
  const large = offerOf('eu10', { name: 'Europe 10 GB', cost: { currency: 'SEK', units: '249', nanos: 0 } });
  sent.mockResolvedValueOnce({ isRefused: false, confirmation: { reasons: ['loses-data'], openOrder: null } } as never);
  open(shownOf(healthy, { offers: { ...offers, offers: [offerOf('eu3', { effect: 'replace' }), large] } }));
  act(() => the('renew').click());
  await vi.waitFor(() => the('question'));
  const named = (name: string) => document.getElementById(the('question').getAttribute(name) ?? '')?.textContent;
  expect(named('aria-labelledby')).toBe('You would lose 1.24 GB');
  expect(named('aria-describedby')).toBe('Brings 3 GB. Replaces the present plan, lasts until 23 Dec');
  const answers = [...the('question').querySelectorAll('button')].map(({ textContent, dataset }) => [
    textContent?.replaceAll('\u00a0', ' '),
    dataset.variant,
  ]);
  expect(answers).toEqual([
    ['Not now', undefined],
    ['Europe 10 GB keeps it: SEK 249.00', undefined],
    ['Buy Europe 3 GB for SEK 99.00', 'danger'],
  ]);
  act(() => the('safe-plan').click());
  expect(sent).toHaveBeenLastCalledWith(
    expect.objectContaining({ payload: expect.objectContaining({ planId: 'eu10', cost: large.cost }) }),
  );
});

test('two quick clicks on the large button are one wish', () => {
  open(shownOf(healthy));
  act(() => {
    the('renew').click();
    the('renew').click();
  });
  expect(sent).toHaveBeenCalledTimes(1);
});
