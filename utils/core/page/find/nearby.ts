import { closest, type PageNode } from '../page-tree.ts';
import { findAmounts } from '../text/amounts.ts';
import { levelOf } from './headings.ts';
import { lengthOf, type PageText, type TextRun } from './page-text.ts';
import { hasFigure, hasWords, identifierTexts, withoutAmounts } from './shapes.ts';

const cells = new Set(['td', 'th']);
const cellRoles = new Set(['cell', 'gridcell', 'rowheader', 'columnheader']);
const isCell = ({ tag, attributes }: PageNode) => cells.has(tag) || cellRoles.has(attributes.role ?? '');
export const isRow = ({ tag, attributes }: PageNode) => tag === 'tr' || attributes.role === 'row';
const isTable = ({ tag, attributes }: PageNode) =>
  tag === 'table' || ['table', 'grid', 'treegrid'].includes(attributes.role ?? '');

/** What stands next to a run, as the page writes it; '' for nothing. `column`: the header of its column. */
export type Nearby = { before: string; after: string; column: string };

export function nearbyOf(index: number, page: PageText): Nearby {
  const block = page.runs[index]?.block;
  if (!block) return { before: '', after: '', column: '' };
  const cell = closest(block, isCell);
  const row = cell && closest(cell, isRow);
  const table = row && closest(row, isTable);
  if (!cell || !row || !table) return neighbours(block, index, page);
  const column = columnHeader(cell, row, table, page);
  if (lengthOf(page.rangeOf(cell)) !== 1) return { ...neighbours(block, index, page), column };
  // Of most cells of a long table the column tells enough.
  let before: string | null = null;
  return {
    get before() {
      before ??= rowHeader(cell, row, page);
      return before;
    },
    after: '',
    column,
  };
}

/** The texts next to a run in the smallest element that has other words; a row of figures alone stands for each of them. */
function neighbours(block: PageNode, index: number, page: PageText): Nearby {
  let [first, end] = [index, index + 1];
  let column = '';
  for (let node: PageNode | null = block; node; node = node.parent) {
    const [from, to] = page.rangeOf(node);
    if (to - from <= end - first) continue;
    if (areFiguresAlone(page, from, to)) {
      if (column === '') column = gridHeader(node, index, page) || `${index - from + 1}/${to - from}`;
      [first, end] = [from, to];
      continue;
    }
    if (column === '' && isRowOfFigures(page, from, to)) column = gridHeader(node, index, page);
    const isOther = (run: TextRun) => isWholeLine(run) && page.runs.slice(first, end).some(isWholeLine);
    const textAt = (at: number) => {
      const run = at < from || at >= to ? undefined : page.runs[at];
      // Headings are told apart: one behind it begins another part of the page.
      const isOfOther = run && (isOther(run) || levelOf(run.block) !== null);
      return run && !isOfOther ? run.text.trim() : '';
    };
    return { before: textAt(first - 1), after: textAt(end), column };
  }
  return { before: '', after: '', column };
}

/** Larger elements are no row. */
const maxRowLength = 12;

function areFiguresAlone({ runs }: PageText, from: number, to: number): boolean {
  return to - from <= maxRowLength && runs.slice(from, to).every(isFigureAlone);
}

function isFigureAlone({ text }: TextRun): boolean {
  return !hasWords(withoutAmounts(text));
}

/** A line that says of itself what its figure is. */
function isWholeLine(run: TextRun): boolean {
  return findAmounts(run.text).length > 0 && !isFigureAlone(run);
}

/** A name and several figures. */
function isRowOfFigures({ runs }: PageText, from: number, to: number): boolean {
  const row = to - from > maxRowLength ? [] : runs.slice(from, to);
  return row.filter((run) => findAmounts(run.text).length > 0 && isFigureAlone(run)).length > 1;
}

/** Of a row of figures: the words above it, one for each of its texts; '' where there are none. */
function gridHeader(row: PageNode, index: number, page: PageText): string {
  const [start, end] = page.rangeOf(row);
  const siblings = row.parent?.children.filter(({ tag }) => tag !== '') ?? [];
  for (const above of siblings.slice(0, siblings.indexOf(row)).reverse()) {
    const [from, to] = page.rangeOf(above);
    if (to - from !== end - start) break;
    const header = page.runs.slice(from, to);
    if (header.every(({ text }) => /\p{L}/u.test(text) && findAmounts(text).length === 0)) {
      return header[index - start]?.text.trim() ?? '';
    }
  }
  return '';
}

/** In a table the other words of the row are its label: two rows may begin alike. */
function rowHeader(cell: PageNode, row: PageNode, page: PageText): string {
  const cells = [...cellsFromAbove(row), ...row.children].filter(isCell);
  const textsOf = (others: readonly PageNode[]) =>
    others
      .flatMap((other) => (other === cell ? [] : textOf(other, page)))
      .filter((text) => text !== '' && !hasFigure(text));
  const names = textsOf(cells).filter(isName);
  // Days that are left, prices and the like change.
  return (names.length > 0 ? names : textsOf(cells.slice(0, cells.indexOf(cell)))).join(' | ');
}

/** Rows that one cell may stand for. */
const maxSpan = 24;

/** The first cells of a longer row above go on through one that has fewer. */
function cellsFromAbove(row: PageNode): PageNode[] {
  const cellsOf = ({ children }: PageNode) => children.filter(isCell);
  const { length } = cellsOf(row);
  const rows = row.parent?.children ?? [];
  const index = rows.indexOf(row);
  const above = rows.slice(Math.max(0, index - maxSpan), index).map(cellsOf);
  const longer = above.findLast((cells) => cells.length > length) ?? [];
  return longer.slice(0, longer.length - length);
}

/** Words, a picture that stands for one, or a number that identifies. */
function isName(text: string): boolean {
  return /^[^\p{L}\p{Nd}]*\p{L}|\p{Extended_Pictographic}|\p{RI}/u.test(text) || identifierTexts(text).length > 0;
}

const headerRows = new WeakMap<PageNode, PageNode[]>();

/** The rows of a table that have no figures: those with header cells, if there are any. */
function headerRowsOf(table: PageNode, page: PageText): PageNode[] {
  const known = headerRows.get(table);
  if (known) return known;
  const rows = rowsOf(table);
  const marked = rows.filter((row) => row.children.filter(isCell).every(isHeaderCell));
  const isOfWords = (row: PageNode) => !/\p{Nd}/u.test(textOf(row, page));
  const found = marked.length > 0 ? marked : rows.slice(0, 1).filter(isOfWords);
  headerRows.set(table, found);
  return found;
}

function isHeaderCell({ tag, attributes }: PageNode): boolean {
  return tag === 'th' || attributes.role === 'columnheader';
}

/** The header of the last row of headers that has a cell for each column; where none has, all of them with its number. */
function columnHeader(cell: PageNode, row: PageNode, table: PageNode, page: PageText): string {
  const cells = row.children.filter(isCell);
  const column = cells.indexOf(cell);
  const headers = headerRowsOf(table, page).filter((header) => header !== row);
  const fitting = headers.findLast((header) => header.children.filter(isCell).length === cells.length);
  const found = fitting?.children.filter(isCell)[column];
  const all = headers.map((header) => textOf(header, page)).join(' ');
  return found ? textOf(found, page) : `${column + 1}/${cells.length} ${all}`.trim();
}

/** Without those of tables within it. */
function rowsOf(table: PageNode): PageNode[] {
  return table.children.flatMap((child) => {
    if (isRow(child)) return [child];
    return child.tag === '' || isTable(child) ? [] : rowsOf(child);
  });
}

function textOf(node: PageNode, page: PageText): string {
  const [from, to] = page.rangeOf(node);
  const texts = page.runs.slice(from, to).map(({ text }) => text.trim());
  return texts.join(' ');
}
