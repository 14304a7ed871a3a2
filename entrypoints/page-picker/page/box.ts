/** A part of what is in view, in pixels from its top left corner. */
export type Box = { left: number; top: number; right: number; bottom: number };

export function boxOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

export const isEmpty = (box: Box): boolean => box.right - box.left <= 0 || box.bottom - box.top <= 0;

export const moved = (box: Box, x: number, y: number): Box => ({
  left: box.left + x,
  top: box.top + y,
  right: box.right + x,
  bottom: box.bottom + y,
});

export const padded = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

export const commonPart = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

export const isOverlapping = (one: Box, other: Box): boolean => !isEmpty(commonPart(one, other));

/** Its middle is. */
export function isInView({ left, top, right, bottom }: Box, width: number, height: number): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

/** The smallest box around all of them; null for none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The point of the box that is nearest to this one. */
export const nearestPoint = (box: Box, x: number, y: number): { x: number; y: number } => ({
  x: Math.min(Math.max(x, box.left), box.right),
  y: Math.min(Math.max(y, box.top), box.bottom),
});

export function distanceTo(box: Box, x: number, y: number): number {
  const nearest = nearestPoint(box, x, y);
  return Math.hypot(nearest.x - x, nearest.y - y);
}
