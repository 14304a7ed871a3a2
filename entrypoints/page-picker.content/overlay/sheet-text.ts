import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import type { Obstacle } from '../page/scan-page.ts';
import type { SheetText } from './overlay.ts';

export type SheetState = { obstacle: Obstacle | null; isAnyMarked: boolean; isAnswering: boolean };

/** `isAnswering`: a place without an amount was clicked just now. */
export function sheetText(words: PickerWords, { obstacle, isAnyMarked, isAnswering }: SheetState): SheetText {
  if (obstacle) return { title: words[obstacle], hint: '', isAnswer: false };
  if (isAnswering) return { title: words.title, hint: words.notAnAmount, isAnswer: true };
  return { title: words.title, hint: isAnyMarked ? words.hint : words.hintNoGuess, isAnswer: false };
}
