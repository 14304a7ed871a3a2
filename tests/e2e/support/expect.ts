import { expect as base } from '@playwright/test';

type Poll = typeof base.poll;

/** Playwright's own `poll` looks after 0.1, 0.25, 0.5 and then every second: most tests would wait for the next look. */
const poll: Poll = (actual, options) =>
  base.poll(actual, { intervals: [50], ...(typeof options === 'string' ? { message: options } : options) });

export const expect = new Proxy(base, {
  get: (target, name) => (name === 'poll' ? poll : Reflect.get(target, name)),
});
