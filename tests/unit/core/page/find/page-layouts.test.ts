import { describe, expect, test } from 'vitest';
import { leftOn, read, recipeFor } from './page-setup.ts';

const GB = 1_000_000_000;

type Block = { title: string; label: string; value: string };
const card = ({ title, label, value }: Block) =>
  `<section><h3>${title}</h3><div><p>${label}</p><div>${value}</div></div></section>`;
const page = (...blocks: string[]) => `<header><a href="/">Home</a></header><main>${blocks.join('')}</main>`;

describe('in a table', () => {
  const table = (...rows: string[][]) =>
    `<h3>Usage</h3><table><tr><th>Plan</th><th>Used</th><th>Left</th><th>Valid until</th></tr>${rows
      .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table>`;
  const recipe = recipeFor(page(table(['Europe', '1 GB', '2 GB', '31/12/2026'])), '2 GB');

  test('row and column tell the figure', () => {
    const asia = ['Asia', '4 GB', '5 GB', '31/12/2026'];
    expect(leftOn(page(table(asia, ['Europe', '2 GB', '1.5 GB', '31/12/2026'])), recipe)).toBe(1.5 * GB);
    expect(leftOn(page(table(asia)), recipe)).toBe('changed');
  });

  test('a row that differs in one word is another', () => {
    const rows = (region: string) => page(table(['Data', '1 GB', '2 GB', region]));
    const here = recipeFor(rows('Europe'), '2 GB');
    expect(leftOn(rows('Asia'), here)).toBe('changed');
  });

  test('its date is the end', () => {
    expect(read(page(table(['Europe', '2 GB', '1 GB', '30/12/2026'])), recipe)).toMatchObject({
      parts: [{ endsAt: Date.UTC(2026, 11, 30, 23) }],
    });
  });
});

describe('cards without headings', () => {
  const block = (title: string, value: string) =>
    `<div><div>${title}</div><div><span>Used</span><span>1 GB</span></div><div><div>Left</div><div>${value}</div></div></div>`;
  const both = (first: string, second: string) => page(`<div>${first}${second}</div>`);
  const recipe = recipeFor(both(block('Europe', '2 GB'), block('Asia', '3 GB')), '2 GB');

  test('are told apart by their first words', () => {
    expect(leftOn(both(block('Asia', '3 GB'), block('Europe', '1.5 GB')), recipe)).toBe(1.5 * GB);
    expect(leftOn(both(block('Asia', '3 GB'), ''), recipe)).toBe('changed');
  });
});

describe('a number whose unit stands apart', () => {
  test('in the next line is an amount', () => {
    const body = (value: string, unit: string) =>
      page(card({ title: 'Europe', label: 'Data left', value: `<div>${value}</div><div>${unit}</div>` }));
    const recipe = recipeFor(body('2.75', 'GB'), '2.75 GB');
    expect(leftOn(body('400', 'MB'), recipe)).toBe(0.4 * GB);
    expect(leftOn(body('120', 'min'), recipe)).toBe('empty');
  });

  test('in the header of its column is an amount', () => {
    const table = (value: string) =>
      page(`<table><tr><th>Plan</th><th>Left (GB)</th></tr><tr><td>Europe</td><td>${value}</td></tr></table>`);
    expect(leftOn(table('1.5'), recipeFor(table('2.75'), '2.75'))).toBe(1.5 * GB);
  });
});
