import { closest, type PageNode, type PageTree } from '../page-tree.ts';
import { findAmounts } from '../text/amounts.ts';

/** The texts of one line or block as one text; `parts`: at which offset of it each text node begins. */
export type TextRun = {
  text: string;
  block: PageNode;
  parts: readonly { node: PageNode; start: number }[];
};

/**
 * The words of a page, line by line in document order; after them what its gauges show that have no words, so that these
 * come between no label and its figure. `rangeOf`: which of the runs lie within an element that begins a line, from the
 * first to the one after the last.
 */
export type PageText = { runs: readonly TextRun[]; rangeOf: (node: PageNode) => readonly [number, number] };

/** Elements within a line of text; elements of a site's own are shown as such, too. */
const inline = new Set(
  (
    'a abbr b bdi bdo big cite code data dfn em font i kbd label mark nobr output q rp rt ruby s samp small slot span ' +
    'strong sub sup time tspan textpath u var wbr'
  ).split(' '),
);
/** What the person can change is no text of the page. */
const withoutText = new Set(['select', 'option', 'textarea', 'input', 'datalist']);

const gauges = new Set(['meter', 'progress']);
const gaugeRoles = new Set(['meter', 'progressbar']);
const maxGauges = 40;

/** Stands where two numbers of different elements meet: they are no single number, and not for certain two. */
export const numberGap = '\uFFFC';

type GrowingRun = { text: string; block: PageNode; parts: { node: PageNode; start: number }[] };
type Growth = {
  runs: GrowingRun[];
  gauges: TextRun[];
  current: GrowingRun | null;
  ranges: Map<PageNode, [number, number]>;
};

export function pageTextOf({ root }: PageTree): PageText {
  const growth: Growth = { runs: [], gauges: [], current: null, ranges: new Map() };
  addBlock(root, growth);
  const { runs, gauges, ranges } = growth;
  return {
    runs: [...runs, ...gauges.slice(0, maxGauges)],
    rangeOf: (node) => ranges.get(node) ?? rangeOfInline(node, ranges),
  };
}

/** Where a run stands among the others: a gauge without words is between two of them. */
export function standingOf(index: number, { runs, rangeOf }: PageText): number {
  const block = runs[index]?.block;
  const [from, to] = block ? rangeOf(block) : [0, 1];
  return from === to ? from - 0.5 : index;
}

/** The page with a run in its place, and which of its runs that is then. */
export function pageAround(index: number, page: PageText): { page: PageText; index: number } {
  const run = page.runs[index];
  const at = Math.ceil(standingOf(index, page));
  if (!run || at === index) return { page, index };
  const within = new Set<PageNode>();
  for (let node: PageNode | null = run.block; node; node = node.parent) within.add(node);
  const rangeOf = (node: PageNode) => {
    const [from, to] = page.rangeOf(node);
    return [!within.has(node) && from >= at ? from + 1 : from, within.has(node) || from >= at ? to + 1 : to] as const;
  };
  return { page: { runs: page.runs.toSpliced(at, 0, run), rangeOf }, index: at };
}

/** The runs of the smallest element that has others beside this one; null: there are none. */
export function rowOf(runIndex: number, { runs, rangeOf }: PageText): readonly [number, number] | null {
  const row = closest(runs[runIndex]?.block ?? null, (node) => lengthOf(rangeOf(node)) > 1);
  return row && rangeOf(row);
}

export function lengthOf([from, to]: readonly [number, number]): number {
  return to - from;
}

/** Of an element within a line: what its line has. */
function rangeOfInline(node: PageNode, ranges: Growth['ranges']): readonly [number, number] {
  const above = closest(node.parent, (other) => ranges.has(other));
  return (above && ranges.get(above)) ?? [0, 0];
}

function addBlock(node: PageNode, growth: Growth): void {
  endRun(growth);
  const from = growth.runs.length;
  const spoken = node.attributes['aria-valuetext'];
  if (spoken) {
    growth.current = { text: spoken, block: node, parts: [{ node, start: 0 }] };
    endRun(growth);
  }
  // What stands in a gauge is for browsers that have none.
  if (!gauges.has(node.tag)) addChildren(node, node, growth);
  endRun(growth);
  growth.ranges.set(node, [from, growth.runs.length]);
  const shown = growth.runs.length === from ? gaugeText(node) : null;
  if (shown !== null) growth.gauges.push({ text: shown, block: node, parts: [{ node, start: 0 }] });
  joinUnits(node, from, growth);
}

const plainNumber = /^\d{0,12}(?:\.\d{1,20})?$/;

/** The name of a gauge without words and what it shows, in tenths of a percent; null: it is none, or begins above 0. */
function gaugeText({ tag, attributes, children }: PageNode): string | null {
  const own = gauges.has(tag);
  if (!own && !gaugeRoles.has(attributes.role ?? '')) return null;
  const [value = '', max = own ? '1' : '100', min = '0'] = own
    ? [attributes.value, attributes.max, attributes.min]
    : [attributes['aria-valuenow'], attributes['aria-valuemax'], attributes['aria-valuemin']];
  const name = attributes['aria-label'] ?? attributes['aria-labelledby'] ?? '';
  if (![value, max].every((number) => plainNumber.test(number)) || Number(min) !== 0 || /\p{Nd}/u.test(name))
    return null;
  const share = Number(value) / Number(max);
  const tenths = Math.round(share * 1000);
  // Most are at 0 until it is known what they have to show.
  if (!(share <= 1) || tenths === 0 || (tenths === 1000 && share < 1)) return null;
  const percent = `${tenths / 10}%`;
  // What is in it is for browsers that have none: it may be of another day.
  const inner = children
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
  return inner === '' || inner === percent ? `${name} ${percent}`.trim() : null;
}

function addChildren(node: PageNode, block: PageNode, growth: Growth): void {
  for (const child of node.children) {
    if (child.tag === '') addText(child, child.text, block, growth);
    else if (child.tag === 'br') endRun(growth);
    else if (isPicture(child)) addText(child, nameOfPicture(child), block, growth);
    else if (withoutText.has(child.tag)) continue;
    else if (isInline(child) && !holdsBlocks(child)) addChildren(child, block, growth);
    else addBlock(child, growth);
  }
}

function isInline({ tag, attributes }: PageNode): boolean {
  const isGauge = attributes['aria-valuetext'] !== undefined || gaugeRoles.has(attributes.role ?? '');
  return (inline.has(tag) || tag.includes('-')) && !isGauge;
}

/** A link, or an element of the site's own, that is a card. */
function holdsBlocks({ children }: PageNode): boolean {
  return children.some((child) => {
    if (child.tag === '' || child.tag === 'br' || child.tag === 'img' || withoutText.has(child.tag)) return false;
    return !isInline(child) || holdsBlocks(child);
  });
}

function isPicture({ tag, attributes }: PageNode): boolean {
  return tag === 'img' || ((tag === 'i' || tag === 'svg') && attributes['aria-label'] !== undefined);
}

/** A flag may be all that names a card; pictures of numbers are none of the page's. */
function nameOfPicture({ attributes }: PageNode): string {
  const name = attributes.alt ?? attributes['aria-label'] ?? '';
  return name.length <= 40 && !/\p{Nd}/u.test(name) ? name : '';
}

function addText(node: PageNode, piece: string, block: PageNode, growth: Growth): void {
  if (piece === '' || (growth.current === null && piece.trim() === '')) return;
  growth.current ??= { text: '', block, parts: [] };
  const run = growth.current;
  run.text += joint(run.text, piece);
  run.parts.push({ node, start: run.text.length });
  run.text += piece;
}

const endsInWord = /[\p{L}\p{N}]$/u;
const beginsWithWord = /^[\p{L}\p{N}]/u;
const endsInNumber = /\p{Nd}[.,٫٬'’]?\s*$/u;
const beginsWithDigit = /^\s*\p{Nd}/u;
/** Of white space: beyond it no number goes on. */
const longestGap = 80;

/** What has to stand between the texts of two elements: "Data left" and "2 GB" are three words. */
function joint(before: string, piece: string): string {
  if (before === '') return '';
  const tail = before.slice(-longestGap);
  if (beginsWithDigit.test(piece) && endsInNumber.test(tail)) return ` ${numberGap} `;
  return beginsWithWord.test(piece) && endsInWord.test(tail) ? ' ' : '';
}

function endRun(growth: Growth): void {
  const { current, runs } = growth;
  growth.current = null;
  if (current && current.text.trim() !== '') runs.push(current);
}

/** Nothing but a number, of a length that an amount may have. */
export const numberAlone = /^\s*\p{Nd}[\p{Nd}.,٫٬'’\s]{0,20}$/u;
const unitAlone = /^\s*\p{L}[\p{L}.]{0,14}\s*$/u;

/** Larger blocks have rows of their own. */
const maxRunsOfRow = 60;

/** A number and its unit in blocks of their own are one line. */
function joinUnits(block: PageNode, from: number, growth: Growth): void {
  const { runs } = growth;
  if (runs.length - from > maxRunsOfRow) return;
  for (let index = runs.length - 2; index >= from; index -= 1) {
    const [number, unit] = [runs[index], runs[index + 1]];
    if (!number || !unit || !numberAlone.test(number.text) || !unitAlone.test(unit.text)) continue;
    const [amount] = findAmounts(`${number.text.trim()} ${unit.text.trim()}`);
    if (!amount || amount.isBare) continue;
    const start = number.text.length + 1;
    const parts = [...number.parts, ...unit.parts.map((part) => ({ ...part, start: part.start + start }))];
    runs.splice(index, 2, { text: `${number.text} ${unit.text}`, block, parts });
    shiftRanges(block, index, growth);
  }
}

/** After the run behind `index` was joined to it. */
function shiftRanges(node: PageNode, index: number, growth: Growth): void {
  const [from, to] = growth.ranges.get(node) ?? [0, 0];
  if (to > index + 1) growth.ranges.set(node, [from > index ? from - 1 : from, to - 1]);
  for (const child of node.children) if (child.tag !== '') shiftRanges(child, index, growth);
}
