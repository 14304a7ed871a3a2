import type { Shape } from './shape.ts';

/* Tables, lists and definition lists. */

const english = {
  language: 'en',
  heading: 'Europe 30 days',
  label: 'Data left',
  usedLabel: 'Data used',
  otherHeading: 'Asia 7 days',
  foreign: ['Europa 30 Tage', 'Restvolumen'],
  base: { text: '2.75 GB', bytes: 2_750_000_000 },
  later: { text: '0.9 GB', bytes: 900_000_000 },
  zero: { text: '0 GB', bytes: 0 },
  unlimited: 'Unlimited',
  accounts: ['<p>Account 4821-7730</p>', '<p>Account 4821-1956</p>'],
} as const satisfies Partial<Shape>;

export const tableShapes: readonly Shape[] = [
  {
    ...english,
    name: 'definition list',
    endsAt: '2026-12-21',
    total: 10_000_000_000,
    mayOmitFields: true,
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-plan"><h2>${heading}</h2><dl><dt>Data allowance</dt><dd>10 GB</dd><dt>${label}</dt>` +
      `<dd${mark}>${amount}</dd><dt>Expires</dt><dd>21 Dec 2026</dd></dl></section>`,
  },
  {
    ...english,
    name: 'table of plans',
    label: 'Left',
    usedLabel: null,
    endsAt: '2026-12-21',
    mayOmitFields: true,
    section: ({ heading, label, amount, mark, skin, isLater }) =>
      `<table class="${skin}-plans"><caption>My plans</caption><thead><tr><th>Plan</th><th>Used</th><th>${label}</th>` +
      `<th>Valid until</th></tr></thead><tbody><tr><td>${heading}</td><td>${isLater ? '4.1 GB' : '2.25 GB'}</td>` +
      `<td${mark}>${amount}</td><td>2026-12-21</td></tr><tr><td>Home zone</td><td>1 GB</td><td>19 GB</td>` +
      '<td>2027-01-31</td></tr></tbody></table>',
    extras: [
      {
        variant: 'columnsSwapped',
        kind: 'may',
        figure: 'later',
        blocks: (_, { heading, later }) =>
          '<table class="k-plans"><caption>My plans</caption><thead><tr><th>Plan</th><th>Left</th><th>Used</th>' +
          `<th>Valid until</th></tr></thead><tbody><tr><td>${heading}</td><td data-t>${later.text}</td>` +
          `<td>4.1 GB</td>` +
          '<td>2026-12-21</td></tr><tr><td>Home zone</td><td>19 GB</td><td>1 GB</td><td>2027-01-31</td></tr>' +
          '</tbody></table>',
      },
      {
        variant: 'columnLost',
        kind: 'none',
        figure: null,
        blocks: (_, { heading }) =>
          '<table class="k-plans"><caption>My plans</caption><thead><tr><th>Plan</th><th>Used</th>' +
          '<th>Valid until</th>' +
          `</tr></thead><tbody><tr><td>${heading}</td><td>4.1 GB</td><td>2026-12-21</td></tr></tbody></table>`,
      },
    ],
  },
  {
    ...english,
    name: 'row of label and value',
    section: ({ heading, label, amount, mark, skin }) =>
      `<section><h3>${heading}</h3><table class="${skin}-kv"><tr><th>Status</th><td>Active</td></tr>` +
      `<tr><th>${label}</th><td${mark}>${amount}</td></tr><tr><th>SMS left</th><td>50</td></tr></table></section>`,
  },
  {
    ...english,
    name: 'number and unit in two cells',
    base: { text: '<td>2.75</td><td>GB</td>', bytes: 2_750_000_000 },
    later: { text: '<td>900</td><td>MB</td>', bytes: 900_000_000 },
    zero: { text: '<td>0</td><td>MB</td>', bytes: 0 },
    unlimited: '<td>Unlimited</td><td></td>',
    isOptional: true,
    section: ({ heading, label, amount, mark, skin }) =>
      `<section><h3>${heading}</h3><table class="${skin}-kv"><tr${mark}><th>${label}</th>${amount}</tr>` +
      '<tr><th>SMS</th><td>50</td><td>pcs</td></tr></table></section>',
  },
  {
    ...english,
    name: 'list of quotas',
    language: 'id',
    heading: 'Kuota Utama',
    label: 'Sisa',
    usedLabel: 'Terpakai',
    otherHeading: 'Kuota Malam',
    foreign: ['Main quota', 'Left'],
    base: { text: '5,1 GB', bytes: 5_100_000_000 },
    later: { text: '780 MB', bytes: 780_000_000 },
    zero: { text: '0 MB', bytes: 0 },
    unlimited: 'Tanpa batas',
    endsAt: '2026-12-21',
    section: ({ heading, label, amount, mark, skin }) =>
      `<ul class="${skin}-quota"><li><h4>${heading}</h4><span>${label} <b${mark}>${amount}</b></span>` +
      '<em>Berlaku sampai 21 Desember 2026</em></li><li><h4>Kuota Lokal</h4><span>Sisa <b>3 GB</b></span>' +
      '<em>Berlaku sampai 5 Januari 2027</em></li></ul>',
  },
];
