import { describe, expect, test } from 'vitest';
import { messagesOf, messageText } from '../../../../utils/core/language/message-text.ts';

test('the texts of a messages file stand under the names of their messages', () => {
  const file = { meta_locale: { message: 'de-DE' }, unit_MB: { message: 'MB', description: 'Megabyte' } };
  expect(messagesOf(file)).toEqual({ meta_locale: 'de-DE', unit_MB: 'MB' });
});

describe('a message', () => {
  test.each([
    ['takes values by name, each as often as it stands there', '{a} of {b}, {a}', [{ a: 'x', b: 'y' }], 'x of y, x'],
    ['leaves alone a name that has no value', '{a} of {b}', [{ a: 'x' }], 'x of {b}'],
    ['takes a value that looks like a place for one as it is', '{a} {b}', [{ a: '{b}', b: 'y' }], '{b} y'],
    ['takes values by place', '$2 before $1', [['x', 'y']], 'y before x'],
    ['has nothing in a place without a value, and a dollar for two', '$1$2 costs $$5', [['x']], 'x costs $5'],
    ['has the same form for every count where it has one', '$1 days', [3], '3 days'],
    ['has its first form for one', '$1 day | $1 days', [1], '1 day'],
    ['has its second form for all else', '$1 day | $1 days', [0], '0 days'],
    ['has its first of three forms for none', 'none | one | $1 days', [0], 'none'],
    ['has its second of three forms for one', 'none | one | $1 days', [1], 'one'],
    ['has its third form for more', 'none | one | $1 days', [7], '7 days'],
    ['takes a count and names together', '{card}: one | {card}: {count}', [2, { card: 'A', count: 2 }], 'A: 2'],
  ])('%s', (_what, message, values, text) => {
    expect(messageText(message, values)).toBe(text);
  });
});
