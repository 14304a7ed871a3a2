import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tailShape } from '../../../../../utils/core/page/find/shapes.ts';
import { findAmounts, findPercents } from '../../../../../utils/core/page/text/amounts.ts';
import { findDates, findRelativeTimes } from '../../../../../utils/core/page/text/dates.ts';
import { isGreeting, meaningsOf } from '../../../../../utils/core/page/text/meaning.ts';
import { identifiersIn, normalText } from '../../../../../utils/core/page/text/normal-text.ts';

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['amounts', findAmounts],
  ['percentages', findPercents],
  ['dates', findDates],
  ['times from now', findRelativeTimes],
  ['meanings', meaningsOf],
  ['greetings', isGreeting],
  ['normal texts', normalText],
  ['shapes', tailShape],
  ['identifiers', identifiersIn],
];

const pieces = [
  ...[
    '1',
    '1.',
    '1,',
    '1 ',
    '1 234 ',
    '1.234',
    "1'",
    '0',
    '.',
    ',',
    ' ',
    '\u00a0',
    '\n',
    '-',
    '/',
    ':',
    '%',
    '+',
    '@',
    'a@',
    'a.',
  ],
  ...[
    '1 GB ',
    '1GB',
    '1/',
    '1-',
    '1/1/',
    '21.12.',
    '1 Dec ',
    'Dec ',
    '12:',
    '1日',
    '月',
    '5 days ',
    'in 5 ',
    '剩余',
    '残',
    'left ',
  ],
  ...[
    '*',
    '•',
    'x',
    'xx ',
    '(',
    ')',
    'a',
    'é',
    'ก',
    'ب',
    '٢',
    '\u200f',
    '\ufffc',
    'not ',
    'used ',
    '1 of ',
    'de ',
    'noch ',
  ],
];

describe('any text', () => {
  test('is read by all without a failure, at places that are in it', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (text) => {
        for (const [, read] of readers) read(text);
        const found = [findAmounts, findPercents, findDates, findRelativeTimes, identifiersIn].map((find) =>
          find(text),
        );
        const places = found.flatMap((spans) =>
          spans.map(({ start, end }, index) => ({ start, end, last: spans[index - 1]?.end ?? 0 })),
        );
        expect(places.filter(({ start, end, last }) => start < last || end <= start || end > text.length)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  const repeated = [
    '1',
    '1 ',
    '1.',
    "1'",
    '1/',
    '1 GB ',
    '12:',
    '1日',
    'a',
    'a ',
    'a.',
    'not ',
    '剩余',
    ' ',
    '*',
    'xx ',
  ];

  test.each(readers)('in one piece does not take much longer to be read for %s than in sixteen', (_, read) => {
    // Of this thread alone, whatever else the computer does.
    const microseconds = (texts: readonly string[]) => {
      const { user } = process.threadCpuUsage();
      for (const text of texts) read(text);
      return process.threadCpuUsage().user - user;
    };
    const slow = repeated.filter((piece) => {
      const part = piece.repeat(1000 / piece.length);
      const parts = Array.from({ length: 16 }, () => part);
      // Sixteen times where the time grew with the square of the length. What takes next to none is not measured, and
      // one good measurement is enough: others may have been held up.
      const rounds = Array.from({ length: 10 });
      return !rounds.some(() => microseconds([part.repeat(16)]) <= 4 * microseconds(parts) + 10_000);
    });
    expect(slow).toEqual([]);
  });
});
