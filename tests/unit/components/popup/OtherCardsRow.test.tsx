// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OtherCardsRow } from '../../../../components/popup/OtherCardsRow.tsx';
import type { CardStatus } from '../../../../utils/core/accounts/card-judgement.ts';
import { now } from '../popup-setup.ts';
import { all, press, renderPage, startRendering, the, unmount } from '../render-setup.tsx';
import { judgedWith, shownWith } from './header/header-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const show = vi.fn();

/** The second and third card stand like this; the first is shown. */
function open(...statuses: CardStatus[]) {
  const base = shownWith(4);
  const cards = statuses.map((status, at) => ({
    ...{ key: `o${at}`, title: `Other ${at}`, judged: judgedWith(180e6, { status }) },
  }));
  const accounts = base.index.accounts.map((account, at) => (at === 0 ? { ...account, cards } : account));
  const shown = { ...base, index: { ...base.index, accounts } };
  return renderPage(<OtherCardsRow shown={shown} id={{ accountId: 'a1', cardKey: 'c1' }} now={now} show={show} />);
}
const text = () => the('other-cards').textContent;
const said = () => the('other-cards').getAttribute('aria-label');

test('there is no row while the other cards will last', async () => {
  await open('ok', 'unknown');
  expect(all('other-cards')).toEqual([]);
});

test('it names the one card that needs a look, with what it has and how it stands', async () => {
  await open('ok', 'critical');
  expect(text()).toBe('Other 1180 MB · 2 days');
  expect(said()).toBe('Other 1, 180 MB · 2 days, will not last');
  expect(the('other-cards').querySelector('.status-dot')?.getAttribute('data-status')).toBe('critical');
});

test('it names the one that most needs it and counts the others', async () => {
  await open('warning', 'action', 'critical');
  expect(text()).toBe('Other 1180 MB · needs you+2');
  expect(said()).toBe('Other 1, 180 MB · needs you, and 2 more that need a look');
});

test('a press shows that card', async () => {
  await open('warning', 'critical');
  await act(() => press('other-cards'));
  expect(show).toHaveBeenCalledExactlyOnceWith({ accountId: 'a1', cardKey: 'o1' });
});
