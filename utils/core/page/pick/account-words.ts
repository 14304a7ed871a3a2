import type { AccountText } from '../find/account-texts.ts';
import type { WordsName } from '../text/vocabulary.ts';
import { anyOf, lazily } from '../text/word-patterns.ts';

/** Whether a text is of the person: not the seller's own numbers, nor those that change. */
export function isOfPerson(found: AccountText): boolean {
  if (found.kind === 'name') return true;
  return !sellersWords().test(found.line) && (!isShortNumber(found) || numbersPeople().test(found.line));
}

/** Points, orders, what lies in a basket: numbers that change. */
function isShortNumber({ kind, value }: AccountText): boolean {
  return kind === 'number' && value.length < 7;
}

/** How numbers of people and lines are called. */
const numbersPeople = calledBy('ofPerson');
/** How sellers call their own numbers. */
const sellersWords = calledBy('ofSeller');

function calledBy(name: WordsName): () => RegExp {
  return lazily(() => new RegExp(`(?<!\\p{L})${anyOf(name, '(?!\\p{L})')}`, 'iu'));
}
