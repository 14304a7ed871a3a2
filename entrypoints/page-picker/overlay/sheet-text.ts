import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import type { Obstacle } from '../page/scan-page.ts';
import type { SheetText } from './overlay.ts';

/** To what the person just did: nothing stands where they clicked, or the page is another one. */
export type Answer = keyof Pick<PickerWords, 'notThere' | 'otherPage'>;

export type SheetState = { obstacle: Obstacle | null; isAnyMarked: boolean; answer: Answer | null };

export function sheetText(words: PickerWords, { obstacle, isAnyMarked, answer }: SheetState): SheetText {
  if (obstacle) return { title: words[obstacle], hint: '', isAnswer: false };
  if (answer) return { title: words.title, hint: words[answer], isAnswer: true };
  return { title: words.title, hint: isAnyMarked ? words.hint : words.hintNoGuess, isAnswer: false };
}
