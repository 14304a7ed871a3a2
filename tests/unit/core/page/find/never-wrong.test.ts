import { describe, expect, test } from 'vitest';
import { address, draftOf, leftOn, read, recipeFor, treeOf } from './page-setup.ts';

/* Pages on which a careless reader tells a figure that is not the card's. Each: what was picked, then the page later. */

const GB = 1_000_000_000;

type Case = { what: string; base: string; picked: string; later: string };

const tile = (title: string, value: string) =>
  `<main><div class="card"><div>${title}</div><div><div>Data left</div><div>${value}</div></div></div></main>`;
const headed = (heading: string, value: string) => `<main><h3>${heading}</h3><p>Data left</p><p>${value}</p></main>`;
const option = (name: string, value: string) =>
  `<select><option selected>${name}</option></select>${headed('Europe', value)}`;

const others: Case[] = [
  {
    what: 'another quota in the same words',
    base: '<h2>Kuota saya</h2><p>Sisa kuota utama: 2 GB</p>',
    picked: '2 GB',
    later: '<h2>Kuota saya</h2><p>Sisa kuota YouTube: 1 GB</p>',
  },
  {
    what: 'the total beside a figure that is not drawn',
    base: '<h2>Tarif</h2><p><b>2 GB</b> von 10 GB übrig</p>',
    picked: '2 GB',
    later: '<h2>Tarif</h2><p><b>--</b> von 10 GB übrig</p>',
  },
  {
    what: 'a label after the figure that is another',
    base: '<h2>Balance</h2><div><div>2 GB</div><div>Main quota</div></div>',
    picked: '2 GB',
    later: '<h2>Balance</h2><div><div>3 GB</div><div>Night quota</div></div>',
  },
  {
    what: 'a card without headings, with its label below',
    base: '<main><div><div>Europe</div><div><div>2 GB</div><div>left</div></div></div></main>',
    picked: '2 GB',
    later: '<main><div><div>Asia</div><div><div>3 GB</div><div>left</div></div></div></main>',
  },
  {
    what: 'a title with the size of the plan',
    base: tile('Europe 3 GB', '2 GB'),
    picked: '2 GB',
    later: tile('Asia 3 GB', '3 GB'),
  },
  {
    what: 'plans named by sizes with decimals',
    base: headed('Europe 1.5 GB', '1 GB'),
    picked: '1 GB',
    later: headed('Europe 2.5 GB', '2 GB'),
  },
  {
    what: 'cards named by a code',
    base: headed('eSIM ES00012', '1 GB'),
    picked: '1 GB',
    later: headed('eSIM ES00013', '2 GB'),
  },
  { what: 'cards named by a flag', base: tile('🇩🇪', '1 GB'), picked: '1 GB', later: tile('🇫🇷', '2 GB') },
  {
    what: 'cards named by a picture',
    base: tile('<img alt="Germany">', '1 GB'),
    picked: '1 GB',
    later: tile('<img alt="France">', '2 GB'),
  },
  {
    what: 'unlimited calls',
    base: '<h3>My plan</h3><p>2 GB</p>',
    picked: '2 GB',
    later: '<h3>My plan</h3><p>Unlimited calls and SMS</p>',
  },
  {
    what: 'columns that changed places, under headers in ordinary cells',
    base: '<table><tr><td>Plan<td>Used<td>Left</tr><tr><td>A<td>1 GB<td>2 GB</tr></table>',
    picked: '2 GB',
    later: '<table><tr><td>Plan<td>Left<td>Used</tr><tr><td>A<td>-<td>2 GB</tr></table>',
  },
  {
    what: 'columns of a grid that changed places',
    base: '<h3>Plan</h3><div><div>Left</div><div>Used</div></div><div><div>2 GB</div><div>1 GB</div></div>',
    picked: '2 GB',
    later: '<h3>Plan</h3><div><div>Used</div><div>Left</div></div><div><div>1 GB</div><div>-</div></div>',
  },
  { what: 'another chosen line', base: option('SIM A', '1 GB'), picked: '1 GB', later: option('SIM B', '2 GB') },
  {
    what: 'another line on the button of a list',
    base: `<button aria-haspopup="listbox">SIM A</button>${headed('Europe', '1 GB')}`,
    picked: '1 GB',
    later: `<button aria-haspopup="listbox">SIM B</button>${headed('Europe', '2 GB')}`,
  },
  {
    what: 'another month',
    base: headed('Usage November 2026', '1 GB'),
    picked: '1 GB',
    later: headed('Usage October 2026', '2 GB'),
  },
  {
    what: 'another period',
    base: headed('1 Nov – 30 Nov 2026', '1 GB'),
    picked: '1 GB',
    later: headed('1 Oct – 31 Oct 2026', '2 GB'),
  },
  {
    what: 'one that is left of a list of lines',
    base: '<p>Kuota Utama: 2 GB<br>Kuota Malam: 3 GB</p>',
    picked: '2 GB',
    later: '<p>Kuota Malam: 3 GB</p>',
  },
  {
    what: 'twins of which one has other words after it',
    base: '<h3>Europe</h3><p>Data left</p><p>2 GB</p>',
    picked: '2 GB',
    later: '<h3>Europe</h3><p>Data left</p><p>9 GB</p><p>Data left</p><p>1 GB</p>',
  },
  {
    what: 'the rest of a number in two blocks',
    base: headed('Europe', '2 GB'),
    picked: '2 GB',
    later: '<main><h3>Europe</h3><p>Data left</p><div><div>12</div><div>.75 GB</div></div></main>',
  },
  {
    what: 'the hotline that is on everybody’s page',
    base: `<header><p>Hotline 0800 123 4567</p><p>Hello, Anna</p></header>${headed('Europe', '1 GB')}`,
    picked: '1 GB',
    later: `<header><p>Hotline 0800 123 4567</p><p>Hello, Ben</p></header>${headed('Europe', '2 GB')}`,
  },
  {
    what: 'a namesake',
    base: `<h1>Hello Anna Maria Lopez</h1>${headed('Europe', '1 GB')}`,
    picked: '1 GB',
    later: `<h1>Hello Eva Maria Lopez</h1>${headed('Europe', '2 GB')}`,
  },
  {
    what: 'a line that is first among those listed',
    base: `<header><p>Your line: 0812-3456-7890</p><ul><li>0812-3456-7890</li><li>0812-9999-0000</li></ul></header>${headed('Europe', '1 GB')}`,
    picked: '1 GB',
    later: `<header><p>Your line: 0812-9999-0000</p><ul><li>0812-3456-7890</li><li>0812-9999-0000</li></ul></header>${headed('Europe', '2 GB')}`,
  },
  {
    what: 'one of two lines in the same words',
    base: '<main><h1>Account</h1><ul><li>Europe: Data left 6 GB</li></ul></main>',
    picked: '6 GB',
    later: '<main><h1>Account</h1><ul><li>Europe: Data left 5 GB</li><li>Europe: Data left 1 GB</li></ul></main>',
  },
  {
    what: 'an account that is elsewhere on the page now',
    base: `<header>Number 0812-3456-7890</header>${headed('Europe', '1 GB')}`,
    picked: '1 GB',
    later: `<header>Number 0812-9999-0000</header>${headed('Europe', '2 GB')}<ul><li>Call 0812-3456-7890</li></ul>`,
  },
  {
    what: 'an amount with more than a rest',
    base: headed('Europe', '2 GB'),
    picked: '2 GB',
    later: headed('Europe', '1 GB 1200 MB'),
  },
  {
    what: 'the sum of two figures that stand side by side',
    base: headed('Europe', '<span><b>5</b> GB</span>'),
    picked: '5 GB',
    later: headed('Europe', '<span><b>1</b> GB</span> <span><b>200</b> MB</span>'),
  },
];

describe('not taken for the figure is', () => {
  test.each(others)('$what', ({ base, picked, later }) => {
    const recipe = recipeFor(base, picked);
    expect(typeof leftOn(base, recipe), 'the page itself is read').toBe('number');
    expect(leftOn(later, recipe)).toBeTypeOf('string');
    expect(leftOn(later, recipe)).not.toBe('unlimited');
  });

  test.each(['sid=2', 'ref=B', 'code=FR', 'token=x'])('a page at another address: ?%s', (query) => {
    const recipe = recipeFor(headed('Europe', '1 GB'), '1 GB');
    for (const url of [`${address}?${query}`, `${address}#${query}`]) {
      expect(read(headed('Europe', '2 GB'), recipe, { url })).toEqual({ kind: 'unread', reason: 'elsewhere' });
    }
  });
});

describe('a number of today', () => {
  const both = (one: string, other: string) =>
    `<main><h3>Europe</h3><p>Data left</p><p>${one}</p><p>Bonus</p><p>${other}</p></main>`;

  test('is not read by what the page proved once and denies now', () => {
    const recipe = recipeFor(both('2,75 GB', '1,5 GB'), '2,75 GB');
    expect(leftOn(both('1.234 GB', '1.5 GB'), recipe)).toBe(1.234 * GB);
    expect(leftOn(both('1.234 GB', '1,5 GB'), recipe)).toBe(1234 * GB);
  });

  test('is read alike in wide digits', () => {
    const recipe = recipeFor(both('2.75 GB', '1.5 GB'), '2.75 GB');
    expect(leftOn(both('１．２３４ＧＢ', '1.5 GB'), recipe)).toBe(1.234 * GB);
  });

  test('is not told where the page proves both', () => {
    const recipe = recipeFor(both('2,75 GB', '1,5 GB'), '2,75 GB');
    expect(leftOn(`${both('1.234 GB', '1.5 GB')}<p>2,5 GB</p>`, recipe)).toBe('unclear-number');
  });
});

describe('no total is', () => {
  test.each([
    ['what is left beside what is used', '<h3>Plan</h3><p>3 GB left, 7 GB used</p>', '3 GB'],
    ['what is left for the night', '<h3>Plan</h3><p>2 GB left (night: 5 GB)</p>', '2 GB'],
  ])('%s', (_, body, picked) => {
    expect(draftOf(treeOf(body), picked).isTotalLikely).toBe(false);
  });
});

describe('nobody is named by', () => {
  test.each([
    ['the seller’s own mail', '<header>help@carrier.example</header>'],
    ['a number to call', '<header><a href="tel:08001234567">0800 123 4567</a></header>'],
    ['the footer', '<footer>Reg. no 12345678</footer>'],
    ['a welcome without a name', '<h1>Welcome back</h1>'],
    ['the seller’s name', '<h1>Hi! Welcome to My Carrier</h1>'],
    ['the time of the day', '<h1>Good morning</h1>'],
  ])('%s', (_, words) => {
    expect(draftOf(treeOf(words + headed('Europe', '1 GB')), '1 GB').accounts).toEqual([]);
  });
});
