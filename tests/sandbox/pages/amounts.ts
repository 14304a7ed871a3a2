import type { Money } from '../wire.ts';

/** `SEK 99.00`, `JPY 980`, `KWD 0.475`: exact, with at least as many digits as the currency has. */
export function formatMoney({ currencyCode, units, nanos }: Money): string {
  const options = new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode }).resolvedOptions();
  const digits = String(nanos)
    .padStart(9, '0')
    .replace(/0+$/, '')
    .padEnd(options.minimumFractionDigits ?? 0, '0');
  return `${currencyCode} ${units}${digits === '' ? '' : `.${digits}`}`;
}

export function formatBytes(bytes: string | number): string {
  const count = Number(bytes);
  if (count >= 1e9) return `${(count / 1e9).toFixed(2)} GB`;
  return count >= 1e6 ? `${(count / 1e6).toFixed(1)} MB` : `${count} B`;
}

export function formatDuration(duration: string): string {
  const days = Number.parseInt(duration, 10) / 86_400;
  return days === 1 ? '1 day' : `${days} days`;
}

export function formatTime(time: string | null | undefined): string {
  return time ? time.slice(0, 16).replace('T', ' ') : '–';
}
