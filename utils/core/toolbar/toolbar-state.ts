import type { Forecast } from '../forecast/forecast.ts';
import { type Verdict, verdictFor } from '../forecast/usage-status.ts';
import type { Settings } from '../settings.ts';
import type { Card } from '../usage/card.ts';
import { endFor, expiryFor, type Figure, figureFor, hasEnded, shareLeft, type View } from '../usage/card-balance.ts';
import { isStale, type Reading, sellerTimeFor } from '../usage/usage-snapshot.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { type Failure, needsPerson } from '../values/failure.ts';
import { badgeTextFor } from './badge-text.ts';

/** Why this card is the one on the toolbar; null where there is no other. */
export type ShownBecause = 'pinned' | 'danger' | null;

/**
 * Everything the toolbar shows, as data. `level`: share of the gauge that is filled; null draws it empty. `runsOutAt`:
 * the likely time, where the data will be used up before it expires.
 */
export type ToolbarState = {
  text: string;
  colour: Verdict | 'stale' | 'act';
  level: number | null;
  hollow: boolean;
  card: {
    title: string;
    figure: Figure;
    endsAt: number | null;
    runsOutAt: number | null;
    measuredAt: number;
  } | null;
};

export type ToolbarInput = {
  /** Null: there is no account yet. */
  account: {
    byteUnit: ByteUnit;
    reading: Reading | null;
    card: Card | null;
    title: string;
    forecast: Forecast;
    failure: Failure | null;
  } | null;
  intervalMs: number;
  settings: Pick<Settings, 'badgeNumber' | 'badgeShows' | 'view'>;
  now: number;
};

/** Times in the result are by our clock. */
export function toolbarFor({ account, intervalMs, settings, now }: ToolbarInput): ToolbarState {
  const nothing: ToolbarState = { text: '', colour: 'none', level: null, hollow: true, card: null };
  if (!account) return nothing;
  const { reading, card, failure, byteUnit, forecast, title } = account;
  const act = needsPerson(failure);
  if (!reading || !card) {
    return { ...nothing, text: act ? '!' : settings.badgeNumber ? '…' : '', colour: act ? 'act' : 'none' };
  }
  const sellerNow = sellerTimeFor(reading, now);
  const figure = figureFor(card, sellerNow);
  const endsAt = endFor(card, sellerNow);
  const expiresAt = expiryFor(card, sellerNow);
  const stale = isStale(reading, intervalMs, now) || hasEnded(card, sellerNow);
  const toEndMs = expiresAt === null ? null : expiresAt - sellerNow;
  const { badgeShows: shows, view } = settings;
  const number = () => badgeTextFor({ figure, byteUnit, view, shows, toEndMs, forecast, now: sellerNow });
  const runsOutAt = forecast.kind === 'ready' ? forecast.runOut.likely : null;
  return {
    text: act ? '!' : settings.badgeNumber ? number() : '',
    colour: act ? 'act' : stale ? 'stale' : verdictFor(card, forecast, sellerNow).verdict,
    level: levelOf(figure, view),
    hollow: stale,
    card: {
      title,
      figure,
      endsAt: endsAt === null ? null : endsAt - reading.skewMs,
      runsOutAt: runsOutAt === null || stale ? null : runsOutAt - reading.skewMs,
      measuredAt: card.measuredAt - reading.skewMs,
    },
  };
}

/** How full the gauge is, 0 … 1, in steps of a sixteenth so that the icon is drawn anew only when it looks new. */
function levelOf(figure: Figure, view: View): number | null {
  const left = shareLeft(figure);
  const share = left === null || view === 'left' || figure.kind === 'unlimited' ? left : 1 - left;
  return share === null || share === 0 ? share : Math.max(2, Math.floor(share * 16)) / 16;
}
