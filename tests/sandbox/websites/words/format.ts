/** GB of 1000 MB, cut to two decimals; under a GB, MB with one. */
export function formatBytes(bytes: number, tag: string): string {
  const isMega = bytes > 0 && bytes < 1e9;
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: isMega ? 1 : 2, roundingMode: 'trunc' });
  return isMega ? `${format.format(bytes / 1e6)} MB` : `${format.format(bytes / 1e9)} GB`;
}

/** In the zone of the machine, as a site whose customers are of one country. */
export function formatDate(at: number, tag: string, dateStyle: 'long' | 'medium'): string {
  return new Intl.DateTimeFormat(tag, { dateStyle }).format(at);
}

export function formatPrice(cents: number, tag: string): string {
  return new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
