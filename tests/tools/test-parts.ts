import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

/* The parts of a test run: commands, some of them at the same time, what they count and how long they take. */

export type Count = { passed: number; failed: number };

type Command = [string, ...string[]];

export const results = 'test-results';
const seconds = new Map<string, number>();
const startedAt = performance.now();

export function emptyResults(): void {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
}

/** Runs a command to its end, and prints all it said then: others may run at the same time. */
async function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const pieces: Buffer[] = [];
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
  const isFine = await new Promise<boolean>((done) => {
    child.on('error', (error) => {
      pieces.push(Buffer.from(`${error}\n`));
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
  console.log(`\n> ${[command, ...args].join(' ')}`);
  process.stdout.write(Buffer.concat(pieces));
  return isFine;
}

/** Whatever belongs to a part, once it is done; how long it took is told at the end. */
async function timed<T>(part: string, work: Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work;
  seconds.set(part, (seconds.get(part) ?? 0) + (performance.now() - begin) / 1000);
  return result;
}

/** A command that is one check as a whole. */
export async function step(part: string, [command, ...args]: Command, env = process.env): Promise<Count> {
  const isFine = await timed(part, run(command, args, env));
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Types, lint and unused code, at the same time. */
export function staticChecks(): Promise<Count>[] {
  return [
    step('types', ['tsc', '-p', '.']),
    step('lint', ['biome', 'check', '--error-on-warnings', '.']),
    step('unused code', ['knip']),
  ];
}

/** A runner that leaves its counts in a file; ending badly with nothing counted as failed is one failure. */
async function runner(
  part: string,
  [command, ...args]: Command,
  count: (report: never) => Count,
  env = process.env,
): Promise<Count> {
  const file = `${results}/${part}.json`;
  rmSync(file, { force: true });
  const isFine = await timed(part, run(command, args, env));
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')) as never);
  return { passed, failed: isFine || failed > 0 ? failed : 1 };
}

/** The unit tests. */
export function units(): Promise<Count> {
  type Report = { numPassedTests: number; numFailedTests: number };
  return runner(
    'units',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}/units.json`],
    ({ numPassedTests, numFailedTests }: Report) => ({ passed: numPassedTests, failed: numFailedTests }),
  );
}

/** Tests in browsers, run by Playwright. */
export function inBrowsers(part: 'e2e' | 'hotspots', script: string, env: NodeJS.ProcessEnv): Promise<Count> {
  type Report = { stats: { expected: number; unexpected: number; flaky: number } };
  const count = ({ stats }: Report) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky });
  return runner(part, [process.execPath, script], count, env);
}

/** Prints how long each part took and, last of all, the sum of all counts; ends with an error if anything failed. */
export function finish(counts: Count[]): never {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const parts = [...seconds].map(([part, taken]) => `${part} ${Math.round(taken)} s`).join(', ');
  const all = Math.round((performance.now() - startedAt) / 1000);
  console.log(`\n${parts}; ${Math.floor(all / 60)} min ${all % 60} s in all`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
