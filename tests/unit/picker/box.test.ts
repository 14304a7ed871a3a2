import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Box,
  boundsOf,
  commonPart,
  distanceTo,
  isEmpty,
  isInView,
  isOverlapping,
  moved,
} from '../../../entrypoints/page-picker/page/box.ts';

const side = fc.integer({ min: -500, max: 500 });
const size = fc.integer({ min: 1, max: 500 });
const boxes = fc
  .tuple(side, side, size, size)
  .map(([left, top, width, height]): Box => ({ left, top, right: left + width, bottom: top + height }));

test('the bounds of boxes touch each of them and have no room beside', () => {
  fc.assert(
    fc.property(fc.array(boxes, { minLength: 1, maxLength: 5 }), (all) => {
      const bounds = boundsOf(all) as Box;
      expect(all.every((box) => isSame(commonPart(box, bounds), box))).toBe(true);
      expect(all.some(({ left }) => left === bounds.left)).toBe(true);
      expect(all.some(({ bottom }) => bottom === bounds.bottom)).toBe(true);
    }),
  );
  expect(boundsOf([])).toBeNull();
});

const isSame = (one: Box, other: Box) => JSON.stringify(one) === JSON.stringify(other);

test('boxes overlap as seen from either, and none with one moved beyond it', () => {
  fc.assert(
    fc.property(boxes, boxes, (one, other) => {
      expect(isOverlapping(one, other)).toBe(isOverlapping(other, one));
      expect(isEmpty(commonPart(one, moved(one, one.right - one.left, 0)))).toBe(true);
    }),
  );
});

test.each([
  [5, 5, 0],
  [0, 10, 0],
  [13, 14, 5],
  [-3, 5, 3],
])('a point at %i, %i is %i from the box', (x, y, distance) => {
  expect(distanceTo({ left: 0, top: 0, right: 10, bottom: 10 }, x, y)).toBe(distance);
});

test.each<[Box, boolean]>([
  [{ left: 0, top: 0, right: 10, bottom: 10 }, true],
  [{ left: -4, top: 590, right: 60, bottom: 605 }, true],
  [{ left: 0, top: 596, right: 60, bottom: 616 }, false],
  [{ left: -80, top: 10, right: -10, bottom: 30 }, false],
])('of %j the middle is in a view of 800 by 600: %s', (box, isIn) => {
  expect(isInView(box, 800, 600)).toBe(isIn);
});
