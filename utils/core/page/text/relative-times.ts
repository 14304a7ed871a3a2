import { hasLeftAt, meaningsOf } from './meaning.ts';
import { foldDigits, hasDigit } from './plain-text.ts';
import { type TimeUnit, timeUnitAt } from './time-units.ts';
import { alternatives } from './vocabulary.ts';
import { anyOf, lazily, matchAt, wordEnd } from './word-patterns.ts';

/** From now: "in 5 days". */
export type RelativeTime = { start: number; end: number; count: number; unit: TimeUnit };

const number = /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d.,:/-])\d{1,4}(?![\d.,:]\d|\d)/gu;
/** Words of time to come; those for what is left (`hasLeftAt`) say it, too. */
const before = lazily(() => {
  const [spaced, joined] = [alternatives('ahead'), alternatives('aheadJoined')];
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${spaced})\\s$|(?:${joined})\\s?$`, 'iu');
});
const after = lazily(() => new RegExp(`\\s?${anyOf('later', wordEnd)}`, 'iuy'));
const ago = lazily(() => new RegExp(`^\\s?${anyOf('ago')}`, 'iu'));
const longestLead = 24;

/** What is meant from now on, not a mere length: "in 5 days", "5 days left"; not "30 days", "5 days ago". */
export function findRelativeTimes(text: string): RelativeTime[] {
  if (!hasDigit(text)) return [];
  const folded = foldDigits(text);
  const found: RelativeTime[] = [];
  for (const { 0: digits, index: start } of folded.matchAll(number)) {
    const end = found.at(-1)?.end ?? 0;
    const first = start < end ? null : durationAt(folded, start, digits);
    const whole = first && withRest(folded, first);
    if (!whole || ago().test(folded.slice(whole.end, whole.end + 5))) continue;
    const lead = folded.slice(Math.max(end, start - longestLead), start);
    const tail = /^[^\d.,;!?()]*/.exec(folded.slice(whole.end, whole.end + longestLead))?.[0] ?? '';
    const word = matchAt(after(), folded, whole.end)?.[0] ?? '';
    if (word !== '' || hasLeftAt(tail, 'start')) found.push({ ...whole, end: whole.end + word.length });
    // "2 GB used in 5 days" is a time that was.
    else if (hasLeftAt(lead, 'end') || (before().test(lead) && !meaningsOf(lead).has('used'))) found.push(whole);
  }
  return found;
}

function durationAt(text: string, start: number, digits: string): RelativeTime | null {
  let index = start + digits.length;
  if (/\s/.test(text[index] ?? '')) index += 1;
  const found = timeUnitAt(text, index);
  return found && { start, end: found.end, count: Number(digits), unit: found.unit };
}

const smaller: Partial<Record<TimeUnit, { unit: TimeUnit; count: number }>> = {
  week: { unit: 'day', count: 7 },
  day: { unit: 'hour', count: 24 },
  hour: { unit: 'minute', count: 60 },
};
const rest = lazily(() => new RegExp(`(?:\\s|,\\s|\\s?${anyOf('and')}\\s)?(\\d{1,2})(?!\\d)`, 'uy'));

/** With the smaller unit that may follow: "5 days 3 hours" are 123 hours. */
function withRest(text: string, first: RelativeTime): RelativeTime {
  const step = smaller[first.unit];
  const [gap, digits] = matchAt(rest(), text, first.end) ?? [];
  if (!step || gap === undefined || digits === undefined) return first;
  const second = durationAt(text, first.end + gap.length - digits.length, digits);
  if (second?.unit !== step.unit) return first;
  return { start: first.start, end: second.end, count: first.count * step.count + second.count, unit: step.unit };
}
