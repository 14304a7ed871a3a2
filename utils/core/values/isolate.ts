/** Letters and digits written from right to left, and the marks that ask for it. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text of others as part of a sentence, where it must not turn around what stands beside it: between U+2068 and
 * U+2069, which are not seen. Only where it could: a copied or searched name should have no more letters than it shows.
 */
export function isolate(text: string, direction: 'ltr' | 'rtl'): string {
  if (text === '') return '';
  return direction === 'rtl' || rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
