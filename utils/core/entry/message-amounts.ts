import { endsInOf } from '../page/pick/total-words.ts';
import { amountBytes, findAmounts, type TextAmount } from '../page/text/amounts.ts';
import { meaningsOf } from '../page/text/meaning.ts';
import type { ByteUnit } from '../values/bytes.ts';

/**
 * An amount of a message. `bytes`: in each way its digits can be read. `meaning` null: its words do not say; `isAlso`
 * then: what is left may be meant all the same, as it stands in one sentence behind an amount that is.
 */
export type MessageAmount = { bytes: number[]; meaning: 'left' | 'used' | 'total' | null; isAlso: boolean };

/** The amounts of data of a message, in the order they stand in, each with what the words around it make of it. */
export function messageAmounts(text: string, byteUnit: ByteUnit): MessageAmount[] {
  const all = findAmounts(text);
  // "4G" is a network wherever an amount has its whole unit.
  const whole = all.filter(({ isBare }) => !isBare);
  const amounts = whole.length > 0 ? whole : all;
  const found: MessageAmount[] = [];
  let isListed = false;
  let before = lastClause(text.slice(0, amounts[0]?.start));
  for (const [place, amount] of amounts.entries()) {
    const next = amounts[place + 1];
    const after = text.slice(amount.end, next?.start);
    const isOfTotal = next !== undefined && endsInOf(after);
    const saidBefore = meaningIn(before);
    const [near, far] = isOfTotal ? [after, ''] : split(after, saidBefore !== null && next !== undefined);
    const said = saidBefore ?? meaningIn(near);
    const first = found.at(-1);
    // "1.5 GB of 3 GB left": the word is of the first.
    if (before === totalMark && first) first.meaning ??= said;
    const meaning = before === totalMark ? 'total' : said;
    const isAlso = meaning === null && isListed;
    found.push({ bytes: bytesOf(amount, byteUnit), meaning, isAlso });
    isListed = (meaning === 'left' || isListed) && !sentenceEnd.test(after);
    before = isOfTotal ? totalMark : far;
  }
  return found;
}

/** In place of the words before an amount that is the total of the one before it. */
const totalMark = '\n';
const sentenceEnd = /[.;!?。；！？\n](?=\s|$|\p{Script=Han})/u;
const clauseEnd = /[.;,!?，。；、！？|\n]/u;

function lastClause(text: string): string {
  return text.split(sentenceEnd).at(-1) ?? '';
}

/** The words between two amounts: those of the first, and those of the second. `isSaid`: the first has its own before. */
function split(between: string, isSaid: boolean): [string, string] {
  const end = between.search(clauseEnd);
  if (end >= 0) return [between.slice(0, end), between.slice(end + 1)];
  return isSaid ? ['', between] : [between, ''];
}

function meaningIn(words: string): 'left' | 'used' | null {
  const meanings = meaningsOf(words);
  if (meanings.has('left') === meanings.has('used')) return null;
  return meanings.has('left') ? 'left' : 'used';
}

function bytesOf({ values, unit, isBinary, rest }: TextAmount, byteUnit: ByteUnit): number[] {
  const bytes = values.map((value) => amountBytes(value, unit, isBinary ? 1024 : byteUnit, rest));
  return bytes.filter((one) => one !== null);
}
