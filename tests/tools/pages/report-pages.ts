import { describeExpected, describeReading, judge } from './judge-readings.ts';
import type { Told } from './page-answers.ts';
import type { PageJob } from './page-jobs.ts';
import type { Readings, Way } from './page-server.ts';

type Source = { name: string; way: Way; told: Told[] };

/** The least share of the figures that must be found. */
const leastFound = 0.98;

/** Prints each page that was not read as it should be, then the counts. Returns whether all is as it must be. */
export function reportPages(jobs: readonly PageJob[], readings: Record<string, Readings>, isAll: boolean): boolean {
  const sources: Source[] = Object.entries(readings).flatMap(([name, { live, parsed }]) => [
    { name, way: 'live' as const, told: live },
    { name, way: 'parsed' as const, told: parsed },
  ]);
  const counts = { must: 0, found: 0, wrong: 0, fields_wrong: 0, disagree: 0 };
  for (const [index, job] of jobs.entries()) {
    const verdicts = sources.map(({ way, told }) => judge(job.page, told[index], way));
    const isMissed = verdicts.some((verdict) => verdict.isMissed);
    const problems = [
      ...(isMissed ? ['missed'] : []),
      ...(verdicts.some(({ isWrong }) => isWrong) ? ['WRONG'] : []),
      ...(verdicts.some(({ isFieldWrong }) => isFieldWrong) ? ['FIELDS'] : []),
      ...(agree(job, sources, index) ? [] : ['DISAGREE']),
    ];
    if (job.page.kind === 'must') counts.must += 1;
    if (job.page.kind === 'must' && !isMissed) counts.found += 1;
    if (problems.includes('WRONG')) counts.wrong += 1;
    if (problems.includes('FIELDS')) counts.fields_wrong += 1;
    if (problems.includes('DISAGREE')) counts.disagree += 1;
    if (problems.length > 0 || isAll) console.log(line(job, problems, sources, index));
  }
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${name}=${count}`)
      .join(' '),
  );
  const { must, found, wrong, fields_wrong, disagree } = counts;
  return found >= must * leastFound && wrong === 0 && fields_wrong === 0 && disagree === 0;
}

/** What a script draws is out of the parser's reach: only what is shown is compared then. */
function agree({ page }: PageJob, sources: readonly Source[], index: number): boolean {
  const compared = sources.filter(({ way }) => way === 'live' || !page.drawnByScript);
  return new Set(compared.map(({ told }) => JSON.stringify(told[index]?.reading ?? null))).size <= 1;
}

function line({ page, surroundings }: PageJob, problems: string[], sources: readonly Source[], index: number): string {
  const said = new Map<string, string[]>();
  for (const { name, way, told } of sources) {
    const text = describeReading(told[index]);
    said.set(text, [...(said.get(text) ?? []), `${name} ${way}`]);
  }
  const told = [...said].map(([text, names]) => (said.size === 1 ? text : `${text} (${names.join(', ')})`));
  const around = surroundings === 'none' ? '' : `, in ${surroundings}`;
  const verdict = problems.join(' ') || 'fine';
  return `${verdict}: ${page.base} › ${page.variant}${around}: ${told.join('; ')} — ${describeExpected(page)}`;
}
