import { alternatives } from './vocabulary.ts';
import { anyOf, lazily, matchAt, wordEnd } from './word-patterns.ts';

/** `zoneHours`: how far its zone is ahead of UTC, where that is named. */
export type ClockTime = { hour: number; minute: number; zoneHours?: number };

/** `time` null: none. 'other-zone': one with "UTC" or an offset, which a time of day alone does not hold. */
export type FoundTime = { end: number; time: ClockTime | 'other-zone' | null };

const half = lazily(() => `(?:(${alternatives('morning')})|(${alternatives('evening')}))`);

/** Between a day and its time: a few words, a day of the week. */
const joint = lazily(() => {
  const weekday = '[月火水木金土日](?:曜日)?|(?:星期|周).|.요일';
  const words = `(?:${anyOf('at')}|[-–])\\s+|(${alternatives('clock')})\\s+`;
  return new RegExp(`(?:\\s?[гр]\\.)?[,;T]?\\s*(?:[(（]?(?:${weekday})[)）]?\\s*)?[(（]?(?:${words})?`, 'iuy');
});
const halfBefore = lazily(() => new RegExp(`${half()}\\s?`, 'iuy'));
const clock = /(\d{1,2})(?:([:.])(\d\d)(?::\d\d(?:\.\d+)?)?|\s?[h時时點点시](?:\s?(\d\d)(?:\s?[分분])?)?)?(?!\d)/iuy;
const halfAfter = lazily(() => new RegExp(`\\s?${half()}${wordEnd}`, 'iuy'));
const hourWord = lazily(() => new RegExp(`\\s?${anyOf('oClock', wordEnd)}`, 'iuy'));
const otherZone = /\s?[(]?(?:utc|gmt|z(?!\p{L})|[+-]\d\d:?\d\d(?!\d))/iuy;

/** With one meaning each; "IST", "CST" and the like have several. */
const zones: Readonly<Record<string, number>> = {
  ...{ wib: 7, wita: 8, wit: 9, ict: 7, sgt: 8, myt: 8, hkt: 8, jst: 9, kst: 9 },
  ...{ cet: 1, cest: 2, mez: 1, mesz: 2, msk: 3 },
};
const zoneName = /\s?[(（]?\p{L}{3,4}(?!\p{L})/uy;
const unclearZone = /\s?[(（]?[A-Z]{2,4}T(?!\p{L})/uy;

/** Before a day: "23:59 on 21 Dec". */
const clockBefore = lazily(() => {
  const time = `(?<![\\d.,:])(\\d{1,2})(?:[:h](\\d\\d)(?::\\d\\d)?)?(?:\\s?${half()}|\\s?uhr)?[\\s,]*`;
  return new RegExp(`${time}(?:${anyOf('onDay')},?\\s*)?$`, 'iu');
});
const longestBefore = 32;

/** The time that follows a day ending at `index`. */
export function timeAfter(text: string, index: number): FoundTime {
  const none: FoundTime = { end: index, time: null };
  const between = matchAt(joint(), text, index);
  let end = index;
  const take = (found: RegExpExecArray | null) => {
    end += found?.[0].length ?? 0;
    return found;
  };
  take(between);
  if (end === index) return none;
  const before = take(matchAt(halfBefore(), text, end));
  const found = take(matchAt(clock, text, end));
  if (!found) return none;
  const after = take(matchAt(halfAfter(), text, end));
  const named = take(matchAt(hourWord(), text, end));
  const [whole, hour, sign, minute, minuteOfHour] = found;
  const [, isEarly = before?.[1], isLate = before?.[2]] = after ?? [];
  // "21 Dec. 2.30 GB" has no time.
  if (sign === '.' ? !(named || between?.[1]) : whole === hour && !(named || isEarly || isLate)) return none;
  const time = timeOf(Number(hour), Number(minute ?? minuteOfHour ?? 0), isEarly, isLate);
  if (!time) return none;
  const zoneOf = (name: RegExpExecArray | null) => zones[name?.[0].replace(/\P{L}/gu, '').toLowerCase() ?? ''];
  const next = matchAt(zoneName, text, end);
  const zoneHours = zoneOf(named) ?? zoneOf(next);
  if (zoneHours !== undefined) {
    if (zoneOf(next) !== undefined) take(next);
    return { end, time: { ...time, zoneHours } };
  }
  return { end, time: matchAt(otherZone, text, end) || matchAt(unclearZone, text, end) ? 'other-zone' : time };
}

/** The time that stands before a day beginning at `index`; `end` is where it begins. */
export function timeBefore(text: string, index: number): { end: number; time: ClockTime | null } {
  const [whole = '', hour, minute, isEarly, isLate] =
    clockBefore().exec(text.slice(Math.max(0, index - longestBefore), index)) ?? [];
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
