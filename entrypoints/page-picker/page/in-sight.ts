import { frameOf, pathFrom } from './composed-tree.ts';

/** Whether no style hides it, wherever it is. */
export function isVisible(element: Element): boolean {
  const frame = frameOf(element);
  const isOwn = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isOwn && (frame === null || isVisible(frame));
}

/**
 * Whether something else of the page is in front of it at this point. Transparent things are not, as links that lie
 * over a whole card. `shown`: its text, or the element that is drawn for it with all that is in it; `cover`: what is
 * looked through.
 */
export function isBehind(element: Element, shown: Node, cover: Element, x: number, y: number): boolean {
  const path = new Set(pathFrom(element));
  for (const other of document.elementsFromPoint(x, y)) {
    if (other === cover) continue;
    if (path.has(other) || shown.contains(other)) return false;
    if (isOpaque(other)) return true;
  }
  return false;
}

const pictures = new Set(['img', 'video', 'canvas', 'iframe', 'object', 'embed']);

function isOpaque(element: Element): boolean {
  if (pictures.has(element.localName)) return true;
  const { backgroundColor, opacity } = getComputedStyle(element);
  return !/^rgba|\/|transparent/.test(backgroundColor) && Number(opacity) === 1;
}
