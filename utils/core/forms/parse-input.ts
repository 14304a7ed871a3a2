import { type ByteUnit, type TypedAmount, toBytes } from '../values/bytes.ts';
import { type Money, moneyDecimal } from '../values/money.ts';
import { instantOf, minuteMs, nextDay, wallClock } from '../values/time.ts';
import { isHotspotOrigin, isSafeUrl } from '../values/urls.ts';

const maxGigabytes = 9999;

/** Bytes of an amount such as "1,24 GB", as `parseTypedAmount` reads it. */
export function parseBytes(typed: string, byteUnit: ByteUnit): number | null {
  const amount = parseTypedAmount(typed);
  return amount && toBytes(amount, byteUnit);
}

/**
 * An amount such as "1,24 GB": digits of any width, decimal comma or point, MB or GB. Null: not an amount, or more than
 * 9999 GB. Three decimals are rejected: "1,500" could mean 1.5 or 1500.
 */
export function parseTypedAmount(typed: string): TypedAmount | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.');
  const [, number = '', letters = ''] = /^(\d{1,7}(?:\.\d{0,2})?|\.\d{1,2})\s*(MB|GB)$/i.exec(text) ?? [];
  if (number === '') return null;
  const value = Number(number);
  const unit = letters.toUpperCase() === 'MB' ? 'MB' : 'GB';
  return value <= maxGigabytes * (unit === 'MB' ? 1000 : 1) ? { value, unit } : null;
}

/** The beginning of a day such as "2026-12-10", in local time; null: not a date, or before 2000. */
export function parseDate(typed: string): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed.trim()) ?? [];
  if (Number(year) < 2000) return null;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const exists = new Date(wall).toISOString().startsWith(`${year}-${month}-${day}T`);
  return exists ? instantOf(wall) : null;
}

/** The last minute of a day such as "2026-12-10", for what is good on all of that day; null: not a date. */
export function parseLastMinute(typed: string): number | null {
  const day = parseDate(typed);
  return day === null ? null : nextDay(day) - minuteMs;
}

/** "2026-12-10", as a field for a date has it. */
export function toFormDate(at: number): string {
  return new Date(wallClock(at)).toISOString().slice(0, 10);
}

/** An integer from `min` to `max`, at most three digits; null: anything else. */
export function parseCount(typed: string, min: number, max: number): number | null {
  const text = typed.normalize('NFKC').trim();
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return count >= min && count <= max ? count : null;
}

/** The exact amount of "99.50 SEK"; null: not a price. */
export function parseMoney(typed: string): Money | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.').toUpperCase();
  const [, units = '', digits = '', currency = ''] = /^(\d{1,9})(?:\.(\d{1,9}))?\s*([A-Z]{3})$/.exec(text) ?? [];
  return units === '' ? null : { currency, units: String(Number(units)), nanos: Number(digits.padEnd(9, '0')) };
}

/** "99.50 SEK", as a field for a price has it. */
export function toFormMoney(money: Money): string {
  return `${moneyDecimal(money)} ${money.currency}`;
}

/** The address of a page that may be opened; https where it has no scheme. Null: not such an address. */
export function parseHttpsUrl(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return !/\s/.test(text) && isSafeUrl(url) && new URL(url).hostname.includes('.') ? new URL(url).href : null;
}

/**
 * The origin of a hotspot's address; http where it has no scheme, as usual with hotspots. Null: not such an address.
 */
export function parseHotspotOrigin(typed: string): string | null {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  // With one slash the scheme would be taken for a name.
  if (/\s|^https?:(?!\/\/)/i.test(text) || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  return isHotspotOrigin(origin) ? origin : null;
}
