import type { PageNode } from '../page-tree.ts';
import type { Place } from '../recipe.ts';
import { headingsOf } from './headings.ts';
import { type Nearby, nearbyOf } from './nearby.ts';
import type { PageText, TextRun } from './page-text.ts';
import { figureShape, identifierTexts, labelShape, nameShape, tailShape } from './shapes.ts';

/** What stands around a run of text, as the page writes it. */
export type Surroundings = Nearby & {
  headings: readonly string[];
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
  const near = new Map<number, Nearby>();
  const shapes = new Map<number, { before: string; column: string }>();
  const all = new Map<number, Surroundings>();
  const places = new Map<number, Omit<Place, 'position'>>();
  const nearby = (index: number) => once(near, index, () => nearbyOf(index, page));
  const surroundings = (index: number) =>
    once(all, index, () => {
      const above = headings.above(index);
      return { ...nearby(index), headings: above.headings.map(({ text }) => text), block: above.block };
    });
  const of = (index: number, position: number) => ({
    ...once(places, index, () => toPlace(index, page, surroundings(index))),
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

function toPlace(index: number, page: PageText, around: Surroundings): Omit<Place, 'position'> {
  const run = page.runs[index];
  const text = run?.text ?? '';
  const { before, after, column, headings } = around;
  return {
    shape: figureShape(text),
    before: labelShape(before),
    after: tailShape(after),
    column: nameShape(column),
    headings: headings.map(nameShape),
    ids: run ? idsOf(run, index, page) : [],
    identifiers: [
      ...new Set([...[text, before, column, ...headings].flatMap(identifierTexts), ...linesIn(around.block, page)]),
    ],
  };
}

/** Of a card alone: larger blocks have several. */
const maxRunsOfCard = 20;
const shortestLine = 7;

/** Numbers of a line or a SIM anywhere on the card. */
function linesIn(block: PageNode | null, page: PageText): string[] {
  const [from, to] = block ? page.rangeOf(block) : [0, 0];
  if (to - from > maxRunsOfCard) return [];
  const texts = page.runs.slice(from, to).flatMap(({ text }) => identifierTexts(text));
  return texts.filter((text) => text.length >= shortestLine && !text.includes('@'));
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
