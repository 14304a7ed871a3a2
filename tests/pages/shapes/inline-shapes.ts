import type { Shape } from './shape.ts';

/* Label and value in one line or paragraph, and amounts that are spread over several elements. */

const english = {
  language: 'en',
  heading: 'Mobile internet',
  label: 'Remaining',
  usedLabel: 'Used',
  otherHeading: 'Roaming internet',
  foreign: ['Otra tarifa', 'Restante'],
  base: { text: '3.2 GB', bytes: 3_200_000_000 },
  later: { text: '1.05 GB', bytes: 1_050_000_000 },
  zero: { text: '0 MB', bytes: 0 },
  unlimited: 'Unlimited',
  accounts: ['<p>My number: 9123 4567</p>', '<p>My number: 9876 1204</p>'],
} as const satisfies Partial<Shape>;

/** Every character in an element of its own, as in a counter that rolls. */
const rolled = (text: string) => [...text].map((character) => `<span>${character}</span>`).join('');

export const inlineShapes: readonly Shape[] = [
  {
    ...english,
    name: 'label and value in one paragraph',
    section: ({ heading, label, amount, mark, skin }) =>
      `<div class="${skin}-box"><h4>${heading}</h4><p${mark}>${label}: <strong>${amount}</strong></p></div>`,
  },
  {
    ...english,
    name: 'German sentence with total and end',
    language: 'de',
    heading: 'Dein Datenvolumen',
    label: 'verfügbar',
    usedLabel: 'verbraucht',
    otherHeading: 'Reisepaket Schweiz',
    foreign: ['Your data', 'available'],
    base: { text: 'Noch 2,75 GB', bytes: 2_750_000_000 },
    later: { text: 'Noch 640 MB', bytes: 640_000_000 },
    zero: { text: 'Noch 0 GB', bytes: 0 },
    totalText: ' von 10 GB',
    total: 10_000_000_000,
    endsAt: '2026-12-21',
    unlimited: 'Unbegrenzt',
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section class="${skin}-s"><h3>${heading}</h3>` +
      `<p${mark}>${amount}${totalText} ${label} bis 21.12.2026</p></section>`,
  },
  {
    ...english,
    name: 'odometer of single digits',
    // A number beside another one looks the same.
    isOptional: true,
    base: { text: `${rolled('2.75')} <span>GB</span>`, bytes: 2_750_000_000 },
    later: { text: `${rolled('12.4')} <span>GB</span>`, bytes: 12_400_000_000 },
    zero: { text: `${rolled('0')} <span>GB</span>`, bytes: 0 },
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-c"><h3>${heading}</h3><p>${label}</p><div${mark}>${amount}</div></section>`,
  },
  {
    ...english,
    name: 'number and unit in two columns',
    base: { text: '<div class="n">2</div><div class="u">GB</div>', bytes: 2_000_000_000 },
    later: { text: '<div class="n">750</div><div class="u">MB</div>', bytes: 750_000_000 },
    zero: { text: '<div class="n">0</div><div class="u">MB</div>', bytes: 0 },
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-g"><h3>${heading}</h3><div class="${skin}-l">${label}</div>` +
      `<div class="${skin}-cols"${mark}>${amount}</div></section>`,
  },
  {
    ...english,
    name: 'French octets',
    language: 'fr',
    heading: 'Mon forfait',
    label: 'Il vous reste',
    usedLabel: 'Vous avez consommé',
    otherHeading: 'Option voyage',
    foreign: ['My plan', 'You have left'],
    base: { text: '2,75 Go', bytes: 2_750_000_000 },
    later: { text: '750 Mo', bytes: 750_000_000 },
    zero: { text: '0 Go', bytes: 0 },
    totalText: ' sur 10 Go',
    total: 10_000_000_000,
    endsAt: '2026-12-21',
    unlimited: 'Illimité',
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section class="${skin}-f"><h2>${heading}</h2><p>${label}</p><p><b${mark}>${amount}</b>${totalText}</p>` +
      '<p>Valable jusqu’au 21 décembre 2026</p></section>',
  },
  {
    ...english,
    name: 'an end in some days',
    base: { text: '3.2 GB', bytes: 3_200_000_000, endsAt: '2026-12-03' },
    later: { text: '1.05 GB', bytes: 1_050_000_000, endsAt: '2026-12-01' },
    zero: { text: '0 MB', bytes: 0, endsAt: '2026-12-01' },
    section: ({ heading, label, amount, mark, skin, isLater }) =>
      `<section class="${skin}-e"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}</p>` +
      `<p>Expires in ${isLater ? 3 : 5} days</p></section>`,
  },
  {
    ...english,
    name: 'used of a total alone',
    role: 'used',
    label: 'Data used',
    usedLabel: null,
    base: { text: '7.25 GB', bytes: 2_750_000_000 },
    later: { text: '9.16 GB', bytes: 840_000_000 },
    zero: { text: '10 GB', bytes: 0 },
    totalText: ' of 10 GB',
    total: 10_000_000_000,
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section class="${skin}-u"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}${totalText}</p></section>`,
    extras: [
      {
        variant: 'nowLeft',
        kind: 'none',
        figure: null,
        blocks: (make) => make({ label: 'Data left' }),
      },
    ],
  },
  {
    ...english,
    name: 'used and left side by side',
    section: ({ heading, label, amount, mark, skin, isLater }) =>
      `<section class="${skin}-d"><h3>${heading}</h3><div class="${skin}-col"><p>Used</p><p>` +
      `${isLater ? '8.95 GB' : '6.8 GB'}</p></div><div class="${skin}-col"><p>${label}</p>` +
      `<p${mark}>${amount}</p></div>` +
      `</section>`,
    usedLabel: null,
    extras: [
      {
        variant: 'swapped',
        kind: 'none',
        figure: null,
        // The left figure is hidden, the used one stays.
        blocks: (_, { heading }) =>
          `<section class="k-d"><h3>${heading}</h3><div class="k-col"><p>Used</p><p>8.95 GB</p></div></section>`,
      },
    ],
  },
];
