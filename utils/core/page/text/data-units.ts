import type { ByteUnitName } from '../../values/bytes.ts';
import { matchAt, patternAt } from './word-patterns.ts';

/** `end`: where it ends in its text. */
export type DataUnit = { unit: ByteUnitName; isBinary: boolean; isBare: boolean; end: number };

const byteWord = `bytes?|octe[tț]~|byți|ba[iy]t~|baj?t~|bájt~|tavua?|байт~|μπάιτ|ب[اي]ي?ت|بایت|ב[יי]+ט|बाइट|ไบ[ตท]์
  バイト|바이트|字[节節]|位元[組组]`;

/** In any case: "gb" is written for GB where people buy data. `clipped`: said without a word for byte. */
function anyCase(letters: string, prefixes: string, clipped: string): RegExp {
  return patternAt(`(?:${prefixes})[ -]?(?:${byteWord})|${clipped}|[${letters}][iи]?[bб]`);
}

type Units = readonly (readonly [ByteUnitName, RegExp])[];
const spelled: Units = [
  [
    'GB',
    anyCase(
      'gг',
      "gi(?:ga|bi|g)|г[иі]га|γιγα|[جغق]ي[جغق]ا|گ[یي]گا?|ג[׳']?יגה|गीगा|กิกะ|ギガ|기가|吉",
      'gigas?|gigs?|гиг|[جغق]ي[جغق]ا|گ[یي]گ|ג["״]ב|जीबी|[جغ]\\.? ?ب|ギガ|기가|吉',
    ),
  ],
  [
    'MB',
    anyCase(
      'mм',
      'm[eé]ga|mebi|мега|μεγα|مي[جغق]ا|مگا|מגה|मेगा|เมกะ|メガ|메가|兆',
      'm[eé]gas?|мег|مي[جغق]ا|مگ|מ["״]ב|एमबी|م\\.? ?ب|メガ|메가|兆',
    ),
  ],
  ['KB', anyCase('kк', 'ki(?:lo|bi)|к[иі]ло|κιλο|[كک][يی]لو|קילו|किलो|กิโล|キロ|킬로|千', '[كک]\\.? ?ب|ק["״]ב|केबी')],
  ['TB', anyCase('tт', 't[eé]ra|tebi|тера|τερα|تيرا|ترا|טרה|टेरा|เทรา|テラ|테라|太', 'ت\\.? ?ب|ט["״]ב|टीबी')],
  ['B', patternAt(byteWord)],
];
/** In another case these are words, or other units. */
const exact: Units = [
  ['GB', /Gi?o|GO|Gt/y],
  ['MB', /Mi?o|MO|Mt/y],
  ['KB', /[Kk]i?o|kt/y],
  ['TB', /Ti?o(?!\s*\d)|Tt/y],
  ['B', /[BБ]|o(?=\s*(?:$|[/).,;]|sur\s))/y],
];
const bare: Units = [
  ['GB', /G/y],
  ['MB', /M/y],
];

const spacedScripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari'];
const spacedLetter = spacedScripts.map((script) => `\\p{Script=${script}}`).join('');
/** The unit is part of another word: "Mbit", "Gbps", "10 GB-Tarif", "5兆円". */
const goesOn = patternAt(`[${spacedLetter}\\p{M}_²½]|-\\p{L}|ビ|비트|比特|位|[円圓元韓]`);

/** The unit of data that stands at `index` in a text as `foldDigits` leaves it. */
export function dataUnitAt(text: string, index: number): DataUnit | null {
  return firstOf(spelled, text, index) ?? firstOf(exact, text, index) ?? firstOf(bare, text, index, true);
}

function firstOf(units: Units, text: string, index: number, isBare = false): DataUnit | null {
  for (const [unit, pattern] of units) {
    const [word] = matchAt(pattern, text, index) ?? [];
    if (word === undefined || matchAt(goesOn, text, index + word.length)) continue;
    return { unit, isBinary: /^.(?:[iи][bбo]$|[ei]bi)/iu.test(word), isBare, end: index + word.length };
  }
  return null;
}
