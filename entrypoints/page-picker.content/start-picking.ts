import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import type { PickerWords } from '../../utils/core/page/picker-words.ts';
import type { Place } from '../../utils/core/page/recipe.ts';
import { catchEvents, type PickerActions } from './catch-events.ts';
import { draftOf } from './draft-of-pick.ts';
import { keepFocus } from './overlay/keep-focus.ts';
import { createOverlay, type Overlay } from './overlay/overlay.ts';
import { sheetText } from './overlay/sheet-text.ts';
import { type AmountAt, makeAmountAt } from './page/amount-at.ts';
import { boundsOf, isInView } from './page/box.ts';
import { boxesOf, isSameAmount, type PageAmount, wordsOf } from './page/page-amount.ts';
import { type PageScan, scanPage } from './page/scan-page.ts';
import { watchPage } from './page/watch-page.ts';
import { stepped } from './picker-keys.ts';

export type PickingResults = { onPicked: (draft: PageDraft) => Promise<unknown>; onStopped: () => void };

/**
 * `hovered`: under the pointer; `chosen`: by keys; `taken`: on its way to Gigabar, nothing else is done. `isPointing`:
 * the pointer has moved since a key was pressed. `answerUntil`: as `performance.now()`.
 */
type Picker = {
  overlay: Overlay;
  words: PickerWords;
  known: readonly Place[];
  scan: PageScan;
  amountAt: AmountAt;
  hovered: PageAmount | null;
  chosen: PageAmount | null;
  taken: PageAmount | null;
  pointer: { x: number; y: number } | null;
  isPointing: boolean;
  answerUntil: number;
};

const answerMs = 2500;
/** The second click of a double click is not the page's either. */
const doubleClickMs = 500;

/**
 * Lets the person point at an amount of the page, until one of the results or until what it returns is called. `known`:
 * where it stands by the recipes of known sites.
 */
export function startPicking(
  words: PickerWords,
  known: readonly Place[],
  { onPicked, onStopped }: PickingResults,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const restoreFocus = keepFocus();
  const picker = pickerOf(words, known);
  const { overlay } = picker;
  const refresh = () => {
    readAgain(picker);
    overlay.show();
    observe(picker.scan.roots);
  };
  const observe = watchPage(refresh, signal);
  const drawAlways = () => {
    if (signal.aborted) return;
    draw(picker);
    requestAnimationFrame(drawAlways);
  };
  const end = () => {
    if (signal.aborted) return;
    // The page is not to hear of it.
    restoreFocus();
    overlay.remove();
    ending.abort();
  };
  const take = async (amount: PageAmount) => {
    refresh();
    const current = picker.scan.amounts.find((other) => isSameAmount(other, amount));
    // Where it has changed just now, the mark shows what there is.
    if (!current) return;
    picker.taken = current;
    try {
      const isOver = new Promise((resolve) => setTimeout(resolve, doubleClickMs));
      const draft = await draftOf(picker.scan, current.candidate);
      if (!signal.aborted) await onPicked(draft);
      await isOver;
    } finally {
      end();
    }
  };
  const stop = () => {
    end();
    onStopped();
  };
  const actions = actionsOf(picker, (amount) => void take(amount), stop);
  catchEvents(overlay.host, actions, signal);
  overlay.show();
  overlay.focus();
  observe(picker.scan.roots);
  if (picker.scan.guess) reveal(picker.scan.guess);
  drawAlways();
  return end;
}

function pickerOf(words: PickerWords, known: readonly Place[]): Picker {
  const overlay = createOverlay(words);
  const scan = scanPage(known);
  const amountAt = makeAmountAt(scan.amounts, overlay.host);
  const nothing = { hovered: null, chosen: null, taken: null, pointer: null };
  return { overlay, words, known, scan, amountAt, ...nothing, isPointing: false, answerUntil: 0 };
}

/** What was chosen stays so where it is still there. */
function readAgain(picker: Picker): void {
  const { chosen } = picker;
  picker.scan = scanPage(picker.known);
  picker.amountAt = makeAmountAt(picker.scan.amounts, picker.overlay.host);
  picker.chosen = picker.scan.amounts.find((amount) => chosen !== null && isSameAmount(amount, chosen)) ?? null;
}

function markedOf({ taken, hovered, chosen, scan }: Picker): PageAmount | null {
  return taken ?? hovered ?? chosen ?? scan.guess;
}

/** Each frame anew: whatever moves the amount on the screen moves its mark. */
function draw(picker: Picker): void {
  const { overlay, words, scan, chosen, answerUntil } = picker;
  const pointer = picker.isPointing ? picker.pointer : null;
  const isAtStop = pointer !== null && overlay.isStopAt(pointer.x, pointer.y);
  picker.hovered = pointer && !isAtStop ? picker.amountAt(pointer.x, pointer.y) : null;
  const marked = markedOf(picker);
  const isAnyMarked = (chosen ?? scan.guess) !== null;
  const isAnswering = performance.now() < answerUntil;
  if (!overlay.isShown()) overlay.show();
  overlay.mark(marked && boundsOf(boxesOf(marked)));
  overlay.write(sheetText(words, { obstacle: scan.obstacle, isAnyMarked, isAnswering }));
  overlay.pointAt(isAtStop ? 'stop' : picker.hovered && 'amount');
}

function actionsOf(picker: Picker, take: (amount: PageAmount) => void, stop: () => void): PickerActions {
  const { overlay } = picker;
  const takeOrAnswer = (amount: PageAmount | null) => {
    if (amount) take(amount);
    else picker.answerUntil = performance.now() + answerMs;
  };
  return {
    pointAt: (point) => {
      // Also told where the page has moved under it.
      if (point?.x === picker.pointer?.x && point?.y === picker.pointer?.y) return;
      picker.pointer = point;
      picker.isPointing = point !== null;
    },
    press: (x, y, isSpoken) => {
      if (picker.taken) return;
      overlay.focus();
      if (isSpoken || overlay.isStopAt(x, y)) stop();
      // By where they are at this moment.
      else takeOrAnswer(makeAmountAt(picker.scan.amounts, overlay.host)(x, y));
    },
    use: (key) => {
      if (picker.taken) return;
      if (key.kind === 'stop') stop();
      else if (key.kind === 'step') step(picker, key.to);
      else takeMarked(markedOf(picker), takeOrAnswer);
    },
  };
}

/** Only what can be seen is taken. */
function takeMarked(marked: PageAmount | null, takeOrAnswer: (amount: PageAmount | null) => void): void {
  if (!marked || !reveal(marked)) takeOrAnswer(marked);
}

function step(picker: Picker, to: Parameters<typeof stepped>[1]): void {
  const { amounts } = picker.scan;
  const marked = markedOf(picker);
  const from = marked ? amounts.indexOf(marked) : -1;
  const next = amounts[stepped(from < 0 ? null : from, to, amounts.length)];
  if (!next) return;
  picker.chosen = next;
  picker.answerUntil = 0;
  picker.isPointing = false;
  picker.hovered = null;
  reveal(next);
  picker.overlay.speak(wordsOf(next));
}

/** Brings it into view. False: it was there. */
function reveal(amount: PageAmount): boolean {
  const bounds = boundsOf(boxesOf(amount));
  if (bounds && isInView(bounds, innerWidth, innerHeight)) return false;
  amount.element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return true;
}
