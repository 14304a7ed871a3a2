import { innermostAt, pathFrom } from './composed-tree.ts';

/** Of what is in view: a page, but for some lines that stay. */
const pageShare = 0.9;
const lineHeight = 20;

/** Scrolls what lies under the pointer. False: nothing but the page itself, which scrolls anyway. */
export function scrollByWheel(event: WheelEvent, cover: Element): boolean {
  const { clientX, clientY, deltaX, deltaY, deltaMode } = event;
  const scroller = scrollerAt(cover, clientX, clientY, deltaX, deltaY);
  if (!scroller) return false;
  const sizes = [1, lineHeight, scroller.clientHeight];
  const size = sizes[deltaMode] ?? 1;
  scroller.scrollBy({ left: deltaX * size, top: deltaY * size, behavior: 'instant' });
  return true;
}

/** `direction`: 1 down, -1 up. */
export function scrollOnePage(direction: 1 | -1, cover: Element): void {
  const within = scrollerAt(cover, innerWidth / 2, innerHeight / 2, 0, direction);
  const scroller = within ?? document.scrollingElement;
  const height = within?.clientHeight ?? innerHeight;
  scroller?.scrollBy({ top: direction * height * pageShare, behavior: 'instant' });
}

/** The innermost part of the page with a view of its own that goes on in this direction. Null: none. */
function scrollerAt(cover: Element, x: number, y: number, deltaX: number, deltaY: number): Element | null {
  const innermost = innermostAt(cover, x, y);
  if (!innermost) return null;
  for (const element of pathFrom(innermost)) {
    if (element === document.scrollingElement) return null;
    if (goesOn(element, deltaX, deltaY)) return element;
  }
  return null;
}

function goesOn(element: Element, deltaX: number, deltaY: number): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
  const isRoot = element === element.ownerDocument.scrollingElement;
  const canScroll = (overflow: string) => isRoot || overflow === 'auto' || overflow === 'scroll';
  const isDown = deltaY > 0 ? scrollTop + clientHeight < scrollHeight - 1 : deltaY < 0 && scrollTop > 0;
  const isAside = deltaX > 0 ? scrollLeft + clientWidth < scrollWidth - 1 : deltaX < 0 && scrollLeft !== 0;
  return (canScroll(overflowY) && isDown) || (canScroll(overflowX) && isAside);
}
