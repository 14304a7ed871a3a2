/* Texts that others wrote, as they may be stored and shown. */

export const shortTextLength = 80;
export const longTextLength = 400;

/** A family of four has 11 code units, a flag of a part of a country 14. What is longer counts more than once. */
const unitsPerGrapheme = 16;

/** More marks on one letter than any script needs are there to fill the screen, and take seconds to draw. */
const maxMarks = 4;

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Controls, halves of surrogate pairs, overrides and isolates of the direction, and what is never seen. Joiners and
 * direction marks stay: emoji, Persian, Hebrew and the scripts of India need them.
 */
const removed =
  /[\p{Cc}\p{Cs}\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/gu;

/** Tags, which are not seen either, but in the flag of a part of a country. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007f}]{1,7})|[\u{e0000}-\u{e00ff}]/gu;

const marks = new RegExp(`([\\p{M}\\u200c-\\u200f\\u061c]{${maxMarks}})[\\p{M}\\u200c-\\u200f\\u061c]+`, 'gu');
const spaces = /\p{Zs}{2,}/gu;
const visible = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text in one line, without what could forge, hide or hold up anything around it; empty where nothing of it is
 * seen. What is longer than `maxGraphemes` ends in "…".
 */
export function cleanText(text: string, maxGraphemes: number): string {
  // First of all: a megabyte of marks costs as little as a name.
  const maxUnits = 2 * maxGraphemes * unitsPerGrapheme;
  const cleaned = text
    .slice(0, maxUnits)
    .replace(lineBreaks, ' ')
    .replace(removed, '')
    .replace(tags, '$1')
    .replace(marks, '$1')
    .replace(spaces, ' ')
    .trim();
  if (!visible.test(cleaned)) return '';
  const isWhole = text.length <= maxUnits;
  return isWhole && cleaned.length <= maxGraphemes ? cleaned : shortened(cleaned, maxGraphemes, isWhole);
}

function shortened(text: string, maxGraphemes: number, isWhole: boolean): string {
  let count = 0;
  /** Where to cut so that there is room for the dots. */
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const graphemes = Math.ceil(segment.length / unitsPerGrapheme);
    if (count + graphemes <= maxGraphemes - 1) end = index + segment.length;
    count += graphemes;
    if (count > maxGraphemes) break;
  }
  return isWhole && count <= maxGraphemes ? text : `${text.slice(0, end).trimEnd()}…`;
}
