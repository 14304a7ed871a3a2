import { defineConfig } from '@playwright/test';
import type { Options } from './tests/e2e/support/hotspots/hotspot-fixtures.ts';

/*
 * The tests of hotspots in both browsers, one after the other, as there is one of each hotspot's address; and what is to
 * be tested in Firefox alone.
 */
export default defineConfig<object, Options>({
  testDir: 'tests/e2e',
  testMatch: 'hotspots/*.spec.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'Chromium', use: { engine: 'chromium' } },
    { name: 'Firefox', use: { engine: 'firefox' } },
    { name: 'Firefox alone', testMatch: 'firefox/*.spec.ts' },
  ],
  reporter: [['list'], ['json', { outputFile: 'test-results/hotspots.json' }]],
  outputDir: 'test-results/hotspots',
});
