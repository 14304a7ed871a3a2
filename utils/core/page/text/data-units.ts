import type { ByteUnitName } from '../../values/bytes.ts';
import type { WordsName } from './vocabulary.ts';
import { anyOf, lazily, matchAt } from './word-patterns.ts';

/** `end`: where it ends in its text. */
export type DataUnit = { unit: ByteUnitName; isBinary: boolean; isBare: boolean; end: number };

/** In any case: "gb" is written for GB where people buy data. `name`: such units said without a word for byte. */
function anyCase(letters: string, prefix: WordsName, name: WordsName): RegExp {
  return new RegExp(`${anyOf(prefix)}[ -]?${anyOf('byte')}|${anyOf(name)}|[${letters}][iи]?[bб]`, 'iuy');
}

type Units = readonly (readonly [ByteUnitName, RegExp])[];
const spelled = lazily(
  (): Units => [
    ['GB', anyCase('gг', 'giga', 'gigabyte')],
    ['MB', anyCase('mм', 'mega', 'megabyte')],
    ['KB', anyCase('kк', 'kilo', 'kilobyte')],
    ['TB', anyCase('tт', 'tera', 'terabyte')],
    ['B', new RegExp(anyOf('byte'), 'iuy')],
  ],
);
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
const goesOn = new RegExp(`[${spacedLetter}\\p{M}_²½]|-\\p{L}|ビ|비트|比特|位|[円圓元韓]`, 'iuy');

/** The unit of data that stands at `index` in a text as `foldDigits` leaves it. */
export function dataUnitAt(text: string, index: number): DataUnit | null {
  return firstOf(spelled(), text, index) ?? firstOf(exact, text, index) ?? firstOf(bare, text, index, true);
}

function firstOf(units: Units, text: string, index: number, isBare = false): DataUnit | null {
  for (const [unit, pattern] of units) {
    const [word] = matchAt(pattern, text, index) ?? [];
    if (word === undefined || matchAt(goesOn, text, index + word.length)) continue;
    return { unit, isBinary: /^.(?:[iи][bбo]$|[ei]bi)/iu.test(word), isBare, end: index + word.length };
  }
  return null;
}
