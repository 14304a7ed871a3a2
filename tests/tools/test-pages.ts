import { parseArgs } from 'node:util';
import { pageCases } from './pages/page-cases.ts';
import { pageJobs } from './pages/page-jobs.ts';
import { readInChromium, readInFirefox } from './pages/read-in-browsers.ts';
import { reportPages } from './pages/report-pages.ts';

/*
 * `npm run test:pages`: points at a number on each page of tests/pages, and reads it again on what becomes of the page:
 * bare and in surroundings of real size, as a script on the page and from its text alone, in Chromium and Firefox.
 * `--quick`: bare pages in Chromium; `--sample`: less of the surroundings, for `npm test`; `--only <text>`: pages whose
 * name holds it; `--all`: what was told of every page.
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
  },
});
const fuller = values.sample ? 'sample' : 'full';
const jobs = pageJobs(pageCases(values.only), values.quick ? 'bare' : fuller);
const inChromium = readInChromium(jobs);
const readings = values.quick
  ? { chromium: await inChromium }
  : await Promise.all([inChromium, readInFirefox(jobs)]).then(([chromium, firefox]) => ({ chromium, firefox }));
process.exitCode = reportPages(jobs, readings, values.all) ? 0 : 1;
