import type { Watched } from './past-days.ts';
import type { Cause, Change } from './samples.ts';
import { wallClock } from './time.ts';

type Row = { from: number; to: number; cause: Cause | 'used'; bytes: number; leftBytes: number | null; module: string };

const header = 'from,to,card,cause,bytes,left_bytes,module';

/** All that was used and all that changed, oldest first, by RFC 4180; instants in UTC. `title`: the card's name. */
export function historyCsv(watched: Watched, changes: readonly Change[], title: string): string {
  const rows = [...usedRows(watched), ...changes.map(changeRow)].sort((a, b) => a.to - b.to || a.from - b.from);
  const lines = rows.map(({ from, to, cause, bytes, leftBytes, module }) =>
    [instant(from), instant(to), textCell(title), cause, bytes, leftBytes ?? '', textCell(module)].join(','),
  );
  return [header, ...lines, ''].join('\r\n');
}

function usedRows(watched: Watched): Row[] {
  return watched.flatMap(({ since, stretches }) =>
    stretches
      .map(([to, bytes, leftBytes], at): Row => {
        const from = stretches[at - 1]?.[0] ?? since;
        return { from, to, cause: 'used', bytes, leftBytes, module: '' };
      })
      .filter(({ bytes }) => bytes > 0),
  );
}

function changeRow({ at, cause, bytes, name }: Change): Row {
  return { from: at, to: at, cause, bytes, leftBytes: null, module: name };
}

function instant(at: number): string {
  return new Date(Math.round(at)).toISOString();
}

/** A spreadsheet would run a text that begins like a formula; behind an apostrophe it stays a text. */
function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** "gigabar-axis-europe-2026-11-23.csv": letters and digits of any script stay. */
export function csvNameFor(title: string, now: number, zone?: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `gigabar-${slug || 'card'}-${new Date(wallClock(now, zone)).toISOString().slice(0, 10)}.csv`;
}
