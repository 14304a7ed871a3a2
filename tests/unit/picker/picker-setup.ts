import { vi } from 'vitest';
import { findSpotsOf } from '../../../entrypoints/page-picker/find-spots.ts';
import { startPicking } from '../../../entrypoints/page-picker/start-picking.ts';
import type { Sought } from '../../../utils/browser/page/content-messages.ts';
import type { PageDraft } from '../../../utils/core/page/page-draft.ts';
import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import { start } from '../support/builders.ts';

export const words: PickerWords = {
  lang: 'en',
  dir: 'ltr',
  title: 'Click the number that is left',
  hint: 'The best guess is marked',
  hintNoGuess: 'Nothing is pressed',
  stop: 'Stop · Esc',
  notThere: 'That is no amount',
  otherPage: 'Another page',
  asksPassword: 'Asks for a password',
  noneHere: 'No amount here',
  tooLarge: 'Too large',
  notSecure: 'Not secure',
  otherFrame: 'A frame of another site',
};

/** What came of the picking: drafts, and null where it was stopped. */
export const results: (PageDraft | null)[] = [];
/** The layer's own tree, which nothing else can reach. */
let layer: ShadowRoot | null = null;
let end: (() => void) | null = null;

const popovers = new WeakSet<Element>();

/** A box in the attribute stands for what the browser would have drawn: "left top width height". */
function boxIn(element: Element | null): DOMRect {
  const [x = 0, y = 0, width = 0, height = 0] = (element?.getAttribute('data-box') ?? '').split(' ').map(Number);
  return new DOMRect(x, y, width, height);
}

/** What happy-dom has not: a layout, the top layer. */
export function fakeLayout(): void {
  const toFake = ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'performance', 'Date'] as const;
  vi.useFakeTimers({ toFake: [...toFake], now: start });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    return [boxIn(this.startContainer.parentElement)] as unknown as DOMRectList;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxIn(this);
  });
  Object.assign(Element.prototype, {
    checkVisibility(this: Element) {
      return !this.hasAttribute('data-invisible');
    },
    scrollIntoView() {},
    showPopover(this: Element) {
      popovers.add(this);
    },
  });
  const matches = Element.prototype.matches;
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    return selector === ':popover-open' ? popovers.has(this) : matches.call(this, selector);
  });
  const querySelectorAll = document.querySelectorAll.bind(document);
  vi.spyOn(document, 'querySelectorAll').mockImplementation((selector: string) =>
    querySelectorAll(selector === 'dialog:modal' ? 'dialog[data-modal]' : selector),
  );
  document.elementsFromPoint = (x, y) =>
    [...querySelectorAll('*')].reverse().filter((element) => {
      const { left, top, right, bottom } = boxIn(element);
      return !element.hasAttribute('data-box') || (x >= left && x <= right && y >= top && y <= bottom);
    });
  const attachShadow = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init: ShadowRootInit) {
    const root = attachShadow.call(this, init);
    if (init.mode === 'closed') layer = root;
    return root;
  });
  vi.stubGlobal('isSecureContext', true);
}

export function forgetLayout(): void {
  end?.();
  end = null;
  results.length = 0;
  document.body.innerHTML = '';
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

const aNumber: Sought = { what: 'number', known: [] };

export function pickOn(html: string, sought = aNumber): void {
  document.body.innerHTML = html;
  startAgain(sought);
}

export function startAgain(sought = aNumber): void {
  end?.();
  end = startPicking(words, findSpotsOf(sought), {
    onPicked: async (draft) => results.push(draft),
    onStopped: () => results.push(null),
  });
  nextFrame();
}

export const nextFrame = () => vi.advanceTimersByTime(20);

/** Until a pick has become a draft and the picker is gone. */
export async function finish(): Promise<void> {
  await vi.waitFor(() => {
    if (results.length === 0) throw new Error('No result yet');
  });
  await vi.advanceTimersByTimeAsync(600);
}

const inLayer = (selector: string) => layer?.querySelector<HTMLElement>(selector) ?? null;
export const textIn = (selector: 'title' | 'hint' | 'spoken') => inLayer(`.${selector}`)?.textContent;

/** Where the mark is, as a box would be written in the page; null: nowhere. */
export function markedBox(): string | null {
  const mark = inLayer('.mark');
  if (!mark || mark.hidden) return null;
  const { left, top, width, height } = mark.style;
  const around = 4;
  const [x = 0, y = 0, w = 0, h = 0] = [left, top, width, height].map((size) => Number.parseFloat(size));
  return [x + around, y + around, w - 2 * around, h - 2 * around].join(' ');
}

/** As a person makes it. Returns whether the page can still act on it. */
export function doTrusted(target: EventTarget, event: Event): boolean {
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
  return !event.defaultPrevented;
}

const options = { bubbles: true, cancelable: true, composed: true };

export function pressKey(key: string, more: KeyboardEventInit = {}): void {
  doTrusted(document.body, new KeyboardEvent('keydown', { ...options, key, ...more }));
  doTrusted(document.body, new KeyboardEvent('keyup', { ...options, key, ...more }));
  nextFrame();
}

export function pointAt(x: number, y: number): void {
  doTrusted(document.body, new PointerEvent('pointermove', { ...options, clientX: x, clientY: y }));
  nextFrame();
}

export function clickAt(x: number, y: number, target: EventTarget = document.body): void {
  doTrusted(target, new MouseEvent('click', { ...options, clientX: x, clientY: y, detail: 1 }));
  nextFrame();
}
