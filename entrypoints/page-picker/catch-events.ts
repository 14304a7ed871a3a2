import { scrollByWheel, scrollOnePage } from './page/page-scroll.ts';
import { type KeyUse, keyUse } from './picker-keys.ts';

export type PickerActions = {
  /** Null: the pointer has left the page. */
  pointAt: (point: { x: number; y: number } | null) => void;
  /** `isSpoken`: by a screen reader, which presses buttons without a place. */
  press: (x: number, y: number, isSpoken: boolean) => void;
  use: (key: Extract<KeyUse, { kind: 'step' | 'take' | 'stop' }>) => void;
};

/** Of touch the browser's own part is left to it, as it is scrolling. */
const stopped = (
  'pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel ' +
  'mousemove mouseover mouseout mouseenter mouseleave touchstart touchmove touchend touchcancel ' +
  'focus blur focusin focusout wheel'
).split(' ');
const prevented =
  'mousedown mouseup click auxclick dblclick contextmenu dragstart selectstart keydown keyup keypress beforeinput'.split(
    ' ',
  );

/**
 * Keeps what the person does from the page, and acts on it. Only trusted events: what the page makes itself goes its
 * own way. `cover`: the layer over the page. Until `signal`.
 */
export function catchEvents(cover: Element, actions: PickerActions, signal: AbortSignal): void {
  const keys = makeKeyCatch(cover, actions);
  const onStopped = (event: Event) => {
    if (!event.isTrusted || event.target === window) return;
    event.stopImmediatePropagation();
    if (event.type === 'wheel') onWheel(event as WheelEvent, cover);
    if (event.type === 'pointermove') actions.pointAt(pointOf(event as PointerEvent));
    if (event.type === 'pointerout' && (event as PointerEvent).relatedTarget === null) actions.pointAt(null);
  };
  const onPrevented = (event: Event) => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' || event.type === 'keyup') return keys(event as KeyboardEvent);
    event.preventDefault();
    if (event.type === 'click') onClick(event as MouseEvent, actions);
  };
  const how = { capture: true, passive: false, signal };
  for (const type of stopped) window.addEventListener(type, onStopped, how);
  for (const type of prevented) window.addEventListener(type, onPrevented, how);
}

const pointOf = ({ clientX, clientY }: MouseEvent) => ({ x: clientX, y: clientY });

/** With Ctrl it zooms. */
function onWheel(event: WheelEvent, cover: Element): void {
  if (!event.ctrlKey && scrollByWheel(event, cover)) event.preventDefault();
}

function onClick(event: MouseEvent, actions: PickerActions): void {
  const { x, y } = pointOf(event);
  if (event.button === 0) actions.press(x, y, event.detail === 0);
}

/**
 * What ends the picking waits until its key is let go, so that the page gets no repeated key afterwards; and a key that
 * was pressed elsewhere, as in the popup, means nothing here.
 */
function makeKeyCatch(cover: Element, actions: PickerActions): (event: KeyboardEvent) => void {
  let held: string | null = null;
  return (event) => {
    const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
    const use = keyUse(event, isRightToLeft);
    if (use.kind === 'browser') return;
    event.preventDefault();
    const isDown = event.type === 'keydown';
    if (use.kind === 'take' || use.kind === 'stop') {
      const isLetGo = !isDown && held === event.key;
      if (!isDown) held = null;
      else if (!event.repeat) held = event.key;
      if (isLetGo) actions.use(use);
    } else if (isDown && use.kind === 'step') actions.use(use);
    else if (isDown && use.kind === 'scroll') scrollOnePage(use.direction, cover);
  };
}
