import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const plain = 'tests/unit/{core,sandbox}/**/*.test.ts';
/** Sets the time zone of its process, which only works in one of its own. */
const inOwnTimeZone = 'tests/unit/core/forms/parse-input-dates.test.ts';

export default defineConfig({
  test: {
    // By default one core stays free.
    maxWorkers: '100%',
    projects: [
      // Knows neither browser nor page, so that files can share a worker: starting one takes as long as a short file.
      { test: { name: 'plain', include: [plain], exclude: [inOwnTimeZone], isolate: false } },
      {
        plugins: [WxtVitest()],
        test: { name: 'extension', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: [plain] },
      },
      { test: { name: 'time zone', include: [inOwnTimeZone] } },
    ],
  },
});
