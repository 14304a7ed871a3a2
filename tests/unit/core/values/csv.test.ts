import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvDocument } from '../../../../utils/core/values/csv.ts';

describe('7.11 the cell', () => {
  test.each([
    ['plain', '"plain"'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['half-price', '"half-price"'],
    ['=1+1', '"\'=1+1"'],
    ['-5,2', '"\'-5,2"'],
    ['@sum', '"\'@sum"'],
    ['  =1+1', '"  \'=1+1"'],
    ['＝1+1', '"\'＝1+1"'],
    ['Axis;=1+1;', '"Axis;\'=1+1;"'],
    ['Axis; +1', '"Axis; \'+1"'],
    ['Axis,@sum', '"Axis,\'@sum"'],
    ['Axis\t=1+1', '"Axis\t\'=1+1"'],
    ['Axis\n-1', '"Axis\n\'-1"'],
    ['Axis;"=1+1";', '"Axis;""\'=1+1"";"'],
  ])('of %j is %s', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  const part = fc.oneof(
    fc.constantFrom(...'=+-@＝＠ "\'\u00a0\n,;\t|a1', '\r\n'),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  );
  const texts = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));

  test('of any text begins no formula, whatever separates and whatever the quotes count for', () => {
    fc.assert(
      fc.property(texts, fc.subarray([',', ';', '\t', '|']), (text, separators) => {
        const ends = new RegExp(`[\r\n${separators.join('')}]`);
        const cells = csvCell(text).split(ends);
        expect(cells.filter((cell) => /^[\p{Zs}"]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
      }),
    );
  });

  test('of any text holds that text, but for apostrophes', () => {
    const withoutAdded = (text: string) => text.replaceAll(/'(?=[=+\-@＝＋－＠])/g, '');
    fc.assert(
      fc.property(texts, (text) => {
        const read = csvCell(text).slice(1, -1).replaceAll('""', '"');
        expect(withoutAdded(read)).toBe(withoutAdded(text));
      }),
    );
  });
});

test('a document ends every line, the last one too', () => {
  expect(
    csvDocument('a,b', [
      [1, 'x'],
      ['', 2],
    ]),
  ).toBe('a,b\r\n1,x\r\n,2\r\n');
});
