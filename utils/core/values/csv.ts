/* Comma-separated values, by RFC 4180. */

/** A text as one cell. A spreadsheet would run a text that begins like a formula: an apostrophe keeps it a text. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of finished cells, each ended as the RFC asks. */
export function csvDocument(header: string, rows: readonly (string | number)[][]): string {
  return [header, ...rows.map((cells) => cells.join(',')), ''].join('\r\n');
}
