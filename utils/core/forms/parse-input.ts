import { type ByteUnit, toBytes } from '../values/bytes.ts';
import type { Money } from '../values/money.ts';
import { instantOf } from '../values/time.ts';
import { isHotspotOrigin, isSafeUrl } from '../values/urls.ts';

const maxGigabytes = 9999;

/**
 * Digits of any width, a decimal comma or point, MB or GB: "1,24 GB". Null: not an amount, or not a sensible one. Three
 * decimals are none: "1,500" could be meant either way.
 */
export function parseBytes(typed: string, byteUnit: ByteUnit): number | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.');
  const [, figure = '', unit = ''] = /^(\d{1,7}(?:\.\d{0,2})?|\.\d{1,2})\s*(MB|GB)$/i.exec(text) ?? [];
  if (figure === '') return null;
  const bytes = toBytes({ value: Number(figure), unit: unit.toUpperCase() === 'MB' ? 'MB' : 'GB' }, byteUnit);
  return bytes <= maxGigabytes * byteUnit ** 3 ? bytes : null;
}

/** When a day begins by the clocks here. */
export function parseDate(typed: string): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed.trim()) ?? [];
  if (Number(year) < 2000) return null;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isThere = new Date(wall).toISOString().startsWith(`${year}-${month}-${day}T`);
  return isThere ? instantOf(wall) : null;
}

export function parseCount(typed: string, least: number, most: number): number | null {
  const text = typed.normalize('NFKC').trim();
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return count >= least && count <= most ? count : null;
}

/** "99.50 SEK", exactly. */
export function parseMoney(typed: string): Money | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.').toUpperCase();
  const [, units = '', digits = '', currency = ''] = /^(\d{1,9})(?:\.(\d{1,9}))?\s*([A-Z]{3})$/.exec(text) ?? [];
  return units === '' ? null : { currency, units: String(Number(units)), nanos: Number(digits.padEnd(9, '0')) };
}

/** A page to open: https alone. */
export function parseHttpsUrl(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return !/\s/.test(text) && isSafeUrl(url) && new URL(url).hostname.includes('.') ? new URL(url).href : null;
}

/** The origin of a hotspot's address; without a scheme it means http, as hotspots have it. */
export function parseHotspotOrigin(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (/\s/.test(text) || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  return isHotspotOrigin(origin) ? origin : null;
}
