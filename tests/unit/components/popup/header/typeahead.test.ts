import { describe, expect, test } from 'vitest';
import { typeaheadIndex, typeKey } from '../../../../../components/popup/header/typeahead.ts';

const cards = ['Axis Asia', 'Axis Europe', 'Élan', 'Nordic', '旅行卡', 'Add a card'];
const goTo = (typed: string, from = 0) => typeaheadIndex(cards, from, typed, 'en');

describe('typed letters', () => {
  test.each([
    ['n', 3],
    ['axis e', 1],
    ['AXIS A', 0],
    ['e', 2],
    ['旅', 4],
    ['add', 5],
    ['x', null],
  ])('%s goes to the entry that begins with them, whatever their case and marks', (typed, at) => {
    expect(goTo(typed)).toBe(at);
  });

  test('the same letter again goes to the next entry with it, round the list', () => {
    expect([goTo('a', 0), goTo('aa', 1), goTo('aaa', 5)]).toEqual([1, 5, 0]);
  });

  test('more letters stay at an entry that fits them still', () => {
    expect(goTo('axis', 1)).toBe(1);
  });
});

describe('a key', () => {
  const none = { text: '', at: 0 };

  test('adds to what was just typed, and begins anew after a pause', () => {
    const first = typeKey(none, 'a', 10_000);
    expect(first).toEqual({ text: 'a', at: 10_000 });
    expect(typeKey(first ?? none, 'x', 10_500)?.text).toBe('ax');
    expect(typeKey(first ?? none, 'x', 11_000)?.text).toBe('x');
  });

  test.each(['Enter', 'Shift', 'F5', ' '])('that types nothing is none: %s', (key) => {
    expect(typeKey(none, key, 10_000)).toBeNull();
  });

  test('a space belongs to a name, not to its beginning', () => {
    expect(typeKey({ text: 'axis', at: 10_000 }, ' ', 10_100)?.text).toBe('axis ');
  });
});
