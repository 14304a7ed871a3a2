import type { Place } from '../recipe.ts';
import { meaningsOf } from '../text/meaning.ts';
import { normalText } from '../text/normal-text.ts';
import type { PageView } from './page-view.ts';
import { isAtPlace } from './same-place.ts';

const maxLength = 40;
const maxWithoutSpaces = 4;
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether the page says, at the very place of a figure, that there is no limit, and nothing else. */
export function isUnlimited(figure: Place, { page, places }: PageView, hashOf: (text: string) => string): boolean {
  return page.runs.some(({ text }, runIndex) => {
    if (text.length > maxLength || !saysUnlimited(normalText(text), figure.shape)) return false;
    const { shape, ids } = places.of(runIndex, figure.position);
    const spot = { runIndex, position: figure.position };
    return isAtPlace(spot, { ...figure, shape, ids }, places, hashOf);
  });
}

/** "Unlimited calls" says something else: beside the word itself there are those alone that stood with the figure. */
function saysUnlimited(text: string, shape: string): boolean {
  // In scripts without spaces a longer text is more than the word.
  if (!meaningsOf(text).has('unlimited') || (text.length > maxWithoutSpaces && withoutSpaces.test(text))) return false;
  const words = text.split(/\s+/);
  const own = shape.split(/\s+/);
  return words.every((word, index) => {
    const others = words.filter((_, other) => other !== index).join(' ');
    return own.includes(word) || !meaningsOf(others).has('unlimited');
  });
}
