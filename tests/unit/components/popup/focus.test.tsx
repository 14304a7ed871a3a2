// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PopupState } from '../../../../components/hooks/popup-state.ts';
import { focusFirst } from '../../../../components/hooks/use-kept-focus.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { now, popupState, type StateName } from '../../support/popup-states.ts';
import { found, press, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const render = (shown: PopupState) => renderPage(<Popup shown={shown} now={now} show={() => undefined} />);
async function open(name: StateName): Promise<void> {
  await render(popupState(name));
  focusFirst();
}
const heading = () => found('h1')[0];
const focused = () => document.activeElement as HTMLElement | null;

describe('the popup opens', () => {
  test('on the heading of a calm card, where Enter buys nothing', async () => {
    await open({});
    expect(focused()).toBe(heading());
    focused()?.click();
    expect(sent).toEqual([]);
  });

  test.each<[StateName, string]>([
    [{ status: 'runs out' }, 'renew'],
    [{ status: 'empty' }, 'renew'],
    [{ status: 'stale', failure: 'signed-out' }, 'act'],
    [{ order: 'to be paid' }, 'renew'],
    [{ order: 'late' }, 'contact'],
    [{ order: 'no page' }, 'try-again'],
  ])('on what is to be done: %o', async (name, testId) => {
    await open(name);
    expect(focused()).toBe(the(testId));
  });
});

test('the focus goes on where what had it is taken away', async () => {
  await open({ status: 'runs out', order: 'arrived' });
  the('dismiss').focus();
  await render(popupState({ status: 'runs out' }));
  await vi.waitFor(() => expect(focused()).toBe(the('renew')));
  await open({ order: 'cancelled' });
  the('dismiss').focus();
  await render(popupState({}));
  await vi.waitFor(() => expect(focused()).toBe(heading()));
});

test('an order’s step is announced without the figure, which was announced before', async () => {
  const announced = () => found('[aria-live=polite]').map(({ textContent }) => textContent.replaceAll('\u00a0', ' '));
  await open({});
  await render(popupState({ order: 'to be paid' }));
  await vi.waitFor(() => expect(announced()).toContain('Waiting for your payment of SEK 99.00.'));
  await render(popupState({ status: 'empty', order: 'on its way' }));
  await vi.waitFor(() => expect(announced().at(-1)).toMatch(/^0 GB\. .*\. Paid\. 3 GB is on its way\.$/));
});

test('alerts are offered once, as the last thing, and only while data is short', async () => {
  await open({ status: 'runs out', extra: 'alerts off' });
  expect(the('allow-alerts').textContent).toBe('Warn me next time');
  for (const name of [{ extra: 'alerts off' }, { status: 'runs out', extra: 'plan waits' }]) {
    await open(name);
    expect(found('[data-testid=allow-alerts]')).toEqual([]);
  }
});

test('the row of the other cards gives way to an extra line', async () => {
  await open({ isMany: true });
  expect(the('other-cards').textContent).toContain('Axis Asia');
  await open({ isMany: true, extra: 'plan waits' });
  expect(the('extra-line').textContent).toBe('Next: Europe 10 GB, starts Wed 9 Dec');
  expect(found('[data-testid=other-cards]')).toEqual([]);
});

test('without plans to choose from at once the button opens them', async () => {
  const shown = popupState({ status: 'runs out' });
  const plans = shown.snapshot?.cards.map((card) => ({
    ...card,
    plans: card.plans.map((plan) => ({ ...plan, id: 'other', startsAt: null })),
  }));
  await render({ ...shown, snapshot: shown.snapshot && { ...shown.snapshot, cards: plans ?? [] } });
  expect(the('renew').textContent).toBe('Choose a plan');
  await press('renew');
  expect(found('[data-testid=offer]').length).toBeGreaterThan(0);
  expect(focused()).toBe(the('other-plans'));
});

test('Enter that is held down presses nothing, wherever the focus has gone meanwhile', async () => {
  await open({ status: 'runs out' });
  const isPressed = (key: string, repeat: boolean) =>
    the('renew').dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }));
  expect([isPressed('Enter', false), isPressed('Enter', true), isPressed('ArrowDown', true)]).toEqual([
    ...[true, false, true],
  ]);
});

test('the second click of a double click presses nothing, wherever it lands by then', async () => {
  await open({ status: 'runs out' });
  const isHeard = (detail: number) => {
    const heard = vi.fn();
    the('renew').addEventListener('click', heard, { once: true });
    the('renew').dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }));
    return heard.mock.calls.length > 0;
  };
  // No click of the pointer: a key, or a screen reader.
  expect([isHeard(2), isHeard(0)]).toEqual([false, true]);
});

test('a plan that was just bought and starts later is not offered again as what is needed', async () => {
  await open({ status: 'runs out', order: 'waits' });
  expect(the('renew').dataset.variant).toBe('quiet');
  expect(focused()).toBe(heading());
});
