/** The same for the same value, in whatever order its members stand: a browser’s storage may give them back in another. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, sorted) ?? '';
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
