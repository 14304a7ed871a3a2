import { finish, step, units } from './test-parts.ts';

/* `npm run test:quick`: all that needs no browser: types, lint, unused code and unit tests, at the same time. */

const prepared = await step('types', ['wxt', 'prepare']);
const counts = await Promise.all([
  units(),
  step('types', ['tsc', '-p', '.']),
  step('lint', ['biome', 'check', '--error-on-warnings', '.']),
  step('unused code', ['knip']),
]);
finish([prepared, ...counts]);
