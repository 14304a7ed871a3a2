/* Comma-separated values, by RFC 4180. */

/**
 * The beginning of a formula, wide letters too: at the start of the text or after anything that some spreadsheet takes
 * for the end of a cell. Where a semicolon separates, our quotes stand within a cell and hold nothing together.
 */
const formulaStart = /(^|[,;|\t\r\n\u2028\u2029])([\p{Zs}"]*)(?=[=+\-@＝＋－＠])/gu;

/** A text as one cell, always in quotes. An apostrophe before what would be run as a formula keeps it a text. */
export function csvCell(text: string): string {
  return `"${text.replace(formulaStart, "$1$2'").replaceAll('"', '""')}"`;
}

/** Rows of finished cells, each ended as the RFC asks. */
export function csvDocument(header: string, rows: readonly (string | number)[][]): string {
  return [header, ...rows.map((cells) => cells.join(',')), ''].join('\r\n');
}
