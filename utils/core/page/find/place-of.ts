import { closest, type PageNode } from '../page-tree.ts';
import type { Place } from '../recipe.ts';
import { meaningsOf } from '../text/meaning.ts';
import { normalText } from '../text/normal-text.ts';
import { type Headings, headingsOf } from './headings.ts';
import { type Nearby, nearbyOf } from './nearby.ts';
import { numberAlone, type PageText, pageAround, type TextRun } from './page-text.ts';
import {
  figureShape,
  hasFigure,
  hasWords,
  identifierTexts,
  labelShape,
  nameShape,
  namesIn,
  namesOfTitle,
  tailShape,
} from './shapes.ts';

/** What stands around a run of text, as the page writes it. */
export type Surroundings = Nearby & {
  headings: readonly string[];
  /** The nearest one that is marked as such. */
  title: string;
  /** The element that the nearest heading titles. */
  block: PageNode | null;
};

/** Places of one page, each worked out once for a run. What is nearby costs little: it needs no headings. */
export type Places = {
  text: (runIndex: number) => string;
  wordsNearby: (runIndex: number) => Nearby;
  shapesNearby: (runIndex: number) => { before: string; column: string };
  surroundings: (runIndex: number) => Surroundings;
  /** `identifiers` are the texts themselves. */
  of: (runIndex: number, position: number) => Place;
};

export function placesOf(page: PageText): Places {
  const headings = headingsOf(page);
  const views = new Map<number, { page: PageText; index: number; headings: Headings }>();
  const near = new Map<number, Nearby>();
  const shapes = new Map<number, { before: string; column: string }>();
  const all = new Map<number, Surroundings>();
  const places = new Map<number, Omit<Place, 'position'>>();
  const around = (index: number) =>
    once(views, index, () => {
      const own = pageAround(index, page);
      return { ...own, headings: own.page === page ? headings : headingsOf(own.page) };
    });
  const nearby = (index: number) =>
    once(near, index, () => {
      const own = around(index);
      return nearbyOf(own.index, own.page);
    });
  const surroundings = (index: number) =>
    once(all, index, () => {
      const own = around(index);
      const above = own.headings.above(own.index);
      return {
        ...nearby(index),
        headings: above.headings.map(({ text }) => text),
        title: above.headings.find(({ isLead }) => !isLead)?.text ?? '',
        block: above.block,
      };
    });
  const of = (index: number, position: number) => ({
    ...once(places, index, () => toPlace(around(index), surroundings(index))),
    position,
  });
  const shapesNearby = (index: number) =>
    once(shapes, index, () => {
      const { before, column } = nearby(index);
      return { before: labelShape(before), column: nameShape(column) };
    });
  const text = (index: number) => page.runs[index]?.text ?? '';
  return { text, wordsNearby: nearby, shapesNearby, surroundings, of };
}

function once<T>(known: Map<number, T>, index: number, make: () => T): T {
  const found = known.get(index) ?? make();
  known.set(index, found);
  return found;
}

function toPlace({ index, page }: ReturnType<typeof pageAround>, around: Surroundings): Omit<Place, 'position'> {
  const run = page.runs[index];
  const text = run?.text ?? '';
  const { before, after, column, headings, title, block } = around;
  return {
    shape: figureShape(text),
    before: labelShape(before),
    after: tailShape(after),
    column: nameShape(column),
    headings: headings.map(nameShape),
    ids: run ? idsOf(run, index, page) : [],
    identifiers: [
      ...new Set([
        ...[text, before, column].flatMap(identifierTexts),
        ...headings.flatMap(namesIn),
        ...[title, column === '' ? '' : before].flatMap(namesOfTitle),
        ...linesIn(block, page),
        ...nameBelow(index, block, page),
      ]),
    ],
  };
}

/** Of a card alone: larger blocks have several. */
const maxRunsOfCard = 20;
const shortestLine = 7;
const maxNameLength = 40;
const isControl = ({ tag, attributes }: PageNode) => ['a', 'button'].includes(tag) || attributes.role === 'button';

/** Numbers of a line or a SIM anywhere on the card. */
function linesIn(block: PageNode | null, page: PageText): string[] {
  const [from, to] = block ? page.rangeOf(block) : [0, 0];
  if (to - from > maxRunsOfCard) return [];
  const texts = page.runs.slice(from, to).flatMap(({ text }) => identifierTexts(text));
  return texts.filter((text) => text.length >= shortestLine && !text.includes('@'));
}

/** What may be the name of a card stands below its figure, as the only words there that are of no other figure. */
function nameBelow(index: number, block: PageNode | null, { runs, rangeOf }: PageText): string[] {
  const [from, to] = block ? rangeOf(block) : [0, 0];
  if (to - from > maxRunsOfCard) return [];
  const below = runs.slice(index + 1, to);
  const [only, ...others] = below.flatMap(({ text, block: own }, at) => {
    const [before = '', after = ''] = [below[at - 1]?.text, below[at + 1]?.text];
    const isOfFigure = hasFigure(before) || numberAlone.test(before) || /\p{Nd}/u.test(text + after);
    // "Updated just now" is no name.
    const mayBeName = text.length <= maxNameLength && hasWords(text) && !/(?:^|\s)\p{Ll}/u.test(text);
    const isName = mayBeName && !isOfFigure && meaningsOf(text).size === 0;
    // What follows the figure at once is compared as such.
    return at > 0 && isName && closest(own, isControl) === null ? [text] : [];
  });
  return only === undefined || others.length > 0 ? [] : [normalText(only)];
}

const idAttributes = ['id', 'data-testid', 'data-test', 'data-qa', 'itemprop', 'name'] as const;
/** Words joined by hyphens or underlines, or in camel case: no digits, as generated names have. */
const madeByPeople = /^[a-z]{2,}([-_:.]?[A-Za-z]{2,})*$/;

/** Of the element with its first words, and those around it that hold this text alone. */
function idsOf({ block, parts }: TextRun, index: number, page: PageText): string[] {
  const ids: string[] = [];
  let isWithinLine = true;
  for (let node: PageNode | null = parts[0]?.node ?? block; node; node = node.parent) {
    isWithinLine &&= node !== block;
    const [from, to] = page.rangeOf(node);
    if (!isWithinLine && (from !== index || to !== index + 1)) break;
    for (const name of idAttributes) {
      const id = node.attributes[name];
      if (id !== undefined && id.length <= 60 && madeByPeople.test(id)) ids.push(id);
    }
  }
  return ids;
}
