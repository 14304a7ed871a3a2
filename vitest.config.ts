import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const plain = 'tests/unit/{core,sandbox}/**/*.test.ts';
/** They set the time zone of their process, which is not to be that of others. */
const inOwnTimeZone = ['forms/parse-input-dates', 'values/zone-change'].map(
  (name) => `tests/unit/core/${name}.test.ts`,
);

const setupFiles = ['tests/unit/support/vocabulary.ts'];

export default defineConfig({
  test: {
    // By default one core stays free.
    maxWorkers: '100%',
    projects: [
      // Knows neither browser nor page, so that files can share a worker: starting one takes as long as a short file.
      { test: { name: 'plain', include: [plain], exclude: inOwnTimeZone, isolate: false, setupFiles } },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'extension',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [plain],
          setupFiles: [...setupFiles, 'tests/unit/support/own-files.ts'],
        },
      },
      { test: { name: 'time zone', include: inOwnTimeZone } },
    ],
  },
});
