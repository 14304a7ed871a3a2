/* An amount and its unit, such as "1.24 GB" or "99 SEK", are one value of a form. */

export function splitUnit(text: string, preset: string): { amount: string; unit: string } {
  const space = text.lastIndexOf(' ');
  return space < 0 ? { amount: text, unit: preset } : { amount: text.slice(0, space), unit: text.slice(space + 1) };
}

export function joinUnit(amount: string, unit: string): string {
  return amount.trim() === '' ? '' : `${amount.trim()} ${unit}`;
}
