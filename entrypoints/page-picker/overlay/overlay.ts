import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import { type Box, boxOf, distanceTo, isOverlapping, padded } from '../page/box.ts';
import { overlayStyle } from './overlay-style.ts';

/** `title`: what to do, or why there is nothing to do. `isAnswer`: the hint answers what the person just did. */
export type SheetText = { title: string; hint: string; isAnswer: boolean };

export type Overlay = {
  host: HTMLElement;
  /** Also again, where the page has removed, closed or covered it. */
  show: () => void;
  isShown: () => boolean;
  write: (text: SheetText) => void;
  /** What is marked, for those who do not see it. */
  speak: (text: string) => void;
  mark: (box: Box | null) => void;
  pointAt: (what: 'spot' | 'stop' | null) => void;
  isStopAt: (x: number, y: number) => boolean;
  focus: () => void;
  remove: () => void;
};

const markGap = 4;

/** A layer over the whole page, so that nothing of it is ever under the pointer. Sheet and mark lie on it. */
export function createOverlay(words: PickerWords): Overlay {
  const host = document.createElement('div');
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  const styles = new CSSStyleSheet();
  styles.replaceSync(overlayStyle);
  shadow.adoptedStyleSheets = [styles];

  const cover = elementOf('div', 'cover', null);
  const mark = elementOf('div', 'mark', null);
  mark.hidden = true;
  const sheet = elementOf('div', 'sheet', null);
  const text = elementOf('div', 'words', sheet);
  const title = elementOf('p', 'title', text);
  const hint = elementOf('p', 'hint', text);
  const spoken = elementOf('p', 'spoken', sheet);
  const stop = elementOf('button', 'stop', sheet);
  describe(sheet, title, hint, words);
  text.role = 'status';
  spoken.role = 'status';
  stop.textContent = words.stop;
  // Tab goes through what can be picked; Escape does the same.
  stop.tabIndex = -1;
  shadow.append(cover, mark, sheet);

  return {
    host,
    show: () => {
      const parent = reachableParent();
      if (host.parentNode !== parent) parent.append(host);
      if (!host.matches(':popover-open')) host.showPopover();
    },
    isShown: () => host.isConnected && host.matches(':popover-open'),
    write: (shown) => {
      setText(title, shown.title);
      setText(hint, shown.hint);
      hint.toggleAttribute('data-answer', shown.isAnswer);
    },
    speak: (spokenText) => setText(spoken, spokenText),
    mark: (box) => {
      mark.hidden = box === null;
      if (box === null) return;
      place(mark, padded(box, markGap));
      uncover(sheet, box);
    },
    pointAt: (what) => {
      // Not the host, whose changes are the page's.
      cover.toggleAttribute('data-over', what === 'spot');
      stop.toggleAttribute('data-over', what === 'stop');
    },
    isStopAt: (x, y) => distanceTo(boxOf(stop), x, y) === 0,
    focus: () => sheet.focus({ preventScroll: true }),
    remove: () => host.remove(),
  };
}

function elementOf<T extends keyof HTMLElementTagNameMap>(tag: T, name: string, parent: Element | null) {
  const element = document.createElement(tag);
  element.className = name;
  parent?.append(element);
  return element;
}

/** Screen readers hand all keys to an application, so that they reach the picker. */
function describe(sheet: HTMLElement, title: HTMLElement, hint: HTMLElement, { lang, dir }: PickerWords): void {
  title.id = 'title';
  hint.id = 'hint';
  sheet.role = 'application';
  sheet.setAttribute('aria-labelledby', title.id);
  sheet.setAttribute('aria-describedby', hint.id);
  sheet.tabIndex = -1;
  sheet.lang = lang;
  sheet.dir = dir;
}

/** An open modal dialog makes all outside of it inert, the top layer included. */
function reachableParent(): Element {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
}

/** What is written into a live region is spoken, even if it is the same. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function place(element: HTMLElement, { left, top, right, bottom }: Box): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${right - left}px`;
  element.style.height = `${bottom - top}px`;
}

/** Moves the sheet to the other edge where it lies on what is marked, unless it would do so there, too. */
function uncover(sheet: HTMLElement, box: Box): void {
  const covered = boxOf(sheet);
  const beyond = { ...covered, top: innerHeight - covered.bottom, bottom: innerHeight - covered.top };
  if (!isOverlapping(box, covered) || isOverlapping(box, beyond)) return;
  sheet.dataset.at = sheet.dataset.at === 'top' ? 'bottom' : 'top';
}
