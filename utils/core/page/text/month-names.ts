/** Languages whose months have names. */
const languages = 'en hu de fr es it pt nl pl cs sk sv da nb fi ro el tr ru uk ar fa he hi id ms th';
/** In these the day may follow the month. */
const monthFirst = ['en', 'hu'];

const styles: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
  { month: 'short' },
];

/** As they are written, too. */
const otherNames = { sept: 9, jänner: 1, mrz: 3, agt: 8, ags: 8, pebruari: 2, nop: 11, setiembre: 9 };

/** "GB" stands beside most numbers of an account, and no Latin name of a month is so short. */
const unit = /^[a-z]{1,2}$/i;

type MonthNames = { all: ReadonlyMap<string, number>; first: ReadonlySet<string> };

/** Made when the first word beside a number is looked up: it takes some milliseconds. */
let names: MonthNames | null = null;

/** The month of that name, in any of the languages; `isFirst`: a day may follow it. */
export function monthNamed(word: string): { month: number; isFirst: boolean } | null {
  if (unit.test(word)) return null;
  names ??= monthNames();
  const name = keyOf(word);
  // Hebrew writes "in" as part of the name.
  const month = names.all.get(name) ?? (name.startsWith('ב') ? names.all.get(name.slice(1)) : undefined);
  return month === undefined ? null : { month, isFirst: names.first.has(name) };
}

function keyOf(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replace(/[.॰'׳’\u0654]/g, '');
}

function monthNames(): MonthNames {
  const all = new Map<string, number>(Object.entries(otherNames));
  const first = new Set(['sept']);
  for (const language of languages.split(' ')) {
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2026, month - 1, 15)).find(({ type }) => type === 'month');
        const name = keyOf(part?.value ?? '');
        if (!/\p{L}/u.test(name)) continue;
        if (!all.has(name)) all.set(name, month);
        if (monthFirst.includes(language)) first.add(name);
      }
    }
  }
  return { all, first };
}
