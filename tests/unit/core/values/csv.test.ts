import { expect, test } from 'vitest';
import { csvCell, csvDocument } from '../../../../utils/core/values/csv.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['=1+1', "'=1+1"],
  ['-5,2', '"\'-5,2"'],
  ['@sum', "'@sum"],
])('the cell of %o is %o', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('a document ends every line, the last one too', () => {
  expect(
    csvDocument('a,b', [
      [1, 'x'],
      ['', 2],
    ]),
  ).toBe('a,b\r\n1,x\r\n,2\r\n');
});
