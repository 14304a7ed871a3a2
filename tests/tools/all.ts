import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

/* `npm test`: every check there is, one after the other; its last line counts them all. */

type Count = { passed: number; failed: number };

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

function run(command: string, args: string[]): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** A step that is one check as a whole. */
function step(command: string, args: string[]): Count {
  return run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A runner that leaves its counts in a file; ending badly with nothing counted as failed is one failure. */
function runner(command: string, args: string[], file: string, count: (report: never) => Count): Count {
  const isFine = run(command, args);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')) as never);
  return { passed, failed: isFine || failed > 0 ? failed : 1 };
}

const node = process.execPath;
const unitFile = `${results}/unit.json`;

/** Of a run of Playwright. */
type Report = { stats: { expected: number; unexpected: number; flaky: number } };
const countOf = ({ stats }: Report): Count => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky });

const counts: Count[] = [
  step('wxt', ['prepare']),
  step('tsc', ['-p', '.']),
  step('biome', ['check', '--error-on-warnings', '.']),
  runner(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`],
    unitFile,
    (report: { numPassedTests: number; numFailedTests: number }) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }),
  ),
  step('wxt', ['build']),
  step('wxt', ['build', '-b', 'firefox', '--mv3']),
  step('web-ext', ['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery']),
  runner(node, ['tests/tools/e2e.ts'], `${results}/e2e.json`, countOf),
  runner(node, ['tests/tools/e2e-hotspots.ts'], `${results}/hotspots.json`, countOf),
];

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
