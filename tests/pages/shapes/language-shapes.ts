import type { Shape } from './shape.ts';

/* The same in other scripts and languages. */

const card: Shape['section'] = ({ heading, label, amount, totalText, mark, skin }) =>
  `<section class="${skin}-card"><h3>${heading}</h3><div><p class="${skin}-l">${label}</p>` +
  `<p class="${skin}-v"${mark}>${amount}${totalText}</p></div></section>`;

const others = {
  foreign: ['My plan', 'Data left'],
  accounts: ['<p>anna.k@mail.example</p>', '<p>ben.lee@mail.example</p>'],
  section: card,
} as const satisfies Partial<Shape>;

/** Heading, label, label when used, another heading, amount before, after, zero, without a limit. */
type Row = readonly [
  string,
  string,
  string,
  string,
  readonly [string, number],
  readonly [string, number],
  string,
  string,
];

const rows: Readonly<Record<string, Row>> = {
  pl: [
    'Mój pakiet',
    'Pozostało',
    'Wykorzystano',
    'Roaming',
    ['2,75 GB', 2.75e9],
    ['640 MB', 0.64e9],
    '0 GB',
    'Bez limitu',
  ],
  pt: [
    'Meu plano',
    'Restam',
    'Consumidos',
    'Pacote viagem',
    ['2,75 GB', 2.75e9],
    ['640 MB', 0.64e9],
    '0 MB',
    'Ilimitado',
  ],
  it: [
    'La tua offerta',
    'Rimanenti',
    'Consumati',
    'Estero',
    ['2,75 GB', 2.75e9],
    ['640 MB', 0.64e9],
    '0 GB',
    'Illimitati',
  ],
  nl: [
    'Mijn bundel',
    'Resterend',
    'Verbruikt',
    'Reisbundel',
    ['2,75 GB', 2.75e9],
    ['640 MB', 0.64e9],
    '0 GB',
    'Onbeperkt',
  ],
  uk: [
    'Мій пакет',
    'Залишилось',
    'Використано',
    'Роумінг',
    ['2,75 ГБ', 2.75e9],
    ['640 МБ', 0.64e9],
    '0 ГБ',
    'Безліміт',
  ],
  vi: [
    'Gói của tôi',
    'Còn lại',
    'Đã dùng',
    'Gói du lịch',
    ['2,75 GB', 2.75e9],
    ['640 MB', 0.64e9],
    '0 GB',
    'Không giới hạn',
  ],
  ko: ['내 요금제', '남은 데이터', '사용한 데이터', '로밍', ['2.75GB', 2.75e9], ['640MB', 0.64e9], '0GB', '무제한'],
  ja: ['ご契約プラン', '残り', '使用済み', '海外プラン', ['2.75ギガ', 2.75e9], ['1.2ギガ', 1.2e9], '0ギガ', '無制限'],
  'zh-Hant': ['我的方案', '剩餘數據', '已使用', '漫遊方案', ['2.75GB', 2.75e9], ['640MB', 0.64e9], '0GB', '無限'],
  hi: [
    'मेरा प्लान',
    'शेष डेटा',
    'उपयोग किया गया',
    'रोमिंग',
    ['२.७५ जीबी', 2.75e9],
    ['६४० एमबी', 0.64e9],
    '० जीबी',
    'असीमित',
  ],
};

const byLanguage: Shape[] = Object.entries(rows).map(
  ([language, [heading, label, usedLabel, otherHeading, base, later, zero, unlimited]]) => ({
    ...others,
    name: `card in ${language}`,
    language,
    heading,
    label,
    usedLabel,
    otherHeading,
    base: { text: base[0], bytes: base[1] },
    later: { text: later[0], bytes: later[1] },
    zero: { text: zero, bytes: 0 },
    unlimited,
  }),
);

const rightToLeft: Shape[] = [
  {
    ...others,
    name: 'Arabic with its own digits',
    language: 'ar',
    isRightToLeft: true,
    heading: 'باقتي',
    label: 'المتبقي',
    usedLabel: 'المستخدم',
    otherHeading: 'باقة التجوال',
    base: { text: '٢٫٧٥ جيجابايت', bytes: 2_750_000_000 },
    later: { text: '٦٤٠ ميجابايت', bytes: 640_000_000 },
    zero: { text: '٠ جيجابايت', bytes: 0 },
    totalText: ' من ١٠ جيجابايت',
    total: 10_000_000_000,
    unlimited: 'غير محدود',
  },
  {
    ...others,
    name: 'Hebrew',
    language: 'he',
    isRightToLeft: true,
    heading: 'החבילה שלי',
    label: 'נותרו',
    usedLabel: 'נוצלו',
    otherHeading: 'חבילת חו"ל',
    base: { text: '2.75 GB', bytes: 2_750_000_000 },
    later: { text: '640 MB', bytes: 640_000_000 },
    zero: { text: '0 GB', bytes: 0 },
    unlimited: 'ללא הגבלה',
  },
];

const chinese: Shape = {
  ...others,
  name: 'Chinese list with totals',
  language: 'zh-CN',
  heading: '国内通用流量',
  label: '剩余',
  usedLabel: '已用',
  otherHeading: '定向流量',
  base: { text: '3.50GB', bytes: 3_500_000_000 },
  later: { text: '812MB', bytes: 812_000_000 },
  zero: { text: '0MB', bytes: 0 },
  totalText: '共10GB',
  total: 10_000_000_000,
  endsAt: '2026-12-31',
  unlimited: '不限量',
  accounts: ['<p>手机号 138****4821</p>', '<p>手机号 159****0377</p>'],
  mayOmitFields: true,
  section: ({ heading, label, amount, totalText, mark, skin }) =>
    `<ul class="${skin}-list"><li><h3>${heading}</h3><div><em>${label}</em><b${mark}>${amount}</b></div>` +
    `<div><i>${totalText}</i></div><p>有效期至2026年12月31日</p></li></ul>`,
};

const bareGigabytes: Shape = {
  ...chinese,
  name: 'Chinese bare G and M',
  base: { text: '3.5G', bytes: 3_500_000_000 },
  later: { text: '812M', bytes: 812_000_000 },
  zero: { text: '0M', bytes: 0 },
  totalText: '共10G',
};

export const languageShapes: readonly Shape[] = [...byLanguage, ...rightToLeft, chinese, bareGigabytes];
