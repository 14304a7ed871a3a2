import { describe, expect, test } from 'vitest';
import { leftOn, read, recipeFor } from './page-setup.ts';

/* Pages that differ in one word, which alone says that the figure is another one. */

const GB = 1_000_000_000;

type Page = (word: string, value: string) => string;
const main = (body: string) => `<header><nav><a href="/">Home</a></nav></header><main>${body}</main>`;
const left = (value: string) => `<p>Data left</p><p>${value}</p>`;

const pager: Page = (word, value) =>
  main(`<h1>Usage</h1><div><button>‹</button><span>${word}</span><button>›</button></div><div>${left(value)}</div>`);
const line: Page = (word, value) => main(`<h2>Usage</h2><p>${word}</p>${left(value)}`);
const heading: Page = (word, value) => main(`<h2>${word}</h2>${left(value)}`);
const below: Page = (word, value) => main(`<h2>Usage</h2>${left(value)}<p>${word}</p>`);
const card: Page = (word, value) =>
  main(`<article><h3>My eSIM</h3>${left(value)}<button>Top up</button><div>${word}</div></article>`);
const title: Page = (word, value) => main(`<article><h3>${word}</h3>${left(value)}</article>`);
const row: Page = (word, value) =>
  main(`<table><tr><th>Pack</th><th>Left</th></tr><tr><td>${word}</td><td>${value}</td></tr></table>`);
const icon: Page = (word, value) => main(`<ul><li><i aria-label="${word}"></i><div>${value}</div></li></ul>`);
const menu: Page = (word, value) => `<header><button aria-haspopup="menu">${word}</button></header>${line('', value)}`;
const states: Page = (word, value) => {
  const button = (name: string) => `<button data-state="${name === word ? 'active' : 'inactive'}">${name}</button>`;
  return main(`<div>${button('SIM A')}${button('SIM B')}</div>${left(value)}`);
};
const chips: Page = (word, value) => {
  const chip = (name: string) => `<span class="chip ${name === word ? 'selected' : ''}">${name}</span>`;
  return main(`<div>${chip('SIM A')}${chip('SIM B')}</div>${left(value)}`);
};
const grid: Page = (word, value) => {
  const cells = (texts: string[]) => `<div>${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
  return main(`<h2>Plans</h2><div>${cells(['Plan', ...word.split(' ')])}${cells(['Europe', '5 GB', value])}</div>`);
};
const group: Page = (word, value) => {
  const rows = `<tr><td rowspan="2">${word}</td><td>Main</td><td>7 GB</td></tr><tr><td>Bonus</td><td>${value}</td></tr>`;
  return main(`<table><tr><th>Line</th><th>Kind</th><th>Left</th></tr>${rows}</table>`);
};
/** The word says which of two is chosen that have the same name. */
const twins =
  (tag: string, all: (choices: string) => string, state: string): Page =>
  (word, value) => {
    const choices = ['first', 'second'].map((which, index) => {
      return `<${tag} value="${index}" ${which === word ? state : ''}>SIM A</${tag}>`;
    });
    return main(all(choices.join('')) + left(value));
  };
const options = twins('option', (choices) => `<select>${choices}</select>`, 'selected');
const tabs = twins('button', (choices) => `<div>${choices}</div>`, 'aria-selected="true"');
const items = twins('li', (choices) => `<ul>${choices}</ul>`, 'class="active"');

const cases: [string, Page, string, string][] = [
  ['the day on a pager, in words', pager, 'Today', 'Yesterday'],
  ['the day on a pager, in German', pager, 'Heute', 'Gestern'],
  ['the day on a pager', pager, '29 Nov', '28 Nov'],
  ['the day on a pager, in digits', pager, '29/11/2026', '28/11/2026'],
  ['the week on a pager', pager, 'Week 48', 'Week 47'],
  ['the month on a pager', pager, 'November', 'October'],
  ['the month on a pager, in digits', pager, '11/2026', '10/2026'],
  ['the month on a pager, in Chinese', pager, '11月', '10月'],
  ['the year of a month', pager, '11/2026', '11/2025'],
  ['the days on a pager, without a year', pager, '1 – 30 Nov', '1 – 31 Oct'],
  ['the days on a pager, in digits', pager, '01.11. – 30.11.', '01.10. – 31.10.'],
  ['the days on a pager, the month first', pager, 'Nov 1–30', 'Oct 1–31'],
  ['the days of a heading, without a year', heading, '1 – 30 Nov', '1 – 31 Oct'],
  ['the days of a heading, in French', heading, 'du 1 au 30 novembre', 'du 1 au 31 octobre'],
  ['the days of a heading, with the turn of a year', heading, '16 Nov – 15 Dec', '16 Oct – 15 Nov'],
  ['the days below a figure', below, '1 – 30 Nov', '1 – 31 Oct'],
  ['the day that a card is called by', heading, '12 Nov 2026', '20 Nov 2026'],
  ['the line above a figure', line, 'Germany', 'France'],
  ['which of several cards it is', line, '1 / 2', '2 / 2'],
  ['the only line below a figure', card, 'Germany', 'France'],
  ['the price of a pack', title, 'Pack € 5.00', 'Pack € 9.00'],
  ['the price of a pack, in thousands', title, 'Paket Rp 50.000', 'Paket Rp 100.000'],
  ['the year of an offer', title, 'Summer 2025', 'Summer 2026'],
  ['the price of a row', row, 'Rp 50.000', 'Rp 100.000'],
  ['the day of a row', row, '12 Oct 2026', '20 Nov 2026'],
  ['the first cell of rows that go together', group, 'Anna', 'Ben'],
  ['the name of an icon', icon, 'Data', 'Roaming'],
  ['the headers of a row that is no table’s', grid, 'Used Left', 'Left Used'],
  ['which of two options of one name is chosen', options, 'first', 'second'],
  ['which of two tabs of one name is chosen', tabs, 'first', 'second'],
  ['which of two items of one name is chosen', items, 'first', 'second'],
  ['which of two words is styled as chosen', chips, 'SIM A', 'SIM B'],
  ['which of two buttons is in the state of a chosen one', states, 'SIM A', 'SIM B'],
  ['the name on the button of a menu', menu, 'SIM A', 'SIM B'],
];

describe('it is another figure by', () => {
  test.each(cases)('%s', (_, page, now, later) => {
    const recipe = recipeFor(page(now, '2 GB'), '2 GB');
    expect(leftOn(page(now, '1 GB'), recipe)).toBe(GB);
    expect(leftOn(page(later, '3 GB'), recipe)).toBeTypeOf('string');
  });
});

describe('a pager', () => {
  test.each([
    ['November', 'December'],
    ['1 – 30 Nov', '1 – 31 Dec'],
  ])('moves on with the month: %s, %s', (november, december) => {
    const recipe = recipeFor(pager(november, '2 GB'), '2 GB');
    const now = Date.UTC(2026, 11, 2, 9);
    expect(read(pager(december, '5 GB'), recipe, { now })).toMatchObject({ kind: 'read' });
    expect(read(pager(november, '2 GB'), recipe, { now })).toEqual({ kind: 'unread', reason: 'elsewhere' });
  });

  test('of tabs is at the chosen one', () => {
    const page = (value: string) =>
      main(`<div><button aria-selected="true">November</button><button>October</button></div>${left(value)}`);
    expect(leftOn(page('1 GB'), recipeFor(page('2 GB'), '2 GB'))).toBe(GB);
  });
});

describe('of twins of which one has an id', () => {
  const page = (one: string, other: string) => main(`<h3>Data</h3><div>${one}</div><div>${other}</div>`);
  const named = (value: string) => `<p>Data left</p><p id="bonus-balance">${value}</p>`;

  test('the other is not told as that one', () => {
    const recipe = recipeFor(page(left('3 GB'), named('2 GB')), '2 GB');
    expect(leftOn(page(left('3 GB'), named('1 GB')), recipe)).toBe(GB);
    expect(leftOn(page(left('3 GB'), ''), recipe)).toBe('changed');
  });

  test('that one is not told as the other', () => {
    const recipe = recipeFor(page(left('2 GB'), named('3 GB')), '2 GB');
    expect(leftOn(page(left('1 GB'), named('3 GB')), recipe)).toBe(GB);
    expect(leftOn(page('', named('3 GB')), recipe)).toBe('changed');
  });
});

describe('what a gauge says aloud', () => {
  const gauge = (spoken: string, inner = '') => `<div role="meter" aria-valuetext="${spoken}">${inner}</div>`;
  const beside = (spoken: string, shown: string) => main(`<h3>Europe</h3><div><p>${shown}</p>${gauge(spoken)}</div>`);

  test.each([
    ['2 GB left', '2 GB'],
    ['2 GB of 10 GB', '2 GB left'],
    ['8 GB of 10 GB', '2 GB left'],
  ])('is nothing to what it shows beside it: %s, %s', (spoken, shown) => {
    const recipe = recipeFor(beside(spoken, shown), '2 GB');
    expect(leftOn(beside(spoken, shown.replace('2', '1')), recipe)).toBe(GB);
    expect(leftOn(beside(spoken.replace('2', '1'), shown), recipe)).toBe(2 * GB);
  });

  test('is not told once it shows a figure, in it or beside it', () => {
    const alone = main(`<h3>Europe</h3><div><p>Data</p>${gauge('2 GB left')}</div>`);
    const recipe = recipeFor(alone, '2 GB');
    expect(leftOn(alone.replace('2 GB', '1 GB'), recipe)).toBe(GB);
    expect(leftOn(alone.replace('Data', '1 GB'), recipe)).toBe('changed');
    expect(leftOn(alone.replace('left"></div>', 'left"><b>1 GB left</b></div>'), recipe)).toBe('changed');
  });
});

describe('a number that is written otherwise than before', () => {
  const page = (value: string) => main(`<h3>Europe</h3>${left(value)}`);
  const recipe = recipeFor(page('2,75 GB'), '2,75 GB');

  test.each([
    ['1.234 GB', 'unclear-number'],
    ['1,234 GB', 1.234 * GB],
    ['1.234 MB', 1.234 * GB],
  ])('%s', (written, told) => {
    expect(leftOn(page(written), recipe)).toBe(told);
  });
});
