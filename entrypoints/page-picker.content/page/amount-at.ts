import { type Box, distanceTo, nearestPoint } from './box.ts';
import { isBehind } from './in-sight.ts';
import { boxesOf, type PageAmount } from './page-amount.ts';

type Measured = { amount: PageAmount; box: Box };

/** Pixels beside a number that still mean it: a line of small text is hard to meet. */
const tolerance = 8;
/** How long positions are good for while the pointer moves: at least so long, and so many times what finding them took. */
const leastMs = 100;
const leastRest = 4;

export type AmountAt = (x: number, y: number) => PageAmount | null;

/** Finds the amount at a point of the view, of those that can be seen there. `cover`: what is looked through. */
export function makeAmountAt(amounts: readonly PageAmount[], cover: Element): AmountAt {
  let measured: Measured[] = [];
  let goodUntil = Number.NEGATIVE_INFINITY;
  return (x, y) => {
    const now = performance.now();
    if (now > goodUntil) {
      measured = amounts.flatMap((amount) => boxesOf(amount).map((box) => ({ amount, box })));
      const end = performance.now();
      goodUntil = end + Math.max(leastMs, leastRest * (end - now));
    }
    const near = measured
      .map((one) => ({ ...one, distance: distanceTo(one.box, x, y) }))
      .filter(({ distance }) => distance <= tolerance)
      .sort((a, b) => a.distance - b.distance);
    return near.find(({ amount, box }) => isSeen(amount, box, cover, x, y))?.amount ?? null;
  };
}

function isSeen({ element }: PageAmount, box: Box, cover: Element, x: number, y: number): boolean {
  const nearest = nearestPoint(box, x, y);
  return !isBehind(element, cover, nearest.x, nearest.y);
}
