import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import type { PickerWords } from '../../utils/core/page/picker-words.ts';
import { catchEvents, type PickerActions } from './catch-events.ts';
import { keepFocus } from './overlay/keep-focus.ts';
import { createOverlay, type Overlay } from './overlay/overlay.ts';
import { type Answer, sheetText } from './overlay/sheet-text.ts';
import { boundsOf, isInView } from './page/box.ts';
import { boxesOf, isSameSpot, type PageSpot, wordsOf } from './page/page-spot.ts';
import { type FindSpots, type PageScan, scanPage } from './page/scan-page.ts';
import { makeSpotAt, type SpotAt } from './page/spot-at.ts';
import { watchPage } from './page/watch-page.ts';
import { stepped } from './picker-keys.ts';

export type PickingResults = { onPicked: (draft: PageDraft) => Promise<unknown>; onStopped: () => void };

/**
 * `hovered`: under the pointer; `chosen`: by keys; `taken`: on its way to Gigabar, nothing else is done. `isPointing`:
 * the pointer has moved since a key was pressed. `until`: as `performance.now()`.
 */
type Picker = {
  overlay: Overlay;
  words: PickerWords;
  findSpots: FindSpots;
  scan: PageScan;
  spotAt: SpotAt;
  hovered: PageSpot | null;
  chosen: PageSpot | null;
  taken: PageSpot | null;
  pointer: { x: number; y: number } | null;
  isPointing: boolean;
  answer: { what: Answer; until: number } | null;
};

const answerMs = 2500;
/** The second click of a double click is not the page's either. */
const doubleClickMs = 500;

/** Lets the person point at something of the page, until one of the results or until what it returns is called. */
export function startPicking(
  words: PickerWords,
  findSpots: FindSpots,
  { onPicked, onStopped }: PickingResults,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const restoreFocus = keepFocus();
  const picker = pickerOf(words, findSpots);
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
  const take = async (spot: PageSpot) => {
    refresh();
    const current = picker.scan.spots.find((other) => isSameSpot(other, spot));
    // Where it has changed just now, the mark shows what there is.
    if (!current) return;
    picker.taken = current;
    try {
      const isOver = new Promise((resolve) => setTimeout(resolve, doubleClickMs));
      const draft = await current.toDraft();
      if (!signal.aborted && draft) await onPicked(draft);
      await isOver;
      if (draft) return end();
      picker.taken = null;
      answer(picker, 'otherPage');
    } catch {
      if (!signal.aborted) stop();
    }
  };
  const stop = () => {
    end();
    onStopped();
  };
  const actions = actionsOf(picker, (spot) => void take(spot), stop);
  catchEvents(overlay.host, actions, signal);
  overlay.show();
  overlay.focus();
  observe(picker.scan.roots);
  if (picker.scan.guess) reveal(picker.scan.guess);
  drawAlways();
  return end;
}

function pickerOf(words: PickerWords, findSpots: FindSpots): Picker {
  const overlay = createOverlay(words);
  const scan = scanPage(findSpots);
  const spotAt = makeSpotAt(scan.spots, overlay.host);
  const nothing = { hovered: null, chosen: null, taken: null, pointer: null, answer: null };
  return { overlay, words, findSpots, scan, spotAt, ...nothing, isPointing: false };
}

/** What was chosen stays so where it is still there. */
function readAgain(picker: Picker): void {
  const { chosen } = picker;
  picker.scan = scanPage(picker.findSpots);
  picker.spotAt = makeSpotAt(picker.scan.spots, picker.overlay.host);
  picker.chosen = picker.scan.spots.find((spot) => chosen !== null && isSameSpot(spot, chosen)) ?? null;
}

function markedOf({ taken, hovered, chosen, scan }: Picker): PageSpot | null {
  return taken ?? hovered ?? chosen ?? scan.guess;
}

/** Each frame anew: whatever moves a text on the screen moves its mark. */
function draw(picker: Picker): void {
  const { overlay, words, scan, chosen } = picker;
  const pointer = picker.isPointing ? picker.pointer : null;
  const isAtStop = pointer !== null && overlay.isStopAt(pointer.x, pointer.y);
  picker.hovered = pointer && !isAtStop ? picker.spotAt(pointer.x, pointer.y) : null;
  const marked = markedOf(picker);
  const isAnyMarked = (chosen ?? scan.guess) !== null;
  const answered = picker.answer && performance.now() < picker.answer.until ? picker.answer.what : null;
  if (!overlay.isShown()) overlay.show();
  overlay.mark(marked && boundsOf(boxesOf(marked)));
  overlay.write(sheetText(words, { obstacle: scan.obstacle, isAnyMarked, answer: answered }));
  overlay.pointAt(isAtStop ? 'stop' : picker.hovered && 'spot');
}

function actionsOf(picker: Picker, take: (spot: PageSpot) => void, stop: () => void): PickerActions {
  const { overlay } = picker;
  const takeOrAnswer = (spot: PageSpot | null) => {
    if (spot) take(spot);
    else answer(picker, 'notThere');
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
      else takeOrAnswer(makeSpotAt(picker.scan.spots, overlay.host)(x, y));
    },
    use: (key) => {
      if (picker.taken) return;
      if (key.kind === 'stop') stop();
      else if (key.kind === 'step') step(picker, key.to);
      else takeMarked(markedOf(picker), takeOrAnswer);
    },
  };
}

function answer(picker: Picker, what: Answer): void {
  picker.answer = { what, until: performance.now() + answerMs };
}

/** Only what can be seen is taken. */
function takeMarked(marked: PageSpot | null, takeOrAnswer: (spot: PageSpot | null) => void): void {
  if (!marked || !reveal(marked)) takeOrAnswer(marked);
}

function step(picker: Picker, to: Parameters<typeof stepped>[1]): void {
  const { spots } = picker.scan;
  const marked = markedOf(picker);
  const from = marked ? spots.indexOf(marked) : -1;
  const next = spots[stepped(from < 0 ? null : from, to, spots.length)];
  if (!next) return;
  picker.chosen = next;
  picker.answer = null;
  picker.isPointing = false;
  picker.hovered = null;
  reveal(next);
  picker.overlay.speak(wordsOf(next));
}

/** Brings it into view. False: it was there. */
function reveal(spot: PageSpot): boolean {
  const bounds = boundsOf(boxesOf(spot));
  if (bounds && isInView(bounds, innerWidth, innerHeight)) return false;
  spot.element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return true;
}
