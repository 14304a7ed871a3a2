import { chromium } from '@playwright/test';
import { comparePictures } from '../../gallery/compare-pictures.ts';
import { checkControlStates } from '../../gallery/control-states.ts';
import { checkFirstScreens, checkLargeLetters, measured } from '../../gallery/first-screens.ts';
import { startGallery } from '../../gallery/gallery.ts';
import { findChromium } from '../find-browser.ts';

/*
 * `npm run test:look`: compares pages of the built extension with what was looked at once, and measures the popup in
 * all its states. `-- --update` keeps the pictures as they are now: look at them first.
 */

const gallery = await startGallery();
const executablePath = findChromium();
// What is drawn anew in part has other edges than what is drawn at once.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-partial-raster'] });
try {
  const context = await browser.newContext({ timezoneId: 'Europe/Stockholm', locale: 'en-GB' });
  const pictures = await comparePictures(context, gallery.url, process.argv.includes('--update'));
  const problems = [
    ...pictures.problems,
    ...(await checkControlStates(context, gallery.url)),
    ...(await checkFirstScreens(context, gallery.url)),
    ...(await checkLargeLetters(executablePath, gallery.url)),
  ];
  for (const problem of problems) console.log(problem);
  const { boxes, pixels } = pictures;
  console.log(`first_screens=${measured.length} boxes=${boxes} pixels=${pixels} problems=${problems.length}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await gallery.close();
}
