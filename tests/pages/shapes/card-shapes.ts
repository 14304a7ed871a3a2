import type { Shape } from './shape.ts';

/* One block a card, with a heading or without. */

const english = {
  language: 'en',
  heading: 'Travel plan Europe',
  label: 'Data left',
  usedLabel: 'Data used',
  otherHeading: 'Travel plan Asia',
  foreign: ['Andere Karte', 'Verbleibend'],
  base: { text: '2.75 GB', bytes: 2_750_000_000 },
  later: { text: '840 MB', bytes: 840_000_000 },
  zero: { text: '0 GB', bytes: 0 },
  unlimited: 'Unlimited',
  accounts: ['<p>anna.k@mail.example</p>', '<p>ben.lee@mail.example</p>'],
} as const satisfies Partial<Shape>;

export const cardShapes: readonly Shape[] = [
  {
    ...english,
    name: 'big number above its label',
    label: 'remaining data',
    usedLabel: 'used data',
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-tile"><h2>${heading}</h2><div class="${skin}-big"${mark}>${amount}</div>` +
      `<div class="${skin}-small">${label}</div></section>`,
  },
  {
    ...english,
    name: 'cards without headings',
    totalText: ' of 10 GB',
    total: 10_000_000_000,
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<div class="${skin}-card"><div class="${skin}-title">${heading}</div><div class="${skin}-body">` +
      `<div><span>${label}</span></div><div><span${mark}>${amount}${totalText}</span></div></div></div>`,
  },
  {
    ...english,
    name: 'label over value with an end',
    endsAt: '2026-12-21',
    section: ({ heading, label, amount, mark, skin }) =>
      `<article class="${skin}-plan"><h3>${heading}</h3><ul><li><small>${label}</small>` +
      `<strong${mark}>${amount}</strong>` +
      '</li><li><small>Valid until</small><strong>21 December 2026</strong></li></ul></article>',
  },
  {
    ...english,
    name: 'progress bar with a text for screen readers',
    totalText: ' of 10 GB',
    total: 10_000_000_000,
    mayOmitFields: true,
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section><h3>${heading}</h3><p>${label}</p><p class="${skin}-now"${mark}>${amount}</p>` +
      `<div role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow="27" ` +
      `aria-valuetext="${plain(amount)}${totalText}"><div style="width:27%"></div></div></section>`,
  },
  {
    ...english,
    name: 'meter with a maximum',
    totalText: ' of 10 GB',
    total: 10_000_000_000,
    mayOmitFields: true,
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section class="${skin}-box"><h3>${heading}</h3>` +
      `<label for="${skin}m">${label}</label> <b${mark}>${amount}</b> ` +
      `<meter id="${skin}m" min="0" max="10" value="2.5">${plain(amount)}${totalText}</meter></section>`,
  },
  {
    ...english,
    name: 'declared shadow root',
    section: ({ heading, label, amount, mark, skin }) =>
      `<x-usage class="${skin}"><template shadowrootmode="open"><h3>${heading}</h3><div><p>${label}</p>` +
      `<p${mark}>${amount}</p></div></template></x-usage>`,
  },
  {
    ...english,
    name: 'greeting above the card',
    accounts: ['<h1>Hello Anna</h1>', '<h1>Hello Ben</h1>'],
    isGreeted: true,
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-card"><h2>${heading}</h2><p>${label}</p>` +
      `<p class="${skin}-v"${mark}>${amount}</p></section>`,
  },
  {
    ...english,
    name: 'hidden duplicate for small screens',
    section: ({ heading, label, amount, mark, skin }) =>
      `<section><h3>${heading}</h3><div class="${skin}-wide"><p>${label}</p><p${mark}>${amount}</p></div>` +
      `<div class="${skin}-narrow" style="display: none"><p>${label}</p><p>${amount}</p></div></section>`,
  },
  {
    ...english,
    name: 'duplicate for small screens that only a style sheet hides',
    section: ({ heading, label, amount, mark, skin }) =>
      `<style>.${skin}-narrow{display:none}</style>` +
      `<section><h3>${heading}</h3><div class="${skin}-wide"><p>${label}</p>` +
      `<p${mark}>${amount}</p></div><div class="${skin}-narrow"><p>${label}</p><p>${amount}</p></div></section>`,
  },
  {
    ...english,
    name: 'two lines named by their numbers',
    accounts: null,
    heading: 'Mobile 0912 345 678',
    otherHeading: 'Mobile 0987 111 222',
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-line"><h3>${heading}</h3><dl><dt>${label}</dt><dd${mark}>${amount}</dd></dl></section>`,
    extras: [
      {
        variant: 'both',
        kind: 'must',
        figure: 'later',
        blocks: (make, { otherHeading }) => make({}) + make({ heading: otherHeading, amount: '9 GB', mark: '' }),
      },
      {
        variant: 'otherAccount',
        kind: 'none',
        figure: null,
        blocks: (make) => make({ heading: 'Mobile 0900 777 888', amount: '9 GB' }),
      },
    ],
  },
];

function plain(markup: string): string {
  return markup.replace(/<[^>]*>/g, '');
}
