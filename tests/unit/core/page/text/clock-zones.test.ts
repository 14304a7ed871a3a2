import { expect, test } from 'vitest';
import { findDates, toEndInstant } from '../../../../../utils/core/page/text/dates.ts';

/** When a person in Berlin takes it to end. */
function endOf(text: string): string | null {
  const [date] = findDates(text);
  const end = date?.readings[0] && toEndInstant(date.readings[0], date.time, Date.UTC(2026, 10, 29), 'Europe/Berlin');
  return end ? new Date(end).toISOString() : null;
}

test.each([
  ['22 Dec 2026 00:00 WIB', '2026-12-21T17:00:00.000Z'],
  ['21 Des 2026 pukul 23.59 WIT', '2026-12-21T14:59:00.000Z'],
  ['21 Dec 2026 23:59 (JST)', '2026-12-21T14:59:00.000Z'],
  ['21.12.2026 23:59 Uhr MEZ', '2026-12-21T22:59:00.000Z'],
  ['21 Dec 2026 23:59 CET', '2026-12-21T22:59:00.000Z'],
  ['21 Dec 2026 11:59 pm SGT', '2026-12-21T15:59:00.000Z'],
  ['21 Dec 2026 23:59', '2026-12-21T22:59:00.000Z'],
  ['21 Dec 2026 23:59 left', '2026-12-21T22:59:00.000Z'],
])('%s ends at that time of its zone', (text, end) => {
  expect(endOf(text)).toBe(end);
});

test.each(['21 Dec 2026 23:59 CST', '21 Dec 2026 23:59 IST', '21 Dec 2026 23:59 EST', '21 Dec 2026 23:59 (AEDT)'])(
  '%s is not read',
  (text) => {
    expect(endOf(text)).toBeNull();
  },
);
