import { type DateSpot, dateSpots } from '../find/end-date.ts';
import { isRow } from '../find/nearby.ts';
import type { PageText } from '../find/page-text.ts';
import type { PageView } from '../find/page-view.ts';
import type { Places } from '../find/place-of.ts';
import type { DraftEnd } from '../page-draft.ts';
import { closest } from '../page-tree.ts';
import { relativeEnd, toEndInstant } from '../text/dates.ts';
import { meaningsOf } from '../text/meaning.ts';

const maxEnds = 6;

/** When the figure may end, the likeliest first; `place` with the identifying texts themselves. */
export function draftEnds({ page, places }: PageView, runIndex: number, now: number, zone: string) {
  const { headings } = places.surroundings(runIndex);
  const ranked = dateSpots(page)
    .flatMap((spot) => {
      const end = toEnd(spot, places, now, zone);
      const rank = end?.endsAt.some((at) => at >= now) ? rankOf(spot, page, places, runIndex, headings) : 0;
      return end && rank > 0 ? [{ end, rank }] : [];
    })
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  const isLikely = first !== undefined && first.rank >= likelyRank && first.rank !== second?.rank;
  return { ends: ranked.slice(0, maxEnds).map(({ end }) => end), isLikely };
}

const likelyRank = 3;
/** Where nothing stands above the figure. */
const nearRuns = 12;

/** As the header of a column, or a label, these alone say it. */
const validity =
  /^\s*(valid|validity|gültig|gültigkeit|validité|validez|vigencia|validità|validade|geldigheid|ważność|berlaku|masa berlaku|срок действия|有效期|有効期限|유효기간)\s*:?\s*$/iu;

/** How surely a date is the end of the figure; 0: it is of something else. */
function rankOf(spot: DateSpot, page: PageText, places: Places, runIndex: number, headings: readonly string[]): number {
  const around = places.surroundings(spot.runIndex);
  const text = page.runs[spot.runIndex]?.text ?? '';
  const labels = [around.before, around.column];
  const saysEnd =
    [text, ...labels].some((words) => meaningsOf(words).has('until')) || labels.some((words) => validity.test(words));
  const isSameText = spot.runIndex === runIndex;
  const isSameRow = around.column !== '' && isInSameRow(page, spot.runIndex, runIndex);
  // "5 days left" says what it is.
  const isEnd = saysEnd || spot.relative !== null;
  if (isSameText) return isEnd ? 6 : 2;
  if (isSameRow) return isEnd ? 5 : 2;
  const isBelow = around.headings.slice(-headings.length).join('\n') === headings.join('\n');
  const isNear = headings.length > 0 ? isBelow : Math.abs(spot.runIndex - runIndex) <= nearRuns;
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
