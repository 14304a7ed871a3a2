import { expect as base } from '@playwright/test';

type Poll = typeof base.poll;

/** Playwright's default intervals are 0.1, 0.25, 0.5 and then 1 s, for which most tests would wait in vain. */
const poll: Poll = (actual, options) =>
  base.poll(actual, { intervals: [50], ...(typeof options === 'string' ? { message: options } : options) });

export const expect = new Proxy(base, {
  get: (target, name) => (name === 'poll' ? poll : Reflect.get(target, name)),
});
