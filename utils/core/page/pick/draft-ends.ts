import { type DateSpot, dateSpots, endAt } from '../find/end-date.ts';
import { isRow } from '../find/nearby.ts';
import { type PageText, standingOf, type TextRun } from '../find/page-text.ts';
import type { PageView } from '../find/page-view.ts';
import type { Places } from '../find/place-of.ts';
import type { DraftEnd } from '../page-draft.ts';
import { closest } from '../page-tree.ts';
import { relativeEnd, toEndInstant } from '../text/dates.ts';
import { meaningsOf } from '../text/meaning.ts';
import { anyOf, lazily } from '../text/word-patterns.ts';

/**
 * A date of the page that may be when the figure ends. `rank`: how surely; 0: it is of something else, of the past, or so
 * far off that it would not be read again.
 */
export type EndCandidate = {
  run: TextRun;
  start: number;
  end: number;
  label: string;
  /** `place` with the identifying texts themselves. */
  draftEnd: DraftEnd;
  rank: number;
};

export const maxEnds = 6;

/** When the figure may end, the likeliest first; `place` with the identifying texts themselves. */
export function draftEnds(view: PageView, runIndex: number, now: number, zone: string) {
  const ranked = endCandidates(view, runIndex, now, zone)
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  const isLikely = first !== undefined && first.rank >= likelyRank && first.rank !== second?.rank;
  return { ends: ranked.slice(0, maxEnds).map(({ draftEnd }) => draftEnd), isLikely };
}

/** All dates of the page in document order. `runIndex`: of the figure; -1: it is not there. */
export function endCandidates({ page, places }: PageView, runIndex: number, now: number, zone: string): EndCandidate[] {
  const headings = runIndex < 0 ? null : places.surroundings(runIndex).headings;
  return dateSpots(page).flatMap((spot) => {
    const draftEnd = toEnd(spot, places, now, zone);
    const run = page.runs[spot.runIndex];
    const span = spot.date ?? spot.relative;
    if (!draftEnd || !run || !span) return [];
    const isAhead = draftEnd.endsAt.some((at) => at >= now);
    const isReadAgain = (spot.date?.orders ?? [null]).every((order) => endAt(spot, order, now, zone) !== null);
    const rank = isAhead && isReadAgain && headings ? rankOf(spot, page, places, runIndex, headings) : 0;
    const { before, column } = places.wordsNearby(spot.runIndex);
    return [{ run, start: span.start, end: span.end, label: before || column, draftEnd, rank }];
  });
}

const likelyRank = 3;
/** Where nothing stands above the figure. */
const nearRuns = 12;

/** As the header of a column, or a label, these alone say it. */
const validity = lazily(() => new RegExp(`^\\s*${anyOf('valid')}\\s*:?\\s*$`, 'iu'));

/** How surely a date is the end of the figure; 0: it is of something else. */
function rankOf(spot: DateSpot, page: PageText, places: Places, runIndex: number, headings: readonly string[]): number {
  const around = places.surroundings(spot.runIndex);
  const text = page.runs[spot.runIndex]?.text ?? '';
  const labels = [around.before, around.column];
  const saysEnd =
    [text, ...labels].some((words) => meaningsOf(words).has('until')) || labels.some((words) => validity().test(words));
  const isSameText = spot.runIndex === runIndex;
  const isSameRow = around.column !== '' && isInSameRow(page, spot.runIndex, runIndex);
  // "5 days left" says what it is.
  const isEnd = saysEnd || spot.relative !== null;
  if (isSameText) return isEnd ? 6 : 2;
  if (isSameRow) return isEnd ? 5 : 2;
  const isBelow = around.headings.slice(-headings.length).join('\n') === headings.join('\n');
  const isNear = headings.length > 0 ? isBelow : Math.abs(spot.runIndex - standingOf(runIndex, page)) <= nearRuns;
  if (!isNear) return 0;
  return isEnd ? 4 : 1;
}

function isInSameRow({ runs }: PageText, a: number, b: number): boolean {
  const rowWith = (index: number) => closest(runs[index]?.block ?? null, isRow);
  const row = rowWith(a);
  return row !== null && row === rowWith(b);
}

function toEnd(spot: DateSpot, places: Places, now: number, zone: string): DraftEnd | null {
  const place = places.of(spot.runIndex, spot.position);
  const { text, date, relative } = spot;
  if (relative) return { text, endsAt: [relativeEnd(relative, now)], orders: [], place };
  const readings = (date?.readings ?? []).flatMap((reading, index) => {
    const at = toEndInstant(reading, date?.time ?? null, now, zone);
    const order = date?.orders[index];
    return at === null || order === undefined ? [] : [{ at, order }];
  });
  if (readings.length === 0) return null;
  return { text, endsAt: readings.map(({ at }) => at), orders: readings.map(({ order }) => order), place };
}
