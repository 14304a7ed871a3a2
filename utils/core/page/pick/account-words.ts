import type { AccountText } from '../find/account-texts.ts';
import { lengthOf, type PageText, rowOf } from '../find/page-text.ts';
import type { WordsName } from '../text/vocabulary.ts';
import { anyOf, lazily } from '../text/word-patterns.ts';

/** Whether a text is of the person: not the seller's own numbers, nor those that change. */
export function isOfPerson(found: AccountText, page: PageText): boolean {
  if (found.kind === 'name') return true;
  const line = `${labelOf(found, page)} ${page.runs[found.runIndex]?.text ?? ''}`;
  return !sellersWords().test(line) && (!isShortNumber(found) || numbersPeople().test(line));
}

/** What stands before it in a block of the two alone, or ends in a colon. */
function labelOf({ runIndex }: AccountText, page: PageText): string {
  const before = page.runs[runIndex - 1]?.text.trim() ?? '';
  const row = rowOf(runIndex, page);
  const isOfTwo = row !== null && lengthOf(row) === 2 && row[0] === runIndex - 1;
  return isOfTwo || /[:：]$/.test(before) ? before : '';
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
