import type { Forecast } from '../forecast/forecast.ts';
import type { BadgeShows } from '../settings.ts';
import { type CardBalance, type DisplayMode, displayedAmount, remainingPercent } from '../usage/card-balance.ts';
import type { PlanSize } from '../usage/waiting-plans.ts';
import { type ByteUnit, type Rounding, wholeParts } from '../values/bytes.ts';
import { dayMs, hourMs } from '../values/time.ts';

export type BadgeInput = {
  balance: CardBalance;
  byteUnit: ByteUnit;
  view: DisplayMode;
  shows: BadgeShows;
  /** How long until it expires; null: no end is known. */
  toEndMs: number | null;
  forecast: Forecast;
  /** Seller's clock. */
  now: number;
};

/** The text on the badge: at most three wide characters, ASCII digits in every language. */
export function badgeText({ balance, byteUnit, view, shows, toEndMs, forecast, now }: BadgeInput): string {
  if (balance.kind === 'not-started') return sizeText(balance.size, byteUnit);
  if (shows === 'days' && balance.kind !== 'no-plan') return toEndMs === null ? '?' : durationText(toEndMs);
  if (shows === 'run-out') {
    const text = runOutText(balance, forecast, now);
    if (text !== null) return text;
  }
  if (balance.kind === 'unlimited') return '∞';
  if (balance.kind === 'unknown') return '?';
  if (balance.kind === 'no-plan') return '–';
  if (balance.kind === 'coarse') return coarseText(balance.upperBytes, byteUnit);
  const percent = remainingPercent(balance);
  if (shows === 'percent' && percent !== null) return percentText(view === 'used' ? 100 - percent : percent);
  const { bytes, rounding } = displayedAmount(balance, view);
  return bytesText(bytes, byteUnit, rounding);
}

/** Of a plan that has not begun: there is nothing else to count yet. */
function sizeText(size: PlanSize, byteUnit: ByteUnit): string {
  if (size.kind === 'unlimited') return '∞';
  return size.kind === 'known' ? bytesText(size.bytes, byteUnit, 'cut') : '–';
}

/** At 100 the percent sign does not fit. */
function percentText(percent: number): string {
  return percent < 100 ? `${percent}%` : '100';
}

/** Null: not enough data for a forecast, so the amount is shown instead. `OK`: it will last until it expires. */
function runOutText(balance: CardBalance, forecast: Forecast, now: number): string | null {
  if (balance.kind === 'known' && balance.leftBytes === 0) return '0';
  if (forecast.kind !== 'ready') return null;
  if (forecast.runOut.likely !== null) return durationText(forecast.runOut.likely - now);
  return forecast.endsAt === null ? '99+' : 'OK';
}

/** When the text for the time until `at` next changes; null: no more. All times by one clock. */
export function nextDurationChange(at: number, now: number): number | null {
  const lengthMs = at - now;
  if (lengthMs <= 0) return null;
  if (lengthMs < hourMs) return at;
  if (lengthMs >= 100 * dayMs) return at - 100 * dayMs + 1;
  return now + (lengthMs % (lengthMs >= dayMs ? dayMs : hourMs)) + 1;
}

/** Whole days, below one day whole hours; cut, so that no duration is overstated. */
function durationText(lengthMs: number): string {
  if (lengthMs <= 0) return '0d';
  const days = Math.floor(lengthMs / dayMs);
  if (days >= 100) return '99+';
  if (days >= 1) return `${days}d`;
  const hours = Math.floor(lengthMs / hourMs);
  return hours >= 1 ? `${hours}h` : '<1h';
}

function bytesText(bytes: number, byteUnit: ByteUnit, rounding: Rounding): string {
  const mega = byteUnit ** 2;
  const giga = byteUnit ** 3;
  const countOf = (scale: number, size: number) => {
    const whole = wholeParts(bytes * scale, size);
    return rounding === 'up' && whole * size < bytes * scale ? whole + 1 : whole;
  };
  if (bytes === 0) return '0';
  if (bytes < mega) return '<1M';
  const hundredths = countOf(100, giga);
  // With 1024 to the unit, 100 to 102.3 M is less than .10 G.
  if (hundredths < 10 || (rounding === 'up' && countOf(1, mega) < 100)) return `${Math.min(99, countOf(1, mega))}M`;
  if (hundredths < 100) return `.${hundredths}`;
  const tenths = countOf(10, giga);
  if (tenths < 100) return `${wholeParts(tenths, 10)}.${tenths % 10}`;
  const whole = countOf(1, giga);
  return whole < 100 ? `${whole}G` : '99+';
}

/** An upper bound is rounded up, so that it stays true: up to 1 GiB it is `<1G` whatever the seller's byte unit. */
function coarseText(upperBytes: number, byteUnit: ByteUnit): string {
  if (upperBytes === 0) return '0';
  if (upperBytes <= 2 ** 30) return '<1G';
  const giga = Math.ceil(upperBytes / byteUnit ** 3);
  return giga <= 9 ? `<${giga}G` : '?';
}
