import type { Place } from '../recipe.ts';
import type { AmountCandidate } from './candidate.ts';

/** The first amount at a place that is known for a site; null: there is none. A "*" is any heading. */
export function amountAtKnownPlace(
  candidates: readonly AmountCandidate[],
  known: readonly Place[],
): AmountCandidate | null {
  return candidates.find(({ place }) => known.some((sought) => isKnownPlace(place, sought))) ?? null;
}

function isKnownPlace(found: Place, sought: Place): boolean {
  return (
    found.shape === sought.shape &&
    found.position === sought.position &&
    found.before === sought.before &&
    found.column === sought.column &&
    found.headings.length === sought.headings.length &&
    found.headings.every((heading, index) => sought.headings[index] === '*' || sought.headings[index] === heading)
  );
}
