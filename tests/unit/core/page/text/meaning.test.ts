import { describe, expect, test } from 'vitest';
import { topicsOf } from '../../../../../utils/core/page/pick/topics.ts';
import { isGreeting, meaningsOf } from '../../../../../utils/core/page/text/meaning.ts';

const allOf = (text: string) => [...meaningsOf(text), ...topicsOf(text)];

describe('the words near a figure', () => {
  test.each([
    [
      'total',
      [
        'Total',
        'Included',
        'Gesamtvolumen',
        'totale',
        'Всего',
        'Toplam',
        '总量',
        '合計',
        '전체',
        'ทั้งหมด',
        'إجمالي',
        'Tổng',
      ],
    ],
    [
      'extra',
      [
        'Bonus data',
        'Add-on',
        'Extra',
        'Zusatzvolumen',
        'Бонус',
        'Tambahan',
        '赠送流量',
        '追加データ',
        '보너스',
        'โบนัส',
      ],
    ],
    [
      'abroad',
      ['Roaming', 'Data abroad', 'Ausland', 'étranger', 'Роуминг', 'yurt dışı', '国际漫游', '海外', '로밍', 'الدولي'],
    ],
    [
      'offer',
      [
        'Special offer',
        'Buy now',
        'Top up',
        'Angebote',
        'Comprar',
        'Купить',
        'Beli paket',
        '优惠',
        '購入',
        '구매',
        'ซื้อ',
      ],
    ],
    [
      'unlimited',
      [
        'Unlimited',
        'unbegrenzt',
        'illimité',
        'ilimitados',
        'безлимит',
        'sınırsız',
        '不限量',
        '無制限',
        '무제한',
        'ไม่จำกัด',
        '∞',
      ],
    ],
    [
      'until',
      [
        'Valid until',
        'Expires',
        'gültig bis',
        'Vence',
        'scade',
        'действует до',
        'berlaku hingga',
        '有效期',
        '期限',
        '만료일',
        'หมดอายุ',
      ],
    ],
    [
      'daily',
      [
        'Daily data',
        'today',
        'täglich',
        'par jour',
        'hoy',
        'сегодня',
        'harian',
        '今日',
        '每天',
        '本日',
        '오늘',
        'รายวัน',
      ],
    ],
    ['voice', ['Minutes', 'Calls and SMS', 'Minuten', 'llamadas', 'звонки', 'menit', '语音', '通話', '통화', 'นาที']],
  ] as const)('say %s', (meaning, texts) => {
    expect(texts.filter((text) => !allOf(text).includes(meaning))).toEqual([]);
  });

  test.each([
    'My plan',
    'Internet',
    'Mein Konto',
    'Мой тариф',
    '我的套餐',
    'マイページ',
    '2.75 GB',
    'Data',
    'Home',
    'WLAN',
    'Paketim',
  ])('say nothing in %j', (text) => {
    expect(allOf(text)).toEqual([]);
  });
});

describe('a greeting', () => {
  test.each([
    ...[
      'Hello, Anna',
      'Hi Anna!',
      'Good evening Anna',
      'Welcome back, Anna',
      'Hallo Anna',
      'Guten Tag',
      'Bonjour Anna',
    ],
    ...[
      'Hola, Anna',
      'Buongiorno',
      'Olá Anna',
      'Goedemorgen',
      'Dzień dobry',
      'Dobrý den',
      'Hej Anna',
      'Hei',
      'Szia',
      'Γεια σου',
    ],
    ...[
      'Merhaba',
      'Здравствуйте, Анна',
      'Доброго дня',
      'مرحبا',
      'سلام',
      'שלום',
      'नमस्ते',
      'Halo Budi',
      'Selamat pagi',
      'Xin chào',
    ],
    ...['สวัสดี', 'こんにちは', '안녕하세요', '您好', '下午好，小王', '歡迎'],
  ])('is %j', (text) => {
    expect(isGreeting(text)).toBe(true);
  });

  test.each(['Hi-speed data', 'Hey, you have 2 GB left', 'Data left', 'Anna', '套餐', 'History', 'Highlights'])(
    'is not %j',
    (text) => {
      expect(isGreeting(text)).toBe(false);
    },
  );
});
