import { frameOf, parentAcross, pathFrom } from './composed-tree.ts';

/** Narrower or lower than two pixels is folded, or meant for screen readers alone. */
const leastSize = 2;

export type ClipsOf = (element: Element) => readonly Element[];

/** The elements that cut off what stands in an element. Remembers what it has found for the elements of one page. */
export function makeClipsOf(): ClipsOf {
  const known = new Map<Element, readonly Element[]>();
  const clipsOf = (element: Element): readonly Element[] => {
    const found = known.get(element);
    if (found) return found;
    const around = containerOf(element);
    const outer = around ? clipsOf(around) : [];
    const clips = isClipping(element) ? [...outer, element] : outer;
    known.set(element, clips);
    return clips;
  };
  return clipsOf;
}

/** What is positioned leaves the elements it stands in, up to the one it is positioned by. */
function containerOf(element: Element): Element | null {
  const { position } = getComputedStyle(element);
  if (position === 'fixed') return frameOf(element);
  const parent = parentAcross(element);
  if (position !== 'absolute' || !parent) return parent;
  for (const above of pathFrom(parent)) if (getComputedStyle(above).position !== 'static') return above;
  return null;
}

const cuttingOff = new Set(['hidden', 'clip', 'auto', 'scroll']);

/** The overflow of a document's root and body is that of the whole view. */
function isClipping(element: Element): boolean {
  if (element.localName === 'html' || element.localName === 'body') return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return cuttingOff.has(overflowX) || cuttingOff.has(overflowY);
}

export function isFolded(clip: Element): boolean {
  const { width, height } = clip.getBoundingClientRect();
  return width < leastSize || height < leastSize;
}
