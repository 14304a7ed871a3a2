import type { Shape } from './shape.ts';

/* Pages on which another number is easily taken for the right one. */

const english = {
  language: 'en',
  heading: 'My plan',
  label: 'Data left',
  usedLabel: 'Data used',
  otherHeading: 'Travel pass',
  foreign: ['Mi plan', 'Te quedan'],
  base: { text: '2.75 GB', bytes: 2_750_000_000 },
  later: { text: '840 MB', bytes: 840_000_000 },
  zero: { text: '0 GB', bytes: 0 },
  unlimited: 'Unlimited',
  accounts: ['<p>Welcome back, <b>anna.k@mail.example</b></p>', '<p>Welcome back, <b>ben.lee@mail.example</b></p>'],
} as const satisfies Partial<Shape>;

const tabs = (chosen: 0 | 1) =>
  `<div role="tablist"><button role="tab" aria-selected="${chosen === 0}">My phone</button>` +
  `<button role="tab" aria-selected="${chosen === 1}">Tablet</button></div>`;

const options = (chosen: 0 | 1) =>
  `<select name="line"><option${chosen === 0 ? ' selected' : ''}>My phone</option>` +
  `<option${chosen === 1 ? ' selected' : ''}>Tablet</option></select>`;

export const trapShapes: readonly Shape[] = [
  {
    ...english,
    name: 'tabs of lines at one address',
    section: ({ heading, label, amount, mark, skin }) =>
      `${tabs(0)}<section role="tabpanel" class="${skin}-p"><h3>${heading}</h3><p>${label}</p>` +
      `<p${mark}>${amount}</p></section>`,
    extras: [
      {
        variant: 'otherTab',
        kind: 'none',
        figure: null,
        blocks: (make) => make({ amount: '9 GB' }).replace(tabs(0), tabs(1)),
      },
    ],
  },
  {
    ...english,
    name: 'a list of lines at one address',
    section: ({ heading, label, amount, mark, skin }) =>
      `<form>${options(0)}</form><section class="${skin}-p"><h3>${heading}</h3><p>${label}</p>` +
      `<p${mark}>${amount}</p></section>`,
    extras: [
      {
        variant: 'otherOption',
        kind: 'none',
        figure: null,
        blocks: (make) => make({ amount: '9 GB' }).replace(options(0), options(1)),
      },
    ],
  },
  {
    ...english,
    name: 'more left than the next plan has',
    base: { text: '12 GB', bytes: 12_000_000_000 },
    later: { text: '11.4 GB', bytes: 11_400_000_000 },
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-m"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}</p></section>` +
      '<section class="k-offers"><h3>Change your plan</h3><div><b>5 GB</b><span>a month</span><i>7.99</i></div>' +
      '<div><b>8 GB</b><span>a month</span><i>9.99</i></div></section>',
  },
  {
    ...english,
    name: 'bonus beside the balance',
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-b"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}</p>` +
      `<p class="${skin}-x">+5 GB bonus</p>` +
      '<p>Bonus data: 5 GB</p></section>',
  },
  {
    ...english,
    name: 'network and memory beside the balance',
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-n"><h3>${heading}</h3><p>5G network, LTE 4G</p><p>${label}</p><p${mark}>${amount}</p>` +
      '<p>Phone: 4 GB RAM, 128 GB storage</p><p>Up to 300 Mbit/s</p></section>',
  },
  {
    ...english,
    name: 'percent of a total',
    base: { text: '35 %', bytes: 3_500_000_000 },
    later: { text: '12 %', bytes: 1_200_000_000 },
    zero: { text: '0 %', bytes: 0 },
    totalText: ' of 10 GB',
    total: 10_000_000_000,
    isOptional: true,
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section class="${skin}-c"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}${totalText}</p></section>`,
  },
  {
    ...english,
    name: 'binary units',
    base: { text: '5.5 GiB', bytes: 5_905_580_032 },
    later: { text: '512 MiB', bytes: 536_870_912 },
    zero: { text: '0 MiB', bytes: 0 },
    totalText: ' of 10 GiB',
    total: 10_737_418_240,
    byteUnit: 1024,
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section class="${skin}-i"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}${totalText}</p></section>`,
  },
  {
    ...english,
    name: 'megabytes of a seller who counts in 1024',
    base: { text: '6144 MB', bytes: 6_442_450_944 },
    later: { text: '512 MB', bytes: 536_870_912 },
    zero: { text: '0 MB', bytes: 0 },
    totalText: ' of 10240 MB',
    total: 10_737_418_240,
    byteUnit: 1024,
    section: ({ heading, label, amount, totalText, mark, skin }) =>
      `<section class="${skin}-i"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}${totalText}</p></section>`,
  },
  {
    ...english,
    name: 'one dot that groups thousands',
    language: 'de',
    heading: 'Mein Tarif',
    label: 'Verbleibend',
    usedLabel: 'Verbraucht',
    otherHeading: 'Reisepaket',
    foreign: ['My plan', 'Remaining'],
    base: { text: '1.234 MB', bytes: 1_234_000_000 },
    later: { text: '1.012 MB', bytes: 1_012_000_000 },
    zero: { text: '0 MB', bytes: 0 },
    unlimited: 'Unbegrenzt',
    section: ({ heading, label, amount, mark, skin }) =>
      `<section class="${skin}-d"><h3>${heading}</h3><p>${label}</p><p${mark}>${amount}</p>` +
      `<p>Grundpreis 9,99 €</p></section>`,
  },
  {
    ...english,
    name: 'daily allowance beside the whole',
    section: ({ heading, label, amount, mark, skin, isLater }) =>
      `<section class="${skin}-y"><h3>${heading}</h3><div><p>Today</p>` +
      `<p>${isLater ? '120 MB' : '300 MB'} used</p></div>` +
      `<div><p>${label}</p><p${mark}>${amount}</p></div><div><p>Hotspot data left</p><p>1 GB</p></div></section>`,
  },
];
