import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  basic,
  bytes,
  count,
  instant,
  masked,
  maybe,
  megabytesOf,
  number,
  utcInstant,
} from '../../../utils/providers/adapter/wire-parts.ts';

const newYear = Date.UTC(2027, 0, 1);
test.each([
  ['2027-01-01T00:00:00Z', newYear, newYear],
  ['2027-01-01 00:00:00.000Z', newYear, newYear],
  ['2027-01-01T01:30:00+01:30', newYear, newYear],
  ['2026-12-31T22:30:00-0130', newYear, newYear],
  ['2027-01-01 00:00:00', null, newYear],
  ['2027-01-01T00:00:00.5', null, newYear + 500],
  ['2027-01-01', null, null],
  ['2027-13-01T00:00:00Z', null, null],
  ['0000-00-00 00:00:00', null, null],
  [newYear, null, null],
])('%o is the instant %o, and %o where no zone means UTC', (text, zoned, inUtc) => {
  expect([v.parse(maybe(instant), text), v.parse(maybe(utcInstant), text)]).toEqual([zoned, inUtc]);
});

test.each([
  ['12.5', 12.5, 12.5],
  [0, 0, 0],
  ['-3', -3, null],
  ['', null, null],
  [' ', null, null],
  ['1e3', null, null],
  [Number.POSITIVE_INFINITY, null, null],
  [null, null, null],
  [undefined, null, null],
])('%o is the number %o, and the count %o', (value, signed, counted) => {
  expect([v.parse(maybe(number), value), v.parse(maybe(count), value)]).toEqual([signed, counted]);
});

test.each([
  [2 ** 53 - 2, 2 ** 53 - 2],
  ['9007199254740991', Number.POSITIVE_INFINITY],
  ['9223372036854775807', Number.POSITIVE_INFINITY],
])('%o bytes are %o', (value, expected) => {
  expect(v.parse(bytes, value)).toBe(expected);
});

test.each([
  ['435.787951', 1e6, 435_787_951],
  [435.787951, 2 ** 20, 456_956_787],
])('%s MB of %i bytes are whole bytes', (mb, bytesPerMb, bytes) => {
  expect(v.parse(megabytesOf(bytesPerMb), mb)).toBe(bytes);
});

test('a login may have letters of any alphabet', () => {
  expect(basic('löß:字')).toEqual({ authorization: `Basic ${Buffer.from('löß:字').toString('base64')}` });
});

test('of a number its last four digits are seen', () => {
  expect(masked('8988280666000001234')).toBe('•••• 1234');
});
