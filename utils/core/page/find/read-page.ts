import type { PageTree } from '../page-tree.ts';
import type { PageReading, ReadPart, UnreadReason } from '../reading.ts';
import type { AccountPlace, PageRecipe, Place, RecipePart } from '../recipe.ts';
import { percentBytes } from '../text/amounts.ts';
import { accountTextsOf } from './account-texts.ts';
import { type AmountSpot, amountSpots } from './amount-spots.ts';
import { bytesOf, provenDecimal, separatorIn } from './amount-value.ts';
import { dateSpots, endAt, provenOrder } from './end-date.ts';
import { isRecipeAddress } from './page-address.ts';
import { choicesOf, isAccountNamed, isSameAccount, selectionOf } from './page-identity.ts';
import { standingOf } from './page-text.ts';
import { type PageView, viewOf } from './page-view.ts';
import { isInAnotherPeriod, isOfAnotherPeriod } from './period.ts';
import { findSpot, isNear } from './same-place.ts';
import { maxLineLength, namesOfTitle } from './shapes.ts';
import { isUnlimited } from './unlimited.ts';

type HashOf = (text: string) => string;
type SpotKind = Pick<RecipePart, 'isBare' | 'isPercent'>;
/** A page that is read by a recipe. */
type Read = { view: PageView; recipe: PageRecipe; hashOf: HashOf; now: number; zone: string };

/** All texts whose hashes reading the page by a recipe needs; `recipe` null: making one of it. */
export function textsToHash(tree: PageTree, recipe: PageRecipe | null = null): string[] {
  if (tree.isTooLarge) return [];
  const view = viewOf(tree);
  const accounts = accountPlaces(recipe).flatMap((place) => accountTextsOf(view, place));
  const choices = choicesOf(tree).flatMap(({ text }) => namesOfTitle(text));
  const placed = view.page.runs.flatMap((_, runIndex) =>
    (recipe === null && mayBeFigure(view.places.text(runIndex))) ||
    (recipe !== null && placesOfRecipe(recipe).some((place) => isNear(view.places, runIndex, place)))
      ? view.places.of(runIndex, 0).identifiers
      : [],
  );
  return [...new Set([...placed, ...accounts.map(({ value }) => value), ...choices])];
}

/** Amounts and dates have digits. */
function mayBeFigure(text: string): boolean {
  return text.length <= maxLineLength && /\p{Nd}/u.test(text);
}

/** Where texts that tell the account are looked for; null: everywhere. */
function accountPlaces(recipe: PageRecipe | null): (AccountPlace | null)[] {
  if (recipe === null) return [null];
  const places = new Set(recipe.account?.marks.map(({ place }) => place));
  places.delete('near');
  return [...places];
}

function placesOfRecipe({ parts }: PageRecipe): Place[] {
  return parts.flatMap(({ figure, total, end }) => [
    figure,
    ...(total?.kind === 'place' ? [total.place] : []),
    ...(end?.kind === 'place' ? [end.place] : []),
  ]);
}

/**
 * What a page says today at the places of its recipe. `now`: epoch milliseconds; `zone`: in which its dates are meant,
 * the person's. Right or unread: whatever is in doubt is not told.
 */
export function readPage(tree: PageTree, recipe: PageRecipe, hashOf: HashOf, now: number, zone: string): PageReading {
  const obstacle = obstacleOf(tree, recipe, hashOf);
  if (obstacle) return unread(obstacle);
  const view = viewOf(tree);
  if (!isSameAccount(view, recipe.account, hashOf)) {
    return unread(isAccountNamed(view, recipe.account, hashOf) ? 'changed' : 'other-account');
  }
  const read: Read = { view, recipe, hashOf, now, zone };
  const parts: ReadPart[] = [];
  for (const part of recipe.parts) {
    const balance = readBalance(part, read);
    if (typeof balance !== 'string') parts.push({ id: part.id, balance, endsAt: readEnd(part, read) });
    else if (part === recipe.parts[0]) return unread(balance);
  }
  return { kind: 'read', parts };
}

function unread(reason: UnreadReason): PageReading {
  return { kind: 'unread', reason };
}

function obstacleOf(tree: PageTree, recipe: PageRecipe, hashOf: HashOf): UnreadReason | null {
  if (!isRecipeAddress(recipe, tree.url)) return 'elsewhere';
  if (tree.hasPasswordField) return 'signed-out';
  if (tree.isTooLarge) return 'too-large';
  return selectionOf(tree, hashOf).join('\n') === recipe.selection.join('\n') ? null : 'elsewhere';
}

function readBalance(part: RecipePart, read: Read): ReadPart['balance'] | UnreadReason {
  const { meaning, isPercent = false } = part;
  const spot = readFigure(part, read);
  if (typeof spot === 'string') return spot;
  if (spot === null) {
    return isUnlimited(part.figure, read.view, read.hashOf) ? { kind: 'unlimited' } : missing(isPercent, read);
  }
  const total = readTotal(part, spot, read);
  const totalBytes = total?.bytes ?? null;
  const needsTotal = meaning === 'used' || isPercent;
  if (needsTotal && totalBytes === null) return 'changed';
  const bytes = isPercent ? percentBytes(spot.amount.values[0] ?? '', totalBytes) : spotBytes(spot, read);
  // More than there is: one of the two is something else, or is read in the wrong way.
  const isTooMuch = bytes !== null && totalBytes !== null && bytes > totalBytes;
  if (bytes === null || (isTooMuch && (needsTotal || total?.isOfSameText))) return 'unclear-number';
  if (totalBytes === null || isTooMuch) return { kind: 'known', leftBytes: bytes, totalBytes: null };
  return { kind: 'known', leftBytes: meaning === 'left' ? bytes : totalBytes - bytes, totalBytes };
}

function missing(isPercent: boolean, { view }: Read): UnreadReason {
  const isOther = ({ amount }: AmountSpot) => !amount.isBare && (isPercent || !amount.isPercent);
  return amountSpots(view).some(isOther) ? 'changed' : 'empty';
}

function spotsNear(place: Place, { isBare, isPercent = false }: SpotKind, { view }: Read): AmountSpot[] {
  const spots = amountSpots(view, (runIndex) => isNear(view.places, runIndex, place));
  return spots.filter(({ amount }) => (isBare || !amount.isBare) && (amount.isPercent ?? false) === isPercent);
}

function readFigure(part: RecipePart, read: Read): AmountSpot | UnreadReason | null {
  const { figure } = part;
  const { view, hashOf, now, zone } = read;
  const spot = findSpot(spotsNear(figure, part, read), figure, view.places, hashOf, amountText);
  if (spot === null || spot === 'ambiguous') return spot;
  const { before, after, headings } = view.places.surroundings(spot.runIndex);
  const around = [view.page.runs[spot.runIndex]?.text ?? '', before, after, ...headings];
  const isPast = around.some((text) => isOfAnotherPeriod(text, now, zone));
  const standing = Math.ceil(standingOf(spot.runIndex, view.page));
  return isPast || isInAnotherPeriod(view.page, standing, now, zone) ? 'elsewhere' : spot;
}

/** A number that can be read in two ways is read as the page's others are, or as it was in the same language. */
function spotBytes({ amount, runIndex }: AmountSpot, { view, recipe }: Read): number | null {
  const written = view.page.runs[runIndex]?.text.slice(amount.start, amount.end) ?? '';
  if (amount.values.length === 1) return bytesOf(amount, written, recipe);
  const proven = provenDecimal(amountSpots(view).map((spot) => spot.amount));
  const known = view.tree.language === recipe.language ? recipe.decimal : null;
  const decimal = proven === 'both' ? null : (proven ?? known);
  // Thousands of megabytes are usual; those of gigabytes are rather decimals that are written otherwise than before.
  const isUnusual = proven === null && !/^[BKM]/.test(amount.unit) && separatorIn(written) !== decimal;
  return isUnusual ? null : bytesOf(amount, written, { ...recipe, decimal });
}

function amountText({ amount }: AmountSpot): string {
  const { values, unit, isBinary, rest } = amount;
  return [values, unit, isBinary, rest?.value, rest?.unit].join();
}

type Total = { bytes: number; isOfSameText: boolean };

/** Where figure and total stood in one text, they do so still. */
function readTotal({ total, figure, isBare }: RecipePart, found: AmountSpot, read: Read): Total | null {
  if (total === null) return null;
  if (total.kind === 'bytes') return { bytes: total.bytes, isOfSameText: false };
  const { place } = total;
  const spots = spotsNear(place, { isBare }, read);
  const isOfSameText = isInSameText(place, figure);
  const spot = isOfSameText
    ? spots.find(({ runIndex, position }) => runIndex === found.runIndex && position === place.position)
    : findSpot(spots, place, read.view.places, read.hashOf, amountText);
  const bytes = spot && spot !== 'ambiguous' ? spotBytes(spot, read) : null;
  return bytes === null ? null : { bytes, isOfSameText };
}

function isInSameText(a: Place, b: Place): boolean {
  const textOf = ({ shape, before, after, column, headings }: Place) =>
    [shape, before, after, column, ...headings].join('\n');
  return a.position !== b.position && textOf(a) === textOf(b);
}

function readEnd({ end }: RecipePart, { view, recipe, hashOf, now, zone }: Read): number | null {
  if (end === null) return null;
  if (end.kind === 'instant') return end.at;
  const spots = dateSpots(view.page, (runIndex) => isNear(view.places, runIndex, end.place));
  const spot = findSpot(spots, end.place, view.places, hashOf, ({ text }) => text);
  if (spot === null || spot === 'ambiguous') return null;
  if ((spot.date?.readings.length ?? 0) < 2) return endAt(spot, recipe.dateOrder, now, zone);
  const proven = provenOrder(view.page);
  const isContrary = proven === 'both' || (proven !== null && proven !== recipe.dateOrder);
  return isContrary ? null : endAt(spot, recipe.dateOrder, now, zone);
}
