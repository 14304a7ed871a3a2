import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates, relativeEnd, toEndInstant } from '../../../../../utils/core/page/text/dates.ts';

/** "dmy 2026-12-21 23:59"; in more than one way: parted by " or ". */
function found(text: string): string[] {
  return findDates(text).map(({ readings, orders, time }) =>
    readings
      .map(({ year, month, day }, index) => {
        const clock = time ? ` ${time.hour}:${String(time.minute).padStart(2, '0')}` : '';
        return `${orders[index]} ${year ?? '?'}-${month}-${day}${clock}`;
      })
      .join(' or '),
  );
}

describe('a date', () => {
  test.each([
    // Numbers alone.
    ['2026-12-21', ['ymd 2026-12-21']],
    ['2026/12/21', ['ymd 2026-12-21']],
    ['2026. 12. 21.', ['ymd 2026-12-21']],
    ['21/12/2026', ['dmy 2026-12-21']],
    ['12/21/2026', ['mdy 2026-12-21']],
    ['03/04/2026', ['dmy 2026-4-3 or mdy 2026-3-4']],
    ['12/12/2026', ['dmy 2026-12-12 or mdy 2026-12-12']],
    ['03-04-2026', ['dmy 2026-4-3 or mdy 2026-3-4']],
    ['03.04.2026', ['dmy 2026-4-3']],
    ['21. 12. 2026', ['dmy 2026-12-21']],
    ['21 12 2026', ['dmy 2026-12-21']],
    ['21.12.26', ['dmy 2026-12-21']],
    ['21/12/26', ['dmy 2026-12-21 or ymd 2021-12-26']],
    ['12/21/26', ['mdy 2026-12-21']],
    ['26. 12. 21.', ['dmy 2021-12-26 or ymd 2026-12-21']],
    ['21/12/2569', ['dmy 2026-12-21']],
    ['٢١\u200f/١٢\u200f/٢٠٢٦', ['dmy 2026-12-21']],
    ['۲۰۲۶/۱۲/۲۱', ['ymd 2026-12-21']],
    ['valid until 21/12', ['dmy ?-12-21']],
    ['bis 21.12.', ['dmy ?-12-21']],
    ['gültig bis 03/04', ['dmy ?-4-3 or mdy ?-3-4']],
    ['29.02.2028', ['dmy 2028-2-29']],
    // East Asia.
    ['2026年12月21日', ['ymd 2026-12-21']],
    ['2026 年 12 月 21 日', ['ymd 2026-12-21']],
    ['12月21日まで', ['ymd ?-12-21']],
    ['有效期至2026年12月21日', ['ymd 2026-12-21']],
    ['2026년 12월 21일', ['ymd 2026-12-21']],
    // Names of months.
    ['until 12 Dec', ['dmy ?-12-12']],
    ['Mon 21 Dec 2026', ['dmy 2026-12-21']],
    ['21-Dec-2026', ['dmy 2026-12-21']],
    ["21 Dec '26", ['dmy 2026-12-21']],
    ['21 Dec 26', ['dmy 2026-12-21']],
    ['December 21st, 2026', ['mdy 2026-12-21']],
    ['Dec 21', ['mdy ?-12-21']],
    ['2026 Dec 21', ['ymd 2026-12-21']],
    ['2026. december 21.', ['ymd 2026-12-21']],
    ['21. Dezember 2026', ['dmy 2026-12-21']],
    ['21 de diciembre de 2026', ['dmy 2026-12-21']],
    ['1er janvier 2027', ['dmy 2027-1-1']],
    ['21 déc. 2026', ['dmy 2026-12-21']],
    ['21 sept. 2026', ['dmy 2026-9-21']],
    ['21 mrt 2026', ['dmy 2026-3-21']],
    ['21 grudnia 2026', ['dmy 2026-12-21']],
    ['21 prosince 2026', ['dmy 2026-12-21']],
    ['21. joulukuuta 2026', ['dmy 2026-12-21']],
    ['21 Aralık 2026', ['dmy 2026-12-21']],
    ['21 Ara 2026', ['dmy 2026-12-21']],
    ['до 21 декабря 2026 г.', ['dmy 2026-12-21']],
    ['21 дек. 2026', ['dmy 2026-12-21']],
    ['21 грудня 2026 р.', ['dmy 2026-12-21']],
    ['21 ديسمبر 2026', ['dmy 2026-12-21']],
    ['۲۱ دسامبر ۲۰۲۶', ['dmy 2026-12-21']],
    ['21 בדצמבר 2026', ['dmy 2026-12-21']],
    ['21 दिसंबर 2026', ['dmy 2026-12-21']],
    ['21 Desember 2026', ['dmy 2026-12-21']],
    ['21 Agu 2026', ['dmy 2026-8-21']],
    ['21 Disember 2026', ['dmy 2026-12-21']],
    ['21 tháng 12, 2026', ['dmy 2026-12-21']],
    ['21 thg 12 năm 2026', ['dmy 2026-12-21']],
    ['21 ธันวาคม พ.ศ. 2569', ['dmy 2026-12-21']],
    ['21 ธ.ค. 69', ['dmy 2026-12-21']],
    ['10 out 2026', ['dmy 2026-10-10']],
    ['válido até 10 out', ['dmy ?-10-10']],
    ['from 1 Dec to 21 Dec 2026', ['dmy ?-12-1', 'dmy 2026-12-21']],
    // With a time.
    ['2026-12-21 23:59', ['ymd 2026-12-21 23:59']],
    ['2026-12-21T23:59:59', ['ymd 2026-12-21 23:59']],
    ['21.12.2026, 23:59 Uhr', ['dmy 2026-12-21 23:59']],
    ['21.12.2026 um 23.59 Uhr', ['dmy 2026-12-21 23:59']],
    ['Dec 21, 2026 11:59 PM', ['mdy 2026-12-21 23:59']],
    ['Dec 21, 2026 at 12:05 a.m.', ['mdy 2026-12-21 0:05']],
    ['Dec 21, 2026, 11 PM', ['mdy 2026-12-21 23:00']],
    ['21 Desember 2026 pukul 23.59', ['dmy 2026-12-21 23:59']],
    ['21 déc. 2026 à 23h59', ['dmy 2026-12-21 23:59']],
    ['21 декабря 2026 г. в 23:59', ['dmy 2026-12-21 23:59']],
    ['2026年12月21日 23時59分', ['ymd 2026-12-21 23:59']],
    ['2026年12月21日(月) 23:59', ['ymd 2026-12-21 23:59']],
    ['2026年12月21日星期一 下午11:59', ['ymd 2026-12-21 23:59']],
    ['2026년 12월 21일 월요일 오후 11:59', ['ymd 2026-12-21 23:59']],
    ['until 11:59 PM on 21 Dec 2026', ['dmy 2026-12-21 23:59']],
    ['23:59 ngày 21/12/2026', ['dmy 2026-12-21 23:59']],
    ['21 Dec 2026 24:00', ['dmy 2026-12-21']],
    ['Updated 10:30. Valid until 21 Dec 2026', ['dmy 2026-12-21']],
    ['21.12.2026 2.30 GB', ['dmy 2026-12-21']],
    ['21 Dec 20 GB', ['dmy ?-12-21']],
    ['12 Dec 2000 MB', ['dmy ?-12-12']],
  ])('in %j is read as %j', (text, dates) => {
    expect(found(text)).toEqual(dates);
  });

  test.each([
    [
      'of an impossible day',
      ['31/02/2026', '30 February 2026', '29.02.2027', '2026-13-01', '00/12/2026', '32 Dec 2026'],
    ],
    ['of a number', ['1.2.2026.5', 'v1.2.3', '192.168.1.26', '1,234.56', '12/20 GB', '3.5GB/10GB', '0812 21 12 2026']],
    ['of a month alone', ['December 2026', '12/2026', '2026年12月', 'May', 'Mar']],
    [
      'of other words',
      ['10 out of 20 GB', '10 out', '5 set', 'SMS 12/12', '24/7', '5 GB', '30 days', '5 pro', '115年12月21日'],
    ],
    [
      'of another zone',
      ['2026-12-21T23:59:59Z', '21 Dec 2026 23:59 UTC', '2026-12-21T23:59:59+07:00', '21 Dec 2026, 23:59 (GMT)'],
    ],
  ])('is not found where there is none: %s', (_, texts) => {
    expect(texts.filter((text) => findDates(text).length > 0)).toEqual([]);
  });

  test('stands from its first sign to the end of its time', () => {
    const text = 'Valid until 21 Dec 2026, 11:59 PM (see terms) or 3/1/2027.';
    const parts = findDates(text).map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual(['21 Dec 2026, 11:59 PM', '3/1/2027']);
  });
});

const locales = [
  ...[
    'en',
    'en-GB',
    'de',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'pl',
    'cs',
    'sv',
    'da',
    'nb',
    'fi',
    'hu',
    'ro',
    'el',
    'tr',
    'ru',
  ],
  ...['uk', 'ar', 'ar-EG', 'fa-u-ca-gregory', 'he', 'hi', 'id', 'ms', 'vi', 'th', 'ja', 'ko', 'zh-CN', 'zh-TW'],
];
const days = fc.date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2049-12-31T00:00Z'), noInvalidDate: true });

describe('a date as a browser writes it', () => {
  test.each(locales)('in %s is found again', (locale) => {
    // Thais write 69 for 2569, and so could others for 2069.
    const styles = locale === 'th' ? ['medium', 'long', 'full'] : ['short', 'medium', 'long', 'full'];
    fc.assert(
      fc.property(days, fc.constantFrom(...styles), (date, style) => {
        const dateStyle = style as 'short' | 'medium' | 'long' | 'full';
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(date);
        const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        const dates = findDates(text);
        expect(dates).toHaveLength(1);
        expect(dates[0]?.readings).toContainEqual(expected);
      }),
    );
  });
});

const berlin = 'Europe/Berlin';
const now = Date.UTC(2026, 11, 10, 12);

describe('the end of a validity', () => {
  test.each([
    ['a day ends at the next midnight of the zone', { year: 2026, month: 12, day: 21 }, null, '2026-12-21T23:00:00Z'],
    [
      'a time is that of the zone',
      { year: 2026, month: 12, day: 21 },
      { hour: 18, minute: 30 },
      '2026-12-21T17:30:00Z',
    ],
    ['a day on which clocks are changed is 25 hours', { year: 2026, month: 10, day: 25 }, null, '2026-10-25T23:00:00Z'],
    ['without a year it is the next such day', { year: null, month: 1, day: 3 }, null, '2027-01-03T23:00:00Z'],
    ['or one of the last week', { year: null, month: 12, day: 5 }, null, '2026-12-05T23:00:00Z'],
    ['not one before that', { year: null, month: 12, day: 1 }, null, '2027-12-01T23:00:00Z'],
    ['in a leap year where it must be', { year: null, month: 2, day: 29 }, null, '2028-02-29T23:00:00Z'],
  ])('%s', (_, reading, time, expected) => {
    const end = toEndInstant(reading, time, now, berlin);
    expect(end === null ? null : new Date(end).toISOString()).toBe(new Date(expected).toISOString());
  });

  test('around New Year is still that of the days before', () => {
    const end = toEndInstant({ year: null, month: 12, day: 31 }, null, Date.UTC(2027, 0, 2), berlin);
    expect(end).toBe(Date.UTC(2026, 11, 31, 23));
  });

  test.each([
    { year: 2040, month: 1, day: 1 },
    { year: 2010, month: 1, day: 1 },
    { year: 2026, month: 2, day: 30 },
    { year: null, month: 2, day: 30 },
  ])('is not known of %j', (reading) => {
    expect(toEndInstant(reading, null, now, berlin)).toBeNull();
  });

  test('without a year is never more than a week ago, or a year and a day ahead', () => {
    const moments = fc.date({
      min: new Date('2020-01-01T00:00Z'),
      max: new Date('2049-12-31T00:00Z'),
      noInvalidDate: true,
    });
    const reading = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    fc.assert(
      fc.property(moments, reading, (moment, { month, day }) => {
        const away =
          (toEndInstant({ year: null, month, day }, null, moment.getTime(), berlin) ?? Number.NaN) - moment.getTime();
        expect(away).toBeGreaterThanOrEqual(-7 * 86_400_000);
        expect(away).toBeLessThan(367 * 86_400_000);
      }),
    );
  });

  test.each([
    ['minute', 90, '2026-12-10T13:30:00.000Z'],
    ['hour', 5, '2026-12-10T17:00:00.000Z'],
    ['day', 5, '2026-12-15T12:00:00.000Z'],
    ['week', 2, '2026-12-24T12:00:00.000Z'],
    ['month', 1, '2027-01-10T12:00:00.000Z'],
    ['month', 14, '2028-02-10T12:00:00.000Z'],
  ] as const)('in %s, %d of them, is reckoned from now', (unit, count, expected) => {
    expect(new Date(relativeEnd({ start: 0, end: 0, count, unit }, now)).toISOString()).toBe(expected);
  });

  test('a month after the 31st is the last day of a shorter month', () => {
    const end = relativeEnd({ start: 0, end: 0, count: 1, unit: 'month' }, Date.UTC(2027, 0, 31, 8));
    expect(new Date(end).toISOString()).toBe('2027-02-28T08:00:00.000Z');
  });
});
