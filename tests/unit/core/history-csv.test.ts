import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvNameFor, historyCsv } from '../../../utils/core/history-csv.ts';
import type { Change } from '../../../utils/core/samples.ts';

const at = Date.UTC(2026, 10, 23, 13, 5);
const minute = 60_000;

/** As RFC 4180 reads it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('a row for all that was used and all that changed, oldest first', () => {
  const watched = [
    {
      since: at,
      stretches: [
        [at + minute, 5, 95],
        [at + 2 * minute, 0, 95],
        [at + 9 * minute, 7, 3_000_000_088],
      ] satisfies [number, number, number][],
    },
  ];
  const changes: Change[] = [
    { at: at + 9 * minute, cause: 'credited', bytes: 3e9, name: 'Data' },
    { at: at + 3 * minute, cause: 'corrected', bytes: -20, name: 'Data' },
  ];
  expect(historyCsv(watched, changes, 'Axis Europe')).toBe(
    [
      'from,to,card,cause,bytes,left_bytes,module',
      '2026-11-23T13:05:00.000Z,2026-11-23T13:06:00.000Z,Axis Europe,used,5,95,',
      '2026-11-23T13:08:00.000Z,2026-11-23T13:08:00.000Z,Axis Europe,corrected,-20,,Data',
      '2026-11-23T13:07:00.000Z,2026-11-23T13:14:00.000Z,Axis Europe,used,7,3000000088,',
      '2026-11-23T13:14:00.000Z,2026-11-23T13:14:00.000Z,Axis Europe,credited,3000000000,,Data',
      '',
    ].join('\r\n'),
  );
});

test('any text comes back as it was, and none is a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', '+1', '-1', '@a', 'a,"b"\r\nc', '"', "'="),
  );
  fc.assert(
    fc.property(text, text, (title, name) => {
      const [, row = []] = parse(historyCsv([], [{ at, cause: 'lapsed', bytes: 1, name }], title));
      expect(row).toHaveLength(7);
      for (const [cell = '', text] of [
        [row[2], title],
        [row[6], name],
      ]) {
        expect(cell).not.toMatch(/^[=+\-@]/);
        expect(cell === text || cell === `'${text}`).toBe(true);
      }
    }),
  );
});

test('a card without a past has the header alone', () => {
  expect(parse(historyCsv([], [], 'Axis'))).toHaveLength(1);
});

test.each([
  ['Axis Europe', 'gigabar-axis-europe-2026-11-23.csv'],
  ['流量卡 1/2', 'gigabar-流量卡-1-2-2026-11-23.csv'],
  ['…', 'gigabar-card-2026-11-23.csv'],
])('the file of %s is %s', (title, name) => {
  expect(csvNameFor(title, at, 'Europe/Stockholm')).toBe(name);
});
