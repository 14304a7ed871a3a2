import { finish, staticChecks, step, units } from './test-parts.ts';

/* `npm run test:quick`: all that needs no browser: types, lint, unused code and unit tests, at the same time. */

const prepared = await step('types', ['wxt', 'prepare']);
const counts = await Promise.all([units(), ...staticChecks()]);
finish([prepared, ...counts]);
