/* Entries of two parts, such as "1.24 GB" or "99 SEK", are kept as one text. */

export function splitUnit(text: string, preset: string): { figure: string; unit: string } {
  const space = text.lastIndexOf(' ');
  return space < 0 ? { figure: text, unit: preset } : { figure: text.slice(0, space), unit: text.slice(space + 1) };
}

export function joinUnit(figure: string, unit: string): string {
  return figure.trim() === '' ? '' : `${figure.trim()} ${unit}`;
}
