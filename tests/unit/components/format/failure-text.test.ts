import { beforeAll, expect, test } from 'vitest';
import { type FailureInput, failureText } from '../../../../components/format/failure-text.ts';
import { setLocale } from '../../support/i18n.ts';

const now = new Date(2026, 10, 23, 14, 5).getTime();
const at = (hour: number, minute: number) => new Date(2026, 10, 23, hour, minute).getTime();
const base: Omit<FailureInput, 'failure'> = {
  seller: 'Axis',
  origin: 'https://axis.example',
  measuredAt: at(14, 2),
  nextCheckAt: at(14, 20),
  wasNearlyEmpty: false,
  now,
};

beforeAll(() => setLocale('en'));

test.each([
  [{ kind: 'offline' }, {}, 'You are offline. Showing 14:02.'],
  [{ kind: 'no-answer' }, {}, 'No answer from Axis. You may be offline, or this Wi-Fi may want you to sign in first.'],
  [
    { kind: 'no-answer' },
    { wasNearlyEmpty: true },
    'No answer from Axis. Your data may be used up; connect to Wi-Fi to renew.',
  ],
  [{ kind: 'seller-down', until: at(14, 20) }, {}, 'Axis has a problem. Trying again at 14:20.'],
  [{ kind: 'rate-limited', until: at(14, 30) }, {}, 'Axis asked us to wait until 14:30.'],
  [{ kind: 'rate-limited', until: at(14, 5) }, {}, 'Axis asked us to wait. Trying again at 14:20.'],
  [{ kind: 'rate-limited', until: at(14, 5) }, { nextCheckAt: at(14, 4) }, 'Axis asked us to wait. Trying again soon.'],
  [{ kind: 'no-answer' }, { isBrief: true, wasNearlyEmpty: true }, 'No answer from Axis.'],
  [{ kind: 'permission-missing' }, {}, 'Gigabar may not read axis.example any more.'],
] as const)('each failure is one sentence in plain words: %o', (failure, more, sentence) => {
  expect(failureText({ ...base, ...more, failure })).toBe(sentence);
});
