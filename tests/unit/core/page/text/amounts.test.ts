import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAmounts } from '../../../../../utils/core/page/text/amounts.ts';

/** As short texts: "2.75 GB" with all its values, and what is known besides. */
function found(text: string): string[] {
  return findAmounts(text).map(({ values, unit, decimal, isBinary, isBare, rest }) => {
    const flags = [isBinary && 'binary', isBare && 'bare', rest && `and ${rest.value} ${rest.unit}`].filter(Boolean);
    return [values.join('|'), unit, decimal ?? '-', ...flags].join(' ');
  });
}

describe('an amount', () => {
  test.each([
    // Separators.
    ['2.75 GB', ['2.75 GB .']],
    ['2,75 GB', ['2.75 GB ,']],
    ['2,750 GB', ['2.75|2750 GB -']],
    ['1.234 GB', ['1.234|1234 GB -']],
    ['0.234 GB', ['0.234 GB .']],
    ['0,500 GB', ['0.5 GB ,']],
    ['1234,567 MB', ['1234.567 MB ,']],
    ['1.234,5 MB', ['1234.5 MB ,']],
    ['1,234.5 MB', ['1234.5 MB .']],
    ['1.234.567 KB', ['1234567 KB ,']],
    ['1,234,567 KB', ['1234567 KB .']],
    ['12,34,567 KB', ['1234567 KB .']],
    ['1 234 MB', ['1234 MB -']],
    ['1\u00a0234 MB', ['1234 MB -']],
    ['1\u202f234,5 Mo', ['1234.5 MB ,']],
    ['1\u2009234.567 MB', ['1234.567 MB .']],
    ["1'234.5 MB", ['1234.5 MB .']],
    ['1’234 MB', ['1234 MB -']],
    ['.5 GB', ['0.5 GB .']],
    ['1 ,5 GB', ['1.5 GB ,']],
    ['0 GB', ['0 GB -']],
    ['0.00 GB', ['0 GB .']],
    ['10.50 GB', ['10.5 GB .']],
    ['1.234.5 GB', []],
    ['1,23,4 GB', []],
    ['1,234.567.890 GB', []],
    ['007 GB', []],
    ['1234567890123 GB', []],
    // Digits of other scripts.
    ['٢٫٥ جيجابايت', ['2.5 GB -']],
    ['١٬٢٣٤٫٥ م.ب', ['1234.5 MB -']],
    ['۲٫۷۵ گیگابایت', ['2.75 GB -']],
    ['५०० एमबी', ['500 MB -']],
    ['๒.๕ กิกะไบต์', ['2.5 GB .']],
    ['１．５ＧＢ', ['1.5 GB .']],
    // Units.
    ['500 B', ['500 B -']],
    ['0 B', ['0 B -']],
    ['0B', ['0 B -']],
    ['500 bytes', ['500 B -']],
    ['20 Go', ['20 GB -']],
    ['0 o / 20 Go', ['0 B -', '20 GB -']],
    ['512 Ko', ['512 KB -']],
    ['1,5 To', ['1.5 TB ,']],
    ['2.5 GiB', ['2.5 GB . binary']],
    ['512 MiB', ['512 MB - binary']],
    ['2,5 ГиБ', ['2.5 GB , binary']],
    ['3,5 ГБ', ['3.5 GB ,']],
    ['300 Мб', ['300 MB -']],
    ['5 гб', ['5 GB -']],
    ['2,5 гигабайта', ['2.5 GB ,']],
    ['1.5gb', ['1.5 GB .']],
    ['250mb', ['250 MB -']],
    ['2.5 Gb', ['2.5 GB .']],
    ['2 gigabytes', ['2 GB -']],
    ['2 Gigabyte', ['2 GB -']],
    ['900 megabytes', ['900 MB -']],
    ['5 gigas', ['5 GB -']],
    ['5 gig left', ['5 GB -']],
    ['2,75 Gt', ['2.75 GB ,']],
    ['2,5 gigatavua', ['2.5 GB ,']],
    ['残り2.34ギガ', ['2.34 GB .']],
    ['5ギガバイト', ['5 GB -']],
    ['300メガ', ['300 MB -']],
    ['剩余500兆', ['500 MB -']],
    ['2吉字节', ['2 GB -']],
    ['3기가 남음', ['3 GB -']],
    ['500메가바이트', ['500 MB -']],
    ['2 गीगाबाइट', ['2 GB -']],
    ['1.5 जीबी', ['1.5 GB .']],
    ['5 مگابایت', ['5 MB -']],
    ['2.5 ج.ب', ['2.5 GB .']],
    ['2 غيغابايت', ['2 GB -']],
    ['3.5 ג׳יגה-בייט', ['3.5 GB .']],
    // Bare.
    ['剩余流量3.5G', ['3.5 GB . bare']],
    ['500M流量', ['500 MB - bare']],
    ['5G', ['5 GB - bare']],
    ['5G network', ['5 GB - bare']],
    ['4G LTE', ['4 GB - bare']],
    ['5g', []],
    ['5m', []],
    // In sentences.
    ['You have 6.5 GB left until 12 Dec', ['6.5 GB .']],
    ['3.5GB/10GB', ['3.5 GB .', '10 GB -']],
    ['3,5 ГБ из 15 ГБ', ['3.5 GB ,', '15 GB -']],
    ['1,5 / 3 GB', ['1.5 GB ,', '3 GB -']],
    ['1.5 of 3 GB', ['1.5 GB .', '3 GB -']],
    ['400 von 1.000 MB', ['400 MB -', '1|1000 MB -']],
    ['1 GB 200 MB', ['1 GB - and 200 MB']],
    ['1GB200MB', ['1 GB - and 200 MB']],
    ['200 MB 1 GB', ['200 MB -', '1 GB -']],
    ['1.5 GB 200 MB', ['1.5 GB .', '200 MB -']],
    ['SMS: 50, 5 GB', []],
    ['50 SMS, 5 GB', ['5 GB -']],
    ['12/12/2026 5 GB', ['5 GB -']],
    ['5 GB 9.99 €', ['5 GB -']],
    ['Data:5GB', ['5 GB -']],
    ['(10 GB)', ['10 GB -']],
    ['Plan — 5 GB', ['5 GB -']],
    ['Plan - 5 GB', ['5 GB -']],
    ["5 GB'lık", ['5 GB -']],
    ['9.99 GB', ['9.99 GB .']],
    ['10\n5 GB', ['5 GB -']],
  ])('%j is read as %j', (text, amounts) => {
    expect(found(text)).toEqual(amounts);
  });

  test.each([
    ['of a sign', ['-0.5 GB', '−2 GB', '+5 GB', '+ 5 GB', '- 2 GB', '5 GB+', '±1 GB']],
    ['of a range', ['1–3 GB', '1-3 GB', '1 - 3 GB', '5 to 10 GB', '1 bis 3 GB', '1~3 GB']],
    [
      'of a bound',
      ['< 1 GB', '>5 GB', '≈ 3 GB', 'up to 5 GB', 'less than 1 GB', 'bis zu 5 GB', 'hasta 10 GB', '不足1GB'],
    ],
    ['of a product', ['5 x 1 GB', '5×1 GB', '5 * 1 GB', '1 GB x 5']],
    [
      'of a rate',
      ['3 GB/day', '3 GB / day', '3 GB per month', '3 GB pro Tag', '2 Go par mois', '2GB/天', '1 GB al día'],
    ],
    ['of a speed', ['10 Mbps', '10 Mbit', '10 Mb/s', '5 MB/s', '1 Gbit/s', '5 MB per second', '10 Мбит/с', '5 МБ/с']],
    [
      'of a device',
      ['4 GB RAM', '8 GB memory', '128 GB storage', '8 GB of RAM', 'RAM 4 GB', 'Storage: 128 GB', '8GB内存'],
    ],
    [
      'of a longer word',
      ['A2GB7', 'v2.0 GBx', '12GBP', '2GB7', 'x5GB', '5 GB_1', '10 GB-Tarif', '5-GB', '12B', 'Gbox 5 Gbox'],
    ],
    ['of a price', ['$5 GB', '€10 GB', '5兆円']],
    [
      'that it may be a part of a number',
      ['2 75 GB', '1, 5 GB', '100 \ufffc 5 GB', '1 \ufffc 234 MB', '0812 345 678 MB'],
    ],
    ['that it is a fraction', ['1/2 GB', '3/4 GB', '½ GB']],
    ['that there is none', ['', 'GB', '20', 'five GB', 'Data left', '5 apples', '12 Gold', '5 Moments', '10 Tops']],
  ])('is not what it looks like for the reason %s', (_, texts) => {
    expect(texts.filter((text) => findAmounts(text).length > 0)).toEqual([]);
  });

  test('begins with its number and ends with its unit', () => {
    const text = 'Left: １．５ ＧＢ of 10 GB.';
    const parts = findAmounts(text).map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual(['１．５ ＧＢ', '10 GB']);
  });

  test('apart from its unit ends where its own number ends', () => {
    const text = '1,5 / 3 GB';
    expect(findAmounts(text).map(({ start, end }) => text.slice(start, end))).toEqual(['1,5', '3 GB']);
  });
});

const locales = [
  ...[
    'en',
    'en-IN',
    'de',
    'de-CH',
    'fr',
    'es',
    'it',
    'pt',
    'pt-PT',
    'nl',
    'pl',
    'cs',
    'sv',
    'da',
    'nb',
    'fi',
    'hu',
    'ro',
  ],
  ...['el', 'tr', 'ru', 'uk', 'ar', 'ar-EG', 'fa', 'he', 'hi', 'id', 'ms', 'vi', 'th', 'ja', 'ko', 'zh-CN', 'zh-TW'],
];
const units = [
  ['megabyte', 'MB'],
  ['gigabyte', 'GB'],
  ['terabyte', 'TB'],
] as const;

describe('an amount as a browser writes it', () => {
  test.each(locales)('in %s is found again', (locale) => {
    // Hebrew sets "GB" first, which is as well the end of another amount.
    const displays = locale === 'he' ? (['long'] as const) : (['short', 'long', 'narrow'] as const);
    const written = fc.record({
      hundredths: fc.integer({ min: 0, max: 999_999_999 }),
      unit: fc.constantFrom(...units),
      unitDisplay: fc.constantFrom(...displays),
    });
    fc.assert(
      fc.property(written, ({ hundredths, unit: [unit, name], unitDisplay }) => {
        const style = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 2 } as const;
        const text = new Intl.NumberFormat(locale, style).format(hundredths / 100);
        const amounts = findAmounts(text);
        expect(amounts.map((amount) => amount.unit)).toEqual([name]);
        expect(amounts[0]?.values).toContain(String(hundredths / 100));
      }),
    );
  });
});
