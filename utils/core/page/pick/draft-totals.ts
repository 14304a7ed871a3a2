import type { AmountCandidate } from './candidate.ts';
import { topicsOf } from './topics.ts';
import { endsInOf } from './total-words.ts';

export const maxTotals = 6;

/**
 * What the total of a picked amount may be: of its own text first, then of those under the same headings one that is
 * called so, then all others there. Likely is one that "of", or such a word, makes its total, or the only one called so.
 */
export function totalsOf(picked: AmountCandidate, candidates: readonly AmountCandidate[]) {
  const others = candidates.filter(
    (candidate) =>
      !isSameAmount(candidate, picked) &&
      !candidate.amount.isPercent &&
      candidate.amount.isBare === picked.amount.isBare &&
      isSameBlock(candidate, picked) &&
      (!isFigure(candidate) || isTotalOf(candidate, picked) || isWithPercent(candidate, picked)),
  );
  const ofIt = others.filter((other) => isTotalOf(other, picked));
  const named = others.filter(({ meanings }) => meanings.has('total'));
  const totals = [...new Set([...ofIt, ...named, ...others])].slice(0, maxTotals);
  return { totals, isTotalLikely: ofIt.length === 1 || (ofIt.length === 0 && named.length === 1) };
}

export function isSameAmount(a: AmountCandidate, b: AmountCandidate): boolean {
  return isSameRun(a.run, b.run) && a.amount.start === b.amount.start;
}

export function isSameRun(a: AmountCandidate['run'], b: AmountCandidate['run']): boolean {
  return a.block === b.block && a.parts[0]?.node === b.parts[0]?.node;
}

function isSameBlock(a: AmountCandidate, b: AmountCandidate): boolean {
  const headings = b.place.headings.join('\n');
  return (
    isSameRun(a.run, b.run) || a.place.headings.slice(-b.place.headings.length || undefined).join('\n') === headings
  );
}

/** What is left or used is no total, unless its own words say so. */
function isFigure({ own }: AmountCandidate): boolean {
  return (own.has('left') || own.has('used')) && !own.has('total');
}

/** "You have used 62 % of your 10 GB": what is said of the one is of the other's part. */
function isWithPercent({ run }: AmountCandidate, picked: AmountCandidate): boolean {
  return picked.amount.isPercent === true && isSameRun(run, picked.run);
}

/** Whether the words between the two say "of". */
function isTotalOf(other: AmountCandidate, { run, amount }: AmountCandidate): boolean {
  if (!isSameRun(other.run, run) || other.amount.start < amount.end) return false;
  const between = run.text.slice(amount.end, other.amount.start);
  const isBeside = between.length <= 40 && !/\p{Nd}/u.test(between);
  return isBeside && (endsInOf(between) || topicsOf(between).has('total') || other.own.has('total'));
}
