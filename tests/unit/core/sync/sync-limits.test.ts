import { describe, expect, test } from 'vitest';
import { fittingItems, mayWriteAt, writeEveryMs } from '../../../../utils/core/sync/sync-limits.ts';
import { canonicalText } from '../../../../utils/core/values/canonical-text.ts';

const itemOf = (length: number) => ({ name: { at: 1, value: 'x'.repeat(length) } });

describe('what is written', () => {
  test('has no item of more than 8 KB, in bytes of its letters', () => {
    const items = { small: itemOf(8000), large: itemOf(8200), wide: { name: { at: 1, value: '卡'.repeat(3000) } } };
    expect(Object.keys(fittingItems(items))).toEqual(['small']);
  });

  test('is less than 100 KB and 512 items together', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`own:${at}`, itemOf(7000)]));
    expect(new TextEncoder().encode(canonicalText(fittingItems(many))).length).toBeLessThan(102_400);
    const small = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`card:${at}`, itemOf(1)]));
    expect(Object.keys(fittingItems(small)).length).toBeLessThan(512);
  });

  test('has what is there before what is gone', () => {
    const gone = Object.fromEntries(
      Array.from({ length: 600 }, (_, at) => [`own:a${at}`, { gone: { at: 1, value: true } }]),
    );
    expect(fittingItems({ ...gone, 'own:z': itemOf(1) })['own:z']).toBeDefined();
  });
});

test('writes are so far apart that neither browser’s rate is reached', () => {
  expect(60_000 / writeEveryMs).toBeLessThan(120);
  expect(3_600_000 / writeEveryMs).toBeLessThan(1800);
  expect(mayWriteAt(null, 50_000)).toBe(50_000);
  expect(mayWriteAt(40_000, 50_000)).toBe(40_000 + writeEveryMs);
  expect(mayWriteAt(90_000, 50_000)).toBe(50_000);
});
