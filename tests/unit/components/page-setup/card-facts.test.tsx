// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LoadedDraft } from '../../../../components/page-setup/load-draft.ts';
import { minuteMs, nextDay, startOfDay } from '../../../../utils/core/values/time.ts';
import { draftOf } from '../../core/page/setup/draft-setup.ts';
import { found, the, typeInto, unmount } from '../render-setup.tsx';
import { openDraft, page, pressAndWait, startSetup } from './setup-page.tsx';

const lastMinute = (day: string) => nextDay(startOfDay(Date.parse(`${day}T12:00:00`))) - minuteMs;
const open = (some: Partial<LoadedDraft> = {}, accountId: string | null = null) =>
  openDraft({ draft: draftOf(), account: null, isAllowed: true, ...some }, { accountId });
const sentFacts = () => (page.sent.at(-1)?.payload.answers as { facts?: unknown } | undefined)?.facts;
const isOpen = () => (found('details.form-more')[0] as HTMLDetailsElement).open;
const check = (testId: string) => act(() => (the(testId) as HTMLInputElement).click());

beforeEach(startSetup);
afterEach(unmount);

test('what the page does not say of the card is asked under "More", and nothing of it is assumed', async () => {
  await open();
  expect(isOpen()).toBe(false);
  await pressAndWait('page-keep');
  expect(sentFacts()).toBeNull();
});

test('a plan that has not begun is kept with its last day to begin, the end of the SIM and its credit', async () => {
  await open();
  expect(found('[data-testid=field-startBefore]')).toEqual([]);
  await check('field-firstUse');
  await typeInto('field-startBefore', '2027-03-01');
  await typeInto('field-lineEndsAt', '2027-06-10');
  await typeInto('field-credit', '40.50');
  await typeInto('field-credit-unit', 'sek');
  await pressAndWait('page-keep');
  expect(sentFacts()).toEqual({
    lineEndsAt: lastMinute('2027-06-10'),
    firstUse: { by: lastMinute('2027-03-01') },
    credit: { currency: 'SEK', units: '40', nanos: 500_000_000 },
  });
});

test.each([
  ['a day that is none', 'lineEndsAt', '1999-06-10'],
  ['an amount of money without its currency', 'credit', '40'],
])('%s is not kept, and is shown where it stands', async (_, name, typed) => {
  await open();
  await typeInto(`field-${name}`, typed);
  await pressAndWait('page-keep');
  expect(page.sent).toEqual([]);
  expect(isOpen()).toBe(true);
  expect(the(`problem-${name}`).textContent).not.toBe('');
});

test('pointed at again, what was said before is there to be changed', async () => {
  const credit = { currency: 'SEK', units: '40', nanos: 0 };
  const facts = { lineEndsAt: lastMinute('2027-06-10'), firstUse: { by: null, bytes: 2.75e9 }, credit };
  await open({ facts }, 'a7');
  expect((the('field-lineEndsAt') as HTMLInputElement).value).toBe('2027-06-10');
  expect((the('field-firstUse') as HTMLInputElement).checked).toBe(true);
  expect((the('field-credit') as HTMLInputElement).value).toBe('40');
  expect((the('field-credit-unit') as HTMLInputElement).value).toBe('SEK');
  await check('field-firstUse');
  await pressAndWait('page-keep');
  expect(sentFacts()).toEqual({ lineEndsAt: facts.lineEndsAt, firstUse: null, credit });
});

test('pointed at again after it was used, a plan has begun', async () => {
  await open({ facts: { lineEndsAt: null, firstUse: { by: null, bytes: 10e9 }, credit: null } }, 'a7');
  expect((the('field-firstUse') as HTMLInputElement).checked).toBe(false);
});
