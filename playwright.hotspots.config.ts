import { defineConfig } from '@playwright/test';
import type { Options } from './tests/e2e/support/hotspots/hotspot-fixtures.ts';

/* Each test in both browsers, one after the other: there is one of each hotspot's address. */
export default defineConfig<object, Options>({
  testDir: 'tests/e2e/hotspots',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'Chromium', use: { engine: 'chromium' } },
    { name: 'Firefox', use: { engine: 'firefox' } },
  ],
  reporter: [['list'], ['json', { outputFile: 'test-results/hotspots.json' }]],
  outputDir: 'test-results/hotspots',
});
