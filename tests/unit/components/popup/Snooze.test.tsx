// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Snooze } from '../../../../components/popup/Snooze.tsx';
import { shortTimeText } from '../../../../utils/browser/i18n.ts';
import type { Snooze as SnoozeState } from '../../../../utils/core/alerts/alert-state.ts';
import { hourMs } from '../../../../utils/core/values/time.ts';
import { all, press, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const id = { accountId: 'a1', cardKey: 'c1' };
const now = new Date(2026, 10, 23, 13, 5).getTime();
const show = (snooze: SnoozeState | null, isUrgent = true) =>
  renderPage(<Snooze id={id} snooze={snooze} isUrgent={isUrgent} now={now} />);
const message = (snooze: { until: number | null } | null) => ({ type: 'snooze', payload: { card: id, snooze } });

test.each([
  ['hour', now + hourMs],
  ['tomorrow', new Date(2026, 10, 24, 8).getTime()],
  ['renewal', null],
])('alerts can be snoozed till then: %s', async (choice, until) => {
  await show(null);
  expect(all(`snooze-${choice}`)).toEqual([]);
  await press('snooze');
  expect(the('snooze').getAttribute('aria-expanded')).toBe('true');
  await press(`snooze-${choice}`);
  expect(sent).toEqual([message({ until })]);
  expect(all(`snooze-${choice}`)).toEqual([]);
});

test('a second press on the button takes the choices away again', async () => {
  await show(null);
  await press('snooze');
  await press('snooze');
  expect(all('snooze-hour')).toEqual([]);
  expect(sent).toEqual([]);
});

test('a snoozed card says until when, even with nothing to warn of, and can be woken', async () => {
  const until = now + 2 * hourMs;
  await show({ until, endsAt: null }, false);
  expect(the('snoozed').textContent).toContain(`Alerts of this card are quiet until ${shortTimeText(until, now)}.`);
  expect(all('snooze')).toEqual([]);
  await press('snooze-end');
  expect(sent).toEqual([message(null)]);
});

test('a card snoozed till it is renewed says that', async () => {
  await show({ until: null, endsAt: null });
  expect(the('snoozed').textContent).toContain('Alerts of this card are quiet until it is renewed.');
});

test('where there is no reason to warn nothing is offered, and a snooze that is over counts as none', async () => {
  await show(null, false);
  expect(document.body.textContent).toBe('');
  await show({ until: now, endsAt: null }, false);
  expect(document.body.textContent).toBe('');
  await show({ until: now, endsAt: null });
  expect(all('snooze')).toHaveLength(1);
});

test('the focus goes to the button that takes the place of the one that was pressed', async () => {
  const until = now + hourMs;
  await show(null);
  await press('snooze');
  await press('snooze-hour');
  await show({ until, endsAt: null });
  expect(document.activeElement).toBe(the('snooze-end'));
  await press('snooze-end');
  await show(null);
  expect(document.activeElement).toBe(the('snooze'));
});
