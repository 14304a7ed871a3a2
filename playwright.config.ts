import { defineConfig } from '@playwright/test';

/**
 * The alarm of the hour before midnight may be for midnight alone, and then makes no check: tests and their browsers run
 * in a zone where it is the morning. The first process decides, and the others inherit it.
 */
if (!process.env.GIGABAR_TEST_ZONE) {
  const hour = new Date().getUTCHours();
  process.env.GIGABAR_TEST_ZONE = `Etc/GMT${hour < 8 ? '-8' : hour < 16 ? '+0' : '+8'}`;
}
process.env.TZ = process.env.GIGABAR_TEST_ZONE;

export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: ['hotspots/**', 'firefox/**'],
  fullyParallel: true,
  // More than cores: a test waits for the browser's alarm, which rings once a second at most, more than it works.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results/e2e',
});
