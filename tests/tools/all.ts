import { findChromium, findFirefox } from './find-browser.ts';
import { emptyResults, finish, inBrowsers, staticChecks, step, units } from './test-parts.ts';

/* `npm test`: every check there is, in rounds; its last line counts them all. Two cores are enough for what is run
   at the same time. */

emptyResults();
const env = browsers();
const { execPath } = process;
const prepared = [await step('types', ['wxt', 'prepare'])];

const checked = await Promise.all([
  ...staticChecks(),
  step('builds', ['wxt', 'build']).then(async (first) => [
    first,
    await step('builds', ['wxt', 'build', '-b', 'firefox', '--mv3']),
    await step('size', [execPath, 'tests/tools/test-size.ts']),
  ]),
]);
const tested = await Promise.all([
  units(),
  step('lint', ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery']),
]);
// Not at the same time: beside three Chromiums, Firefox now and then did not show the page of a new installation.
const browsed = env
  ? [
      await inBrowsers('hotspots', 'tests/tools/e2e-hotspots.ts', env),
      await inBrowsers('e2e', 'tests/tools/e2e.ts', env),
      await step('look', [execPath, 'tests/tools/look/test-look.ts'], env),
      await step('pages', [execPath, 'tests/tools/test-pages.ts', '--sample'], env),
    ]
  : [{ passed: 0, failed: 1 }];
const listed = [await step('titles', [execPath, 'tests/tools/test-titles.ts'])];
finish([...prepared, ...checked.flat(), ...tested, ...browsed, ...listed]);

/** Found or installed before the first needs one: two that install at the same time are in each other's way. */
function browsers(): NodeJS.ProcessEnv | null {
  try {
    return { ...process.env, CHROMIUM_PATH: findChromium(), FIREFOX_PATH: findFirefox() };
  } catch (error) {
    console.error(error);
    return null;
  }
}
