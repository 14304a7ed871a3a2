import type { Place } from '../recipe.ts';
import { normalText } from '../text/normal-text.ts';
import type { Places } from './place-of.ts';
import { hasWords } from './shapes.ts';

/** Something that was found in a run: which one it is among those of its kind there, and which run. */
export type Spot = { runIndex: number; position: number };

/**
 * Whether two places are the same: all words that say whose figure it is and what it means, and who is named there. A
 * word more or less may make it another figure.
 */
function isSamePlace(found: Place, sought: Place): boolean {
  return (
    found.shape === sought.shape &&
    found.position === sought.position &&
    found.before === sought.before &&
    found.column === sought.column &&
    found.headings.join('\n') === sought.headings.join('\n') &&
    isEqualSet(found.identifiers, sought.identifiers)
  );
}

/** Whether a spot is at the sought place, its words after it too. */
export function isAtPlace(spot: Spot, sought: Place, places: Places, hashOf: (text: string) => string): boolean {
  const place = places.of(spot.runIndex, spot.position);
  const found = { ...place, identifiers: place.identifiers.map(hashOf) };
  return isSamePlace(found, sought) && found.after === sought.after;
}

/**
 * The spot at the sought place. Null where none is; 'ambiguous' where several are that say different things by `saidBy`.
 * What differs only in the words after it is not the sought one, and makes it ambiguous, unless those words are its label.
 * Ids are known where they had to tell twins apart.
 */
export function findSpot<S extends Spot>(
  spots: readonly S[],
  sought: Place,
  places: Places,
  hashOf: (text: string) => string,
  saidBy: (spot: S) => string,
): S | 'ambiguous' | null {
  const isLabelledAfter = sought.before === '' && !hasWords(sought.shape);
  const [id] = sought.ids;
  const alike = spots.flatMap((spot) => {
    // Looking for headings is what takes time.
    if (!isNear(places, spot.runIndex, sought)) return [];
    const place = places.of(spot.runIndex, spot.position);
    const isOther =
      (id !== undefined && (place.ids[0] ?? '') !== id) || (isLabelledAfter && place.after !== sought.after);
    const isSame = !isOther && isSamePlace({ ...place, identifiers: place.identifiers.map(hashOf) }, sought);
    return isSame ? [{ spot, place }] : [];
  });
  const found = alike.find(({ place }) => place.after === sought.after)?.spot;
  if (!found) return null;
  return alike.every(({ spot }) => saidBy(spot) === saidBy(found)) ? found : 'ambiguous';
}

/** Whether a run and the words next to it may be those of the place, as far as can be told without much work. */
export function isNear(places: Places, runIndex: number, { shape, before, column }: Place): boolean {
  if (!mayBeFigure(places.text(runIndex), shape)) return false;
  const words = places.wordsNearby(runIndex);
  if (!mayBeShape(words.column, column) || !mayBeShape(words.before, before)) return false;
  const shapes = places.shapesNearby(runIndex);
  return shapes.before === before && shapes.column === column;
}

/** Of a text with an amount or a date, of which most of a page have none. */
function mayBeFigure(text: string, shape: string): boolean {
  if (!/\p{Nd}/u.test(text)) return false;
  const [first = ''] = shape;
  if (shape.startsWith('#u')) return /^[^\p{L}]*\p{Nd}/u.test(text);
  return !/\p{L}/u.test(first) || /\p{Nd}/u.test(text.slice(0, 1)) || mayBeShape(text, shape);
}

/** A shape that begins with a letter is of a text that begins with it. */
function mayBeShape(text: string, shape: string): boolean {
  if (shape === '' || text === '') return shape === text.trim();
  const [first = ''] = shape;
  return !/\p{L}/u.test(first) || normalText(text.slice(0, 12)).startsWith(first);
}

function isEqualSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry) => b.includes(entry));
}
