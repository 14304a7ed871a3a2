import { type DateSpot, endAt } from '../page/find/end-date.ts';
import { findDates, findRelativeTimes } from '../page/text/dates.ts';
import { meaningsOf } from '../page/text/meaning.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { type MessageAmount, messageAmounts } from './message-amounts.ts';

/** The ways something can be understood: none, one that is certain, or those among which the user is asked. */
export type Understood = { choices: number[]; isCertain: boolean };

/** What a message of a seller says of a card. `left`, `totalBytes`: bytes, null: not told. `ends`: instants. */
export type PastedMessage = { left: Understood; totalBytes: number | null; end: Understood };

/** Longer texts are no message: the rest of them is not looked at. */
const maxLength = 2000;

/** `now`: our clock; dates are of `zone`. The vocabulary must have been given. */
export function readMessage(pasted: string, byteUnit: ByteUnit, now: number, zone: string): PastedMessage {
  const text = pasted.slice(0, maxLength);
  const amounts = messageAmounts(text, byteUnit);
  const bytesOf = (meaning: MessageAmount['meaning']) => [
    ...new Set(amounts.filter((amount) => amount.meaning === meaning).flatMap(({ bytes }) => bytes)),
  ];
  const totals = bytesOf('total');
  const totalBytes = totals.length === 1 ? (totals[0] ?? null) : null;
  const used = bytesOf('used');
  const unused = totalBytes === null || used.length !== 1 ? [] : used.map((bytes) => totalBytes - bytes);
  const told = [leftIn(amounts), unused.filter((bytes) => bytes >= 0)].find((choices) => choices.length > 0);
  const left = told ? understood(told) : { choices: bytesOf(null), isCertain: false };
  const isTotal = totalBytes !== null && left.choices.every((bytes) => bytes <= totalBytes);
  return { left, totalBytes: isTotal ? totalBytes : null, end: endIn(text, now, zone) };
}

/** All that may be left, where any amount is said to be. */
function leftIn(amounts: readonly MessageAmount[]): number[] {
  return [
    ...new Set(amounts.filter(({ meaning, isAlso }) => meaning === 'left' || isAlso).flatMap(({ bytes }) => bytes)),
  ];
}

function understood(choices: readonly number[]): Understood {
  return { choices: [...choices], isCertain: choices.length === 1 };
}

type MessageDate = Pick<DateSpot, 'date' | 'relative'> & { isEnd: boolean };

/** A date says by itself that it is the end only beside a word for it. What is over is no end of what is left. */
function endIn(text: string, now: number, zone: string): Understood {
  const dates = datesIn(text);
  const said = dates.filter(({ isEnd }) => isEnd);
  const all = (said.length > 0 ? said : dates).flatMap(({ date, relative }) =>
    (date?.orders ?? [null]).map((order) => endAt({ date, relative }, order, now, zone)),
  );
  const choices = [...new Set(all.filter((at) => at !== null && at > now))] as number[];
  return { choices, isCertain: said.length > 0 && choices.length === 1 };
}

/** As far as a word for the end is looked for before a date, and after it. */
const [longestBefore, longestAfter] = [40, 12];

function datesIn(text: string): MessageDate[] {
  const isEnd = (start: number, end: number) =>
    [text.slice(Math.max(0, start - longestBefore), start), text.slice(end, end + longestAfter)].some((words) =>
      meaningsOf(words).has('until'),
    );
  const dates = findDates(text).map((date) => ({ date, relative: null, isEnd: isEnd(date.start, date.end) }));
  // "In 5 days" is said of nothing else.
  return [...dates, ...findRelativeTimes(text).map((relative) => ({ date: null, relative, isEnd: true }))];
}
