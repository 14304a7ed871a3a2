import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeyUse, keyUse, stepped } from '../../../entrypoints/page-picker/picker-keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const next: KeyUse = { kind: 'step', to: 'next' };
const previous: KeyUse = { kind: 'step', to: 'previous' };
const nothing: KeyUse = { kind: 'nothing' };
const browser: KeyUse = { kind: 'browser' };

test.each<[string, Partial<typeof none>, boolean, KeyUse]>([
  ['Tab', {}, false, next],
  ['Tab', { shiftKey: true }, false, previous],
  ['ArrowDown', {}, false, next],
  ['ArrowUp', {}, true, previous],
  ['ArrowRight', {}, false, next],
  ['ArrowRight', {}, true, previous],
  ['ArrowLeft', {}, false, previous],
  ['ArrowLeft', {}, true, next],
  ['Home', {}, false, { kind: 'step', to: 'first' }],
  ['End', {}, false, { kind: 'step', to: 'last' }],
  ['PageDown', {}, false, { kind: 'scroll', direction: 1 }],
  ['PageUp', {}, false, { kind: 'scroll', direction: -1 }],
  ['Enter', {}, false, { kind: 'take' }],
  [' ', {}, false, { kind: 'take' }],
  ['Escape', {}, false, { kind: 'stop' }],
  ['a', {}, false, nothing],
  ['Delete', {}, false, nothing],
  // Zooming, finding, other tabs, the developer's tools.
  ['+', { ctrlKey: true }, false, browser],
  ['f', { metaKey: true }, false, browser],
  ['Tab', { ctrlKey: true }, false, browser],
  ['F12', {}, false, browser],
  // Access keys of a page.
  ['s', { altKey: true }, false, nothing],
  ['s', { altKey: true, ctrlKey: true }, false, nothing],
  ['Enter', { altKey: true }, false, nothing],
])('the key "%s" with %j, right to left: %s, is for %j', (key, modifiers, isRightToLeft, use) => {
  expect(keyUse({ key, ...none, ...modifiers }, isRightToLeft)).toEqual(use);
});

test('the first key chooses the first amount, or the last', () => {
  expect([stepped(null, 'next', 5), stepped(null, 'previous', 5)]).toEqual([0, 4]);
});

test('stepping stays among the amounts, and there and back leads to the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }).chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1))),
      ([count, from]) => {
        const there = stepped(from, 'next', count);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThan(count);
        expect(stepped(there, 'previous', count)).toBe(from);
      },
    ),
  );
});
