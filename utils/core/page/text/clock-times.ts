import { matchAt, patternAt, wordEnd } from './word-patterns.ts';

export type ClockTime = { hour: number; minute: number };

/** `time` null: none. 'other-zone': one with "UTC" or an offset, which a time of day alone does not hold. */
export type FoundTime = { end: number; time: ClockTime | 'other-zone' | null };

const half = '(?:(a\\.?m\\.?|上午|凌晨|早上|午前|오전|ص|π\\.μ\\.|PG)|(p\\.?m\\.?|下午|晚上|午後|오후|م|μ\\.μ\\.|PTG))';

/** Between a day and its time: a few words, a day of the week. */
const joint = new RegExp(
  '(?:\\s?[гр]\\.)?[,;T]?\\s*(?:[(（]?(?:[月火水木金土日](?:曜日)?|(?:星期|周).|.요일)[)）]?\\s*)?[(（]?' +
    '(?:(?:at|um|à|a las|alle(?: ore)?|ore|om|o|в|о|u|la|στις|saat|lúc|às|เวลา|في|الساعة|ساعت|בשעה|को|[-–])\\s+' +
    '|(pukul|jam|klo|kl\\.?)\\s+)?',
  'iuy',
);
const halfBefore = patternAt(`${half}\\s?`);
const clock = /(\d{1,2})(?:([:.])(\d\d)(?::\d\d(?:\.\d+)?)?|\s?[h時时點点시](?:\s?(\d\d)(?:\s?[分분])?)?)?(?!\d)/iuy;
const halfAfter = patternAt(`\\s?${half}`, wordEnd);
const hourWord = patternAt('\\s?(?:uhr|wib|wita|wit)', wordEnd);
const otherZone = /\s?[(]?(?:utc|gmt|z(?!\p{L})|[+-]\d\d:?\d\d(?!\d))/iuy;

/** Before a day: "23:59 on 21 Dec". */
const clockBefore = new RegExp(
  `(?<![\\d.,:])(\\d{1,2})(?:[:h](\\d\\d)(?::\\d\\d)?)?(?:\\s?${half}|\\s?uhr)?[\\s,]*` +
    '(?:(?:on|am|ngày|le|el|del|de|du|em|di|kl|thứ \\p{L}+),?\\s*)?$',
  'iu',
);
const longestBefore = 32;

/** The time that follows a day ending at `index`. */
export function timeAfter(text: string, index: number): FoundTime {
  const none: FoundTime = { end: index, time: null };
  const between = matchAt(joint, text, index);
  let end = index;
  const take = (found: RegExpExecArray | null) => {
    end += found?.[0].length ?? 0;
    return found;
  };
  take(between);
  if (end === index) return none;
  const before = take(matchAt(halfBefore, text, end));
  const found = take(matchAt(clock, text, end));
  if (!found) return none;
  const after = take(matchAt(halfAfter, text, end));
  const named = take(matchAt(hourWord, text, end));
  const [whole, hour, sign, minute, minuteOfHour] = found;
  const [, isEarly = before?.[1], isLate = before?.[2]] = after ?? [];
  // "21 Dec. 2.30 GB" has no time.
  if (sign === '.' ? !(named || between?.[1]) : whole === hour && !(named || isEarly || isLate)) return none;
  const time = timeOf(Number(hour), Number(minute ?? minuteOfHour ?? 0), isEarly, isLate);
  if (!time) return none;
  return { end, time: matchAt(otherZone, text, end) ? 'other-zone' : time };
}

/** The time that stands before a day beginning at `index`; `end` is where it begins. */
export function timeBefore(text: string, index: number): { end: number; time: ClockTime | null } {
  const [whole = '', hour, minute, isEarly, isLate] =
    clockBefore.exec(text.slice(Math.max(0, index - longestBefore), index)) ?? [];
  const isTime = minute !== undefined || isEarly !== undefined || isLate !== undefined;
  const time = isTime ? timeOf(Number(hour), Number(minute ?? 0), isEarly, isLate) : null;
  return { end: time ? index - whole.length : index, time };
}

/** Midnight as 24:00 is the end of the day, which needs no time. */
function timeOf(hour: number, minute: number, isEarly?: string, isLate?: string): ClockTime | null {
  if (hour > 23 || minute > 59) return null;
  if ((isEarly || isLate) && hour <= 12) return { hour: (hour % 12) + (isLate ? 12 : 0), minute };
  return { hour, minute };
}
