import { expect, test } from 'vitest';
import { axisMaximum, limitInChart } from '../../../../components/chart/axis-maximum.ts';

test.each([
  [211e6, 1000, 300e6],
  [300e6, 1000, 300e6],
  [1.01e9, 1000, 1.5e9],
  [0, 1000, 1],
  [1000 * 2 ** 20, 1024, 1000 * 2 ** 20],
] as const)('a scale up to %d bytes, at %d, ends at the round amount %d', (bytes, byteUnit, end) => {
  expect(axisMaximum(bytes, byteUnit)).toBe(end);
});

test('the line of what may be used a day is drawn up to twice the highest bar', () => {
  expect(limitInChart(200, 100)).toBe(200);
  expect(limitInChart(201, 100)).toBeNull();
  expect(limitInChart(null, 100)).toBeNull();
});
