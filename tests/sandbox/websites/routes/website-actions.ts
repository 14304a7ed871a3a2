import type { FailureStatus, Language, UserName, WebsiteControls } from '../types.ts';

type Action = (controls: WebsiteControls, form: URLSearchParams) => void;

const MB = 1_000_000;
const KB = 1_000;

/** What the console's buttons do, by the names in their forms' paths; the same calls are there for tests. */
export const WEBSITE_ACTIONS: Readonly<Record<string, Action>> = {
  use: (controls, form) => controls.use(numberIn(form) * MB, userIn(form)),
  'set-left': (controls, form) => controls.setLeft(numberIn(form) * MB, userIn(form)),
  'use-steadily': (controls, form) => controls.useSteadily(numberIn(form) * MB, userIn(form)),
  unlimited: (controls, form) => controls.setUnlimited(form.get('value') === 'on', userIn(form)),
  'credit-now': (controls) => controls.creditNow(),
  redesign: (controls) => controls.redesign(),
  'restore-design': (controls) => controls.restoreDesign(),
  language: (controls, form) => controls.setLanguage(form.get('value') as Language),
  weight: (controls, form) => controls.setWeight(numberIn(form) * KB),
  'sign-everyone-out': (controls) => controls.signEveryoneOut(),
  fail: (controls, form) => controls.fail(numberIn(form) as FailureStatus, form.get('retryAfter') || undefined),
  challenge: (controls, form) => controls.challenge(true, numberIn(form) === 200 ? 200 : 403),
  'no-obstacle': (controls) => controls.fail(null),
  reset: (controls) => controls.reset(),
};

/** The page offers only users, languages and statuses there are. */
function userIn(form: URLSearchParams): UserName {
  return form.get('user') as UserName;
}

function numberIn(form: URLSearchParams): number {
  const text = form.get('value') ?? '';
  const value = Number(text.replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value)) throw new Error(`"${text}" is no number`);
  return value;
}
