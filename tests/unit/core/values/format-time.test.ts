import { describe, expect, test } from 'vitest';
import {
  formatDateTime,
  formatDuration,
  formatRelative,
  formatShortTime,
} from '../../../../utils/core/values/format-time.ts';
import { start } from '../../support/builders.ts';

describe('time', () => {
  test.each([
    [40_000_000_000, '462 days'],
    [1_441 * 60_000, '24 hours'],
    [90 * 60_000, '90 minutes'],
    [30 * 86_400_000, '30 days'],
  ])('is no thousand minutes where its length is odd: %i ms', (lengthMs, text) => {
    expect(formatDuration(lengthMs, 'en')).toBe(text);
  });

  const at = Date.UTC(2026, 11, 10, 8);

  test('is shown with weekday, date and zone', () => {
    expect(formatDateTime(at, start, 'en-GB', 'Europe/Stockholm')).toBe('Thu 10 Dec, 09:00 CET');
    expect(formatDateTime(at, start, 'en-GB', 'Asia/Kathmandu')).toContain('13:45');
    expect(formatDateTime(Date.UTC(2027, 0, 1), start, 'en-GB', 'UTC')).toContain('2027');
  });

  test('is right on both sides of a change to summer time', () => {
    expect(formatDateTime(Date.UTC(2026, 2, 29, 0, 59), start, 'en-GB', 'Europe/Stockholm')).toContain('01:59 CET');
    expect(formatDateTime(Date.UTC(2026, 2, 29, 1, 0), start, 'en-GB', 'Europe/Stockholm')).toContain('03:00 CEST');
  });

  test('is a clock time today and has a weekday or date otherwise', () => {
    expect(formatShortTime(start, start + 1000, 'en-GB', 'UTC')).toBe('12:00');
    expect(formatShortTime(start - 86_400_000, start, 'en-GB', 'UTC')).toBe('Sun 12:00');
    expect(formatShortTime(start - 8 * 86_400_000, start, 'en-GB', 'UTC')).toBe('15 Nov, 12:00');
  });

  test('near midnight is today’s or tomorrow’s by the reader’s zone', () => {
    const late = Date.UTC(2026, 10, 23, 18, 20);
    expect(formatShortTime(late, start, 'en-GB', 'UTC')).toBe('18:20');
    expect(formatShortTime(late, start, 'en-GB', 'Asia/Kathmandu')).toBe('Tue 00:05');
    expect(formatDateTime(Date.UTC(2026, 11, 31, 23, 30), start, 'en-GB', 'Europe/Stockholm')).toContain('2027');
  });

  test('relative is cut towards now', () => {
    expect(formatRelative(start + 11.9 * 86_400_000, start, 'en-GB')).toBe('in 11 days');
    expect(formatRelative(start - 59_000, start, 'en-GB')).toBeNull();
    expect(formatDuration(30 * 86_400_000, 'en-GB')).toBe('30 days');
  });
});
