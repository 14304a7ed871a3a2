import { describe, expect, test } from 'vitest';
import { address, leftOn, read, recipeFor } from './page-setup.ts';

const GB = 1_000_000_000;

type Block = { title: string; label: string; value: string };
const card = ({ title, label, value }: Block) =>
  `<section><h3>${title}</h3><div><p>${label}</p><div>${value}</div></div></section>`;
const page = (...blocks: string[]) => `<header><a href="/">Home</a></header><main>${blocks.join('')}</main>`;
const europe = (value: string) => card({ title: 'Europe', label: 'Data left', value });

describe('a figure is found again', () => {
  const recipe = recipeFor(page(europe('2.75 GB')), '2.75 GB');

  test.each([
    ['with another value', page(europe('0.4 GB')), 0.4 * GB],
    ['in another unit', page(europe('400 MB')), 0.4 * GB],
    ['when nothing is left', page(europe('0 GB')), 0],
    ['behind another card', page(card({ title: 'Asia', label: 'Data left', value: '9 GB' }), europe('1 GB')), GB],
    ['deeper in the page', page(`<div><div>${europe('1 GB')}</div></div>`), GB],
    ['split over elements', page(europe('<b>1</b><sup>.5</sup> <small>GB</small>')), 1.5 * GB],
    ['beside a banner with a larger one', page('<div><h2>Get more</h2><b>10 GB</b></div>', europe('1 GB')), GB],
    ['twice, where both say the same', page(europe('1 GB'), europe('1 GB')), GB],
  ])('%s', (_, body, bytes) => {
    expect(leftOn(body, recipe)).toBe(bytes);
  });
});

describe('nothing is told', () => {
  const recipe = recipeFor(page(europe('2.75 GB')), '2.75 GB');

  test.each([
    ['where the card is another', page(card({ title: 'Asia', label: 'Data left', value: '1 GB' })), 'changed'],
    [
      'where the label means something else',
      page(card({ title: 'Europe', label: 'Data used', value: '1 GB' })),
      'changed',
    ],
    ['where the label is in other words', page(card({ title: 'Europe', label: 'Restant', value: '1 GB' })), 'changed'],
    ['where two of the same name differ', page(europe('1 GB'), europe('2 GB')), 'ambiguous'],
    ['before the page is drawn', page(europe('…')), 'empty'],
    ['where a password is asked for', `<input type="password">${page(europe('1 GB'))}`, 'signed-out'],
    ['of a plan that was added to it', page(europe('+5 GB')), 'empty'],
    ['where two numbers stand together', page(europe('<b>10</b> <b>20 GB</b>')), 'empty'],
    ['where digits may be apart', page(europe('<i>1</i><i>2</i> GB')), 'empty'],
  ])('%s', (_, body, reason) => {
    expect(leftOn(body, recipe)).toBe(reason);
  });

  test('at another address', () => {
    const elsewhere = read(page(europe('1 GB')), recipe, { url: 'https://my.carrier.example/account?card=2' });
    expect(elsewhere).toEqual({ kind: 'unread', reason: 'elsewhere' });
  });

  test('by a visit’s own parameters the address is no other', () => {
    const visited = read(page(europe('1 GB')), recipe, { url: `${address}?utm_source=mail` });
    expect(visited.kind).toBe('read');
  });
});

test('a plan without a limit is said to be one', () => {
  const recipe = recipeFor(page(europe('2.75 GB')), '2.75 GB');
  expect(leftOn(page(europe('Unlimited')), recipe)).toBe('unlimited');
  expect(leftOn(page(card({ title: 'Asia', label: 'Data left', value: 'Unlimited' })), recipe)).toBe('empty');
});

describe('what is used of a total', () => {
  const used = (value: string) => card({ title: 'Datenpass', label: 'verbraucht', value });
  const recipe = recipeFor(page(used('1,5 GB von 3 GB')), '1,5 GB');

  test('is what is left of it', () => {
    expect(read(page(used('2,25 GB von 3 GB')), recipe)).toMatchObject({
      parts: [{ balance: { kind: 'known', leftBytes: 0.75 * GB, totalBytes: 3 * GB } }],
    });
  });

  test.each([
    ['more is used than there was', '7,5 GB von 3 GB', 'unclear-number'],
    ['the total is missing', '1 GB', 'changed'],
  ])('is not known where %s', (_, value, reason) => {
    expect(leftOn(page(used(value)), recipe)).toBe(reason);
  });
});

describe('whose page it is', () => {
  const of = (account: string, value: string) =>
    `<header><nav><a href="/">Home</a></nav><p>Signed in as ${account}</p></header><main>${europe(value)}</main>`;
  const recipe = recipeFor(of('anna@mail.example', '2 GB'), '2 GB');

  test('is told by its account', () => {
    expect(leftOn(of('anna@mail.example', '1 GB'), recipe)).toBe(GB);
    expect(leftOn(of('ben@mail.example', '1 GB'), recipe)).toBe('other-account');
    expect(leftOn(page(europe('1 GB')), recipe)).toBe('other-account');
  });

  test('in other words is a changed page, not another account', () => {
    const translated = of('anna@mail.example', '1 GB').replace('Signed in as', 'Angemeldet als');
    expect(leftOn(translated, recipe)).toBe('changed');
  });

  test('stays out of the recipe', () => {
    expect(JSON.stringify(recipe).replaceAll('hash of anna@mail.example', '')).not.toContain('anna');
  });

  test('a line’s number in the heading is no other line’s', () => {
    const line = (number: string, value: string) => card({ title: `Line ${number}`, label: 'Data left', value });
    const family = (a: string, b: string) => page(line('07700 900123', a), line('07700 900456', b));
    const first = recipeFor(family('4 GB', '9 GB'), '4 GB');
    expect(leftOn(family('3 GB', '9 GB'), first)).toBe(3 * GB);
    expect(leftOn(page(line('07700 900456', '9 GB')), first)).not.toBe(9 * GB);
    expect(first.parts[0]?.figure).toMatchObject({ headings: ['line #'], identifiers: ['hash of 07700900123'] });
  });
});

describe('what is chosen on the page', () => {
  const tabs = (chosen: string, value: string) =>
    page(
      `<div role="tablist">${['SIM A', 'SIM B']
        .map((name) => `<button role="tab" aria-selected="${name === chosen}">${name}</button>`)
        .join('')}</div>${europe(value)}`,
    );

  test('is part of the place', () => {
    const recipe = recipeFor(tabs('SIM A', '2 GB'), '2 GB');
    expect(leftOn(tabs('SIM A', '1 GB'), recipe)).toBe(GB);
    expect(leftOn(tabs('SIM B', '1 GB'), recipe)).toBe('elsewhere');
  });
});

describe('of several lines the one that is shown', () => {
  const lines = ['07700 900123', '07700 900456'];
  const family = (chosen: string | undefined, value: string, list: (line: string, isChosen: boolean) => string) =>
    `<header><ul>${lines.map((line) => list(line, line === chosen)).join('')}</ul></header><main>${europe(value)}</main>`;

  test.each<[string, (line: string, isChosen: boolean) => string]>([
    ['by a class', (line, is) => `<li class="tab ${is ? 'is-active' : ''}">${line}</li>`],
    ['by a state', (line, is) => `<li><button aria-pressed="${is}">${line}</button></li>`],
    ['by a radio button', (line, is) => `<li><label><input type="radio" ${is ? 'checked' : ''}>${line}</label></li>`],
  ])('is told %s', (_, list) => {
    const recipe = recipeFor(family(lines[0], '2 GB', list), '2 GB');
    expect(leftOn(family(lines[0], '1 GB', list), recipe)).toBe(GB);
    expect(leftOn(family(lines[1], '1 GB', list), recipe)).toBe('elsewhere');
  });

  test('is told by an option', () => {
    const select = (chosen: string, value: string) =>
      `<select>${lines.map((line) => `<option ${line === chosen ? 'selected' : ''}>${line}</option>`).join('')}</select>` +
      page(europe(value));
    const recipe = recipeFor(select('07700 900123', '2 GB'), '2 GB');
    expect(leftOn(select('07700 900123', '1 GB'), recipe)).toBe(GB);
    expect(leftOn(select('07700 900456', '1 GB'), recipe)).toBe('elsewhere');
  });

  test('is not known where nothing says so: then the page names nobody', () => {
    const recipe = recipeFor(
      family(undefined, '2 GB', (line) => `<li>${line}</li>`),
      '2 GB',
    );
    expect(recipe.account).toBeNull();
  });

  test('a menu’s own links are no choice: the address tells', () => {
    const menu = (active: string) =>
      `<nav><a class="${active}" href="/account">Account</a></nav>${page(europe('2 GB'))}`;
    expect(leftOn(menu(''), recipeFor(menu('active'), '2 GB'))).toBe(2 * GB);
  });
});

test.each([
  ['有效期至2026年12月21日', '有效期至2027年1月3日'],
  ['Berlaku hingga 21 Desember 2026', 'Berlaku hingga 3 Januari 2027'],
  ['2026-12-21', '2027-01-03'],
  ['до 21.12.2026', 'до 03.01.2027'],
])('a date beside the figure may be another one: %s', (before, after) => {
  const body = (value: string, date: string) => page(`<h3>Europe</h3><p>Data left</p><p>${value}</p><p>${date}</p>`);
  expect(leftOn(body('1 GB', after), recipeFor(body('2 GB', before), '2 GB'))).toBe(GB);
});

describe('a figure of two amounts', () => {
  const recipe = recipeFor(page(europe('1 GB 200 MB')), '1 GB 200 MB', { byteUnit: 1000 });

  test.each([
    ['as it was', '1 GB 200 MB', 1.2 * GB],
    ['with nothing in the second', '1 GB 0 MB', GB],
    ['without the second', '1 GB', GB],
    ['in the smaller unit alone', '750 MB', 0.75 * GB],
    ['without a space', '2GB1MB', 2.001 * GB],
    ['with its numbers set apart', '<b>1</b> GB <b>200</b> MB', 1.2 * GB],
  ])('is read %s', (_, value, bytes) => {
    expect(leftOn(page(europe(value)), recipe)).toBe(bytes);
  });

  test('counts both in the seller’s unit', () => {
    const binary = recipeFor(page(europe('1 GB 200 MB')), '1 GB 200 MB', { byteUnit: 1024 });
    expect(leftOn(page(europe('1 GB 1023 MB')), binary)).toBe(2 ** 30 + 1023 * 2 ** 20);
    expect(leftOn(page(europe('1 GiB 200 MiB')), recipe)).toBe(2 ** 30 + 200 * 2 ** 20);
  });

  test.each([
    ['the second is more than one of the first', '1 GB 1010 MB', 'unclear-number'],
    ['the second is more than any unit', '1 GB 1200 MB', 'changed'],
    ['they are two figures', '1 GB / 200 MB', 'changed'],
    ['they are in elements of their own', '<b>1 GB</b> <b>200 MB</b>', 'empty'],
    ['the units go up', '200 MB 1 GB', 'changed'],
    ['there are three', '1 GB 200 MB 5 KB', 'empty'],
    ['their units count differently', '1 GiB 200 MB', 'empty'],
  ])('is not told where %s', (_, value, reason) => {
    expect(leftOn(page(europe(value)), recipe)).toBe(reason);
  });
});

describe('a number that can be read in two ways', () => {
  test('is read as the page’s other numbers are', () => {
    const recipe = recipeFor(page(europe('2,75 GB')), '2,75 GB');
    expect(leftOn(page(europe('1.234 MB')), recipe)).toBe(1_234_000_000);
  });

  test('is not told where nothing says how', () => {
    const recipe = recipeFor(page(europe('2 GB')), '2 GB');
    expect(leftOn(page(europe('1.234 GB')), recipe)).toBe('unclear-number');
  });
});

test('twins are told apart by what people named them, where the page did', () => {
  const named = (id: string, value: string) => europe(`<span id="${id}">${value}</span>`);
  const both = (main: string, other: string) => page(named('other-balance', other), named('main-balance', main));
  const recipe = recipeFor(both('2 GB', '8 GB'), '2 GB');
  expect(leftOn(both('1 GB', '7 GB'), recipe)).toBe(GB);
  expect(leftOn(page(named('other-balance', '7 GB')), recipe)).toBe('changed');
});
