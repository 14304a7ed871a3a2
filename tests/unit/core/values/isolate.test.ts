import { expect, test } from 'vitest';
import { isolate } from '../../../../utils/core/values/isolate.ts';

test.each([
  ['Axis Europe', 'Axis Europe'],
  ['流量卡 3 GB', '流量卡 3 GB'],
  ['חבילה', '\u2068חבילה\u2069'],
  ['3 GB شبكة', '\u20683 GB شبكة\u2069'],
  ['C++\u200f', '\u2068C++\u200f\u2069'],
  ['', ''],
])('7.10 in a sentence from left to right %j stands as %j', (text, isolated) => {
  expect(isolate(text, 'ltr')).toBe(isolated);
});

test('7.10 in a sentence from right to left every text stands apart', () => {
  expect(isolate('Axis (3 GB)', 'rtl')).toBe('\u2068Axis (3 GB)\u2069');
});
