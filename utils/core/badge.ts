import { type Card, isStale, type Reading, sellerTimeFor } from './card.ts';
import type { Failure } from './failure.ts';
import { needsPerson } from './failure.ts';
import { endFor, type Figure, figureFor, hasEnded, shareLeft } from './figure.ts';
import { type ByteUnit, wholeParts } from './units.ts';
import { type Verdict, verdictFor } from './verdict.ts';

/** What the badge may say of a figure: at most three wide characters, cut and never rounded up. */
export function badgeTextFor(figure: Figure, byteUnit: ByteUnit): string {
  if (figure.kind === 'unlimited') return '∞';
  if (figure.kind === 'unknown') return '?';
  if (figure.kind === 'coarse') return coarseText(figure.upperBytes, byteUnit);
  return bytesText(figure.leftBytes, byteUnit);
}

function bytesText(bytes: number, byteUnit: ByteUnit): string {
  const mega = byteUnit ** 2;
  const giga = byteUnit ** 3;
  if (bytes === 0) return '0';
  if (bytes < mega) return '<1M';
  const hundredths = wholeParts(bytes * 100, giga);
  // With 1024 to the unit, 100 to 102.3 M are less than .10 G.
  if (hundredths < 10) return `${Math.min(99, wholeParts(bytes, mega))}M`;
  if (bytes < giga) return `.${hundredths}`;
  const tenths = wholeParts(bytes * 10, giga);
  if (tenths < 100) return `${wholeParts(tenths, 10)}.${tenths % 10}`;
  const whole = wholeParts(bytes, giga);
  return whole < 100 ? `${whole}G` : '99+';
}

/** A bound is rounded up, so that it stays true: under 1 GiB is `<1G` at every seller. */
function coarseText(upperBytes: number, byteUnit: ByteUnit): string {
  if (upperBytes <= 2 ** 30) return '<1G';
  const giga = Math.ceil(upperBytes / byteUnit ** 3);
  return giga <= 9 ? `<${giga}G` : '?';
}

/** Everything the toolbar shows, as data. `level`: share of the gauge that is filled; null draws it empty. */
export type ToolbarState = {
  text: string;
  colour: Verdict | 'stale' | 'act';
  level: number | null;
  hollow: boolean;
  card: { title: string; figure: Figure; endsAt: number | null; measuredAt: number } | null;
};

export type ToolbarInput = {
  /** Null: there is no account yet. */
  account: { byteUnit: ByteUnit; reading: Reading | null; card: Card | null; failure: Failure | null } | null;
  intervalMs: number;
  showNumber: boolean;
  now: number;
};

/** Times in the result are by our clock. */
export function toolbarFor({ account, intervalMs, showNumber, now }: ToolbarInput): ToolbarState {
  const nothing: ToolbarState = { text: '', colour: 'none', level: null, hollow: true, card: null };
  if (!account) return nothing;
  const { reading, card, failure, byteUnit } = account;
  const act = needsPerson(failure);
  if (!reading || !card) {
    return { ...nothing, text: act ? '!' : showNumber ? '…' : '', colour: act ? 'act' : 'none' };
  }
  const sellerNow = sellerTimeFor(reading, now);
  const figure = figureFor(card, sellerNow);
  const endsAt = endFor(card, sellerNow);
  const stale = isStale(reading, intervalMs, now) || hasEnded(card, sellerNow);
  return {
    text: act ? '!' : showNumber ? badgeTextFor(figure, byteUnit) : '',
    colour: act ? 'act' : stale ? 'stale' : verdictFor(card, sellerNow).verdict,
    level: levelOf(figure),
    hollow: stale,
    card: {
      title: card.title,
      figure,
      endsAt: endsAt === null ? null : endsAt - reading.skewMs,
      measuredAt: card.measuredAt - reading.skewMs,
    },
  };
}

/** How full the gauge is, 0 … 1, in steps of a sixteenth so that the icon is drawn anew only when it looks new. */
function levelOf(figure: Figure): number | null {
  const share = shareLeft(figure);
  return share === null || share === 0 ? share : Math.max(2, Math.floor(share * 16)) / 16;
}
