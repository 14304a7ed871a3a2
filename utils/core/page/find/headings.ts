import { closest, type PageNode } from '../page-tree.ts';
import { findDates } from '../text/dates.ts';
import { isGreeting } from '../text/meaning.ts';
import { type PageText, rowOf } from './page-text.ts';
import { hasFigure, monthAlone } from './shapes.ts';

/** `level`: 1 is the page's, larger ones are of parts of it. */
type Heading = { text: string; level: number; isLead?: boolean };

/**
 * What stands above a run: the nearest first; farther ones only where they stand above it in rank. `block`: the element
 * that the nearest one titles; null: none does.
 */
type Above = { headings: readonly Heading[]; block: PageNode | null };

export type Headings = { above: (runIndex: number) => Above };

/** `above`: the nearest one before it among its siblings that ranks higher. */
type Listed = Heading & { index: number; above: Listed | null };
/** The headings among the children of an element, and where each child stands. */
type Siblings = { headings: readonly Listed[]; indexOf: (child: PageNode) => number };

/** Names of groups that stand within them. */
const groupNames = new Set(['caption', 'legend', 'summary']);
/** Of what names a group, or has no rank of its own. */
const lastLevel = 7;
const wrappers = new Set(['header', 'hgroup', 'div', 'summary', 'span', 'a', 'button']);
const maxTitleLength = 80;
/** A larger part of a page than one card with its rows. */
const maxRunsOfBlock = 40;

export function headingsOf(page: PageText): Headings {
  const known = new Map<PageNode, Siblings>();
  const among = (parent: PageNode) => {
    const siblings = known.get(parent) ?? siblingsOf(parent, page);
    known.set(parent, siblings);
    return siblings;
  };
  return { above: (runIndex) => headingsAbove(runIndex, page, among) };
}

function siblingsOf(parent: PageNode, page: PageText): Siblings {
  const headings: Listed[] = [];
  for (const [index, child] of parent.children.entries()) {
    const heading = headingIn(child, page);
    if (!heading || isGreeting(heading.text)) continue;
    let above = headings.at(-1) ?? null;
    while (above && above.level >= heading.level) above = above.above;
    headings.push({ ...heading, index, above });
  }
  const indexes = new Map(headings.length === 0 ? [] : parent.children.map((child, index) => [child, index]));
  return { headings, indexOf: (child) => indexes.get(child) ?? 0 };
}

function headingsAbove(runIndex: number, page: PageText, among: (parent: PageNode) => Siblings): Above {
  const found: Heading[] = [];
  let block: PageNode | null = null;
  const rank = () => found.at(-1)?.level ?? Number.POSITIVE_INFINITY;
  const run = page.runs[runIndex];
  // A heading may stand in the run's own block, before its text.
  const start = run?.parts[0]?.node ?? run?.block ?? null;
  const labelIndex = labelIndexOf(runIndex, page);
  for (let child = start, parent = start?.parent ?? null; child && parent; child = parent, parent = parent.parent) {
    const { headings, indexOf } = among(parent);
    const isWithoutHeading = found.length === 0;
    for (let heading = lastBefore(headings, indexOf(child)); heading; heading = heading.above) {
      if (heading.level < rank()) found.push({ text: heading.text, level: heading.level });
    }
    const lead = isWithoutHeading ? leadOf(parent, labelIndex ?? runIndex, page) : null;
    if (lead !== null) found.unshift({ text: lead, level: found[0]?.level ?? lastLevel, isLead: true });
    const name = nameOf(parent);
    if (name !== null && found.every(({ text }) => text !== name)) found.push({ text: name, level: rank() });
    if (found.length > 0) block ??= parent;
  }
  return { headings: found, block };
}

/** By halving: a page may have thousands in one element. */
function lastBefore(headings: readonly Listed[], index: number): Listed | null {
  let [from, to] = [0, headings.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((headings[middle]?.index ?? 0) < index) from = middle + 1;
    else to = middle;
  }
  return headings[from - 1] ?? null;
}

/** The run that stands before it in its row; null: it is the first there. */
function labelIndexOf(runIndex: number, page: PageText): number | null {
  const row = rowOf(runIndex, page);
  return row !== null && runIndex > row[0] ? runIndex - 1 : null;
}

/** The heading that a node is, or that it does nothing but hold. */
function headingIn(node: PageNode, page: PageText): Heading | null {
  const level = levelOf(node);
  if (level !== null) return titled(node, level, page);
  if (!wrappers.has(node.tag)) return null;
  const [from, to] = page.rangeOf(node);
  if (to - from === 0 || to - from > 6) return null;
  const inner = firstHeading(node);
  if (!inner) return null;
  // Beside it there are links and buttons, at most.
  const own = page.rangeOf(inner);
  const others = page.runs.slice(from, to).filter((_, index) => from + index < own[0] || from + index >= own[1]);
  if (figuresIn(page, from, to) || others.some(({ block }) => !isControl(block, node))) return null;
  return titled(inner, levelOf(inner) ?? lastLevel, page);
}

function firstHeading(node: PageNode): PageNode | null {
  for (const child of node.children) {
    if (levelOf(child) !== null) return child;
    const inner = child.tag === '' ? null : firstHeading(child);
    if (inner) return inner;
  }
  return null;
}

export function levelOf({ tag, attributes }: PageNode): number | null {
  const [, digit] = /^h([1-6])$/.exec(tag) ?? [];
  if (digit) return Number(digit);
  if (attributes.role === 'heading') return Number(attributes['aria-level'] ?? 2) || 2;
  return groupNames.has(tag) ? lastLevel : null;
}

function isControl(node: PageNode, within: PageNode): boolean {
  for (let above: PageNode | null = node; above && above !== within; above = above.parent) {
    if (['a', 'button', 'nav'].includes(above.tag) || above.attributes.role === 'button') return true;
  }
  return node.children.every(({ tag, text }) => ['a', 'button'].includes(tag) || (tag === '' && text.trim() === ''));
}

function titled(node: PageNode, level: number, page: PageText): Heading | null {
  const [from, to] = page.rangeOf(node);
  const text = page.runs
    .slice(from, to)
    .map((run) => run.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
  return text === '' || text.length > 2 * maxTitleLength ? null : { text, level };
}

const namedElsewhere = new Set(['body', 'main', 'header', 'footer', 'nav']);

/** The name that a section or group gives itself for those who cannot see it. */
function nameOf({ tag, attributes }: PageNode): string | null {
  const text = (attributes['aria-label'] ?? attributes['aria-labelledby'] ?? '').trim();
  return !namedElsewhere.has(tag) && text !== '' && text.length <= maxTitleLength ? text : null;
}

const maxLeadRuns = 4;

/**
 * The words above a figure in its block, as the title of a card is that is no heading: the nearest ones that are no other
 * figure nor its label. `end`: the run of its own label, or its own.
 */
function leadOf(block: PageNode, end: number, page: PageText): string | null {
  const [from, to] = page.rangeOf(block);
  if (to - from > maxRunsOfBlock || block.tag === 'body') return null;
  const words: string[] = [];
  for (let index = end - 1; index >= from && words.length < maxLeadRuns; index -= 1) {
    const run = page.runs[index];
    if (!run || isHeadingRun(run.block, block) || isOfPage(run.block)) break;
    const isOfFigure = isValue(run.text) || isLabel(index, end, page) || isOfOtherRow(run.block, block, page);
    const isMonth = monthAlone(run.text) !== null;
    const isWords =
      counter.test(run.text) || (!isOfFigure && !isMonth && (hasLetters.test(run.text) || numberedDay.test(run.text)));
    if (isWords) words.unshift(run.text.trim().slice(0, maxTitleLength));
    else if (words.length > 0) break;
  }
  return words.length === 0 ? null : words.join(' | ');
}

/** Letters, or a picture that stands for a word, as a flag does. */
const hasLetters = /\p{L}|\p{Extended_Pictographic}|\p{RI}/u;
/** Which of several cards: "1 / 2". */
const counter = /^\s*\d\s*\/\s*\d\s*$/;
const numberedDay = /\d[./-]\d{1,2}[./-]\d/;
/** "120 min", "50", "9.99 €". */
const shortValue = /^[^\p{L}]*\p{Nd}[^\p{L}]*\p{L}{0,5}\.?\s*$/u;

function isShortValue(text: string): boolean {
  return shortValue.test(text) && findDates(text).length === 0;
}

function isValue(text: string): boolean {
  return hasFigure(text) || (isShortValue(text) && !/\p{Nd}{4}/u.test(text));
}

/** Of the value in the next run, which has no words of its own. */
function isLabel(index: number, end: number, { runs }: PageText): boolean {
  const next = runs[index + 1];
  return index + 1 < end && next !== undefined && isShortValue(next.text);
}

/** Of an element of the block that has a figure of its own. */
function isOfOtherRow(node: PageNode, block: PageNode, page: PageText): boolean {
  for (let row = node; row !== block; row = row.parent ?? block) {
    const [from, to] = page.rangeOf(row);
    if (to - from > 1 && figuresIn(page, from, to)) return true;
  }
  return false;
}

/** What stands on all pages of a site titles none of them. */
function isOfPage(node: PageNode): boolean {
  const isPart = ({ tag, parent }: PageNode) => ['nav', 'header', 'footer'].includes(tag) && parent?.tag !== 'article';
  return closest(node, isPart) !== null;
}

function isHeadingRun(node: PageNode, block: PageNode): boolean {
  for (let above = node; above !== block; above = above.parent ?? block) if (levelOf(above) !== null) return true;
  return false;
}

function figuresIn({ runs }: PageText, from: number, to: number): boolean {
  return runs.slice(from, to).some(({ text }) => hasFigure(text));
}
