import { type Box, distanceTo, nearestPoint } from './box.ts';
import { isBehind } from './in-sight.ts';
import { boxesOf, type PageSpot } from './page-spot.ts';

type Measured = { spot: PageSpot; box: Box };

/** Pixels beside a text that still mean it: a line of small text is hard to meet. */
const tolerance = 8;
/** How long positions are good for while the pointer moves: at least so long, and so many times what finding them took. */
const leastMs = 100;
const leastRest = 4;

export type SpotAt = (x: number, y: number) => PageSpot | null;

/** Finds the spot at a point of the view, of those that can be seen there. `cover`: what is looked through. */
export function makeSpotAt(spots: readonly PageSpot[], cover: Element): SpotAt {
  let measured: Measured[] = [];
  let goodUntil = Number.NEGATIVE_INFINITY;
  return (x, y) => {
    const now = performance.now();
    if (now > goodUntil) {
      measured = spots.flatMap((spot) => boxesOf(spot).map((box) => ({ spot, box })));
      const end = performance.now();
      goodUntil = end + Math.max(leastMs, leastRest * (end - now));
    }
    const near = measured
      .map((one) => ({ ...one, distance: distanceTo(one.box, x, y) }))
      .filter(({ distance }) => distance <= tolerance)
      .sort((a, b) => a.distance - b.distance);
    return near.find(({ spot, box }) => isSeen(spot, box, cover, x, y))?.spot ?? null;
  };
}

function isSeen({ element, from }: PageSpot, box: Box, cover: Element, x: number, y: number): boolean {
  const nearest = nearestPoint(box, x, y);
  return !isBehind(element, from.node, cover, nearest.x, nearest.y);
}
