const digit = /\p{Nd}/u;
/** What is not seen: marks of direction, joiners, soft hyphens. */
const unseen = '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
const unseenMarks = new RegExp(`[${unseen}]`, 'g');
const folded = new RegExp(`[\\p{Nd}！-～${unseen}]`, 'gu');

/** The cheap first look: most texts of a page have none. */
export function hasDigit(text: string): boolean {
  return digit.test(text);
}

/** With ASCII digits, letters and signs for wide ones and those of other scripts, and spaces for what is not seen. */
export function foldDigits(text: string): string {
  return /[^\0-\xac]/.test(text) ? text.replace(folded, asciiOf) : text;
}

/** One UTF-16 unit for each, so that offsets stay. */
function asciiOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (character.length > 1 || !digit.test(character)) return character.length > 1 ? character : ' ';
  // The digits of a script begin at a code that ends in 0, or in 6.
  const last = code % 16;
  return String(digit.test(String.fromCharCode(code - last)) ? last : last - 6);
}

/** In one case and form, without what is not seen, each gap one space. */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(unseenMarks, '')
      .toLowerCase()
      // What becomes of the Turkish İ.
      .replaceAll('i\u0307', 'i')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
