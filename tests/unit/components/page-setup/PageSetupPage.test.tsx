// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageDraft } from '../../../../utils/core/page/page-draft.ts';
import { proposedAnswers } from '../../../../utils/core/page/setup/proposed-answers.ts';
import { draftOf, endOn } from '../../core/page/setup/draft-setup.ts';
import { setLocale } from '../../support/i18n.ts';
import { all, found, press, settled, the, unmount } from '../render-setup.tsx';
import { openDraft, page, pressAndWait, startSetup } from './setup-page.tsx';

beforeEach(startSetup);
afterEach(unmount);

const open = (draft: PageDraft = draftOf()) => openDraft({ draft, account: null, isAllowed: false });
const rows = () => found('dl dd').map(({ textContent }) => textContent);
/** Midnight where the test runs: the end of the 21st. */
const localEnd = endOn('21 December 2026', ['2026-12-22T00:00:00']);

describe('it shows', () => {
  test('where the figure was read, for whom, what it is, of how much, until when, and under which words', async () => {
    await open(draftOf({ ends: [localEnd] }));
    expect(found('.page-setup-from')[0]?.textContent).toBe('Read from my.carrier.example · signed in as •••• 4821');
    expect(the('page-reading').textContent).toBe('2.75 GB left');
    expect(rows()).toEqual([
      '10 GB change',
      'Mon, 21 Dec 2026 change In your time zone, as the page names none.',
      'Travel plan Europe · Remaining data',
    ]);
    expect(found('fieldset')).toEqual([]);
  });

  test('the same in Chinese, with the day as it is written there', async () => {
    await setLocale('zh_CN');
    await open(draftOf({ ends: [localEnd] }));
    expect(the('page-reading').textContent).toBe('剩余 2.75 GB');
    expect(rows()[1]).toMatch(/^2026年12月21日周一/);
  });

  test('that total and end are not told, where they are not', async () => {
    await open(draftOf({ totals: [], isTotalLikely: false, ends: [], isEndLikely: false }));
    expect(rows().slice(0, 2)).toEqual(['not told change', 'not told change Point at the date on the page']);
  });

  test('that the page names nobody', async () => {
    await open(draftOf({ accounts: [] }));
    expect(found('.page-setup-from')[0]?.textContent).toBe('Read from my.carrier.example');
    expect(document.body.textContent).toContain('Gigabar asks you');
  });

  test.each([
    [40_000, 'about 240 KB a day', false],
    [120_000, 'about 240 KB a day', false],
    [1_200_000, 'when you visit', true],
    [null, null, false],
  ])('on the button what a day costs: a document of %s bytes', async (documentBytes, cost, isHeavy) => {
    await open(draftOf({ documentBytes }));
    expect(found('.primary-price')[0]?.textContent ?? null).toBe(cost);
    expect(document.body.textContent?.includes('This page weighs 1.2 MB')).toBe(isHeavy);
  });

  test('beside the button which permission will be asked for, unless it is there', async () => {
    await open();
    const describedBy = the('page-keep').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(describedBy)?.textContent).toContain('whether Gigabar may read my.carrier.example');
    await unmount();
    await openDraft({ draft: draftOf(), account: null, isAllowed: true });
    expect(document.body.textContent).not.toContain('Your browser asks');
  });

  test('first its heading, so that Enter, which took the number, presses nothing here', async () => {
    await open();
    expect(document.activeElement).toBe(the('page-reading'));
  });
});

describe('“Keep it up to date”', () => {
  test('asks for the one site within the press, and saves once it is allowed', async () => {
    const draft = draftOf();
    await open(draft);
    await press('page-keep');
    expect(page.asked).toEqual(['https://my.carrier.example/*']);
    await settled();
    const payload = { draftId: 'draft-1', answers: proposedAnswers(draft), isKeptUpToDate: true, accountId: null };
    expect(page.sent[0]).toEqual({ type: 'savePage', payload });
    expect(found('h1')[0]?.textContent).toBe('Connected');
  });

  test('that is refused saves nothing, and says what is left to do', async () => {
    page.allow = async () => false;
    await open();
    await pressAndWait('page-keep');
    expect(page.sent).toEqual([]);
    expect(the('page-notice').textContent).toContain('only when you press its icon');
    await pressAndWait('page-when-pressed');
    expect(page.sent[0]?.payload.isKeptUpToDate).toBe(false);
  });

  test('pressed twice saves once', async () => {
    await open();
    await press('page-keep');
    await pressAndWait('page-keep');
    expect(page.sent.filter(({ type }) => type === 'savePage')).toHaveLength(1);
  });
});

test('“Only when I press” asks for no permission', async () => {
  await open();
  await pressAndWait('page-when-pressed');
  expect(page.asked).toEqual([]);
  expect(page.sent[0]?.payload.isKeptUpToDate).toBe(false);
});

describe('a draft that could not be saved says so:', () => {
  test.each([
    ['it is gone', async () => ({ kind: 'not-found' }), 'kept until it is used'],
    ['nothing can be saved', async () => ({ kind: 'cannot-save' }), 'the disk may be full'],
    ['nobody answers', () => Promise.reject(new Error('no worker')), 'Try again'],
  ])('%s', async (_, answer, sentence) => {
    page.answer = answer;
    await open();
    await pressAndWait('page-when-pressed');
    expect(the('page-notice').textContent).toContain(sentence);
    expect(all('page-keep')).toHaveLength(1);
  });
});

test('without a draft it says what to do', async () => {
  await openDraft(null);
  expect(the('page-gone').textContent).toContain('press Gigabar’s icon');
  expect(all('page-keep')).toEqual([]);
});

test('a number that was pointed at again is saved into its account', async () => {
  await openDraft({ draft: draftOf(), account: null, isAllowed: true }, { accountId: 'a7' });
  expect(the('page-again').textContent).toBe('Pointed at again for my.carrier.example');
  await pressAndWait('page-keep');
  expect(page.sent[0]?.payload.accountId).toBe('a7');
});

describe('“Pick another number”', () => {
  test('starts the picker anew on the page', async () => {
    page.answer = async () => ({ isStarted: true });
    await openDraft({ draft: draftOf(), account: null, isAllowed: false }, { tabId: 12 });
    await pressAndWait('page-pick-another');
    expect(page.sent).toEqual([{ type: 'pickOnPage', payload: { tabId: 12, accountId: null } }]);
  });

  test.each([
    ['where the browser does not let it', 12],
    ['where the tab is not known', null],
  ])('says how it is done by hand %s', async (_, tabId) => {
    page.answer = async () => ({ isStarted: false });
    await openDraft({ draft: draftOf(), account: null, isAllowed: false }, { tabId });
    await pressAndWait('page-pick-another');
    expect(the('page-open').getAttribute('href')).toBe('https://my.carrier.example/account?line=1');
  });
});

test('the link to top up can be left out', async () => {
  const topUpLinks = [{ text: 'Top up', url: 'https://my.carrier.example/topup' }];
  await open(draftOf({ topUpLinks }));
  expect(rows().at(-1)).toBe('my.carrier.example/topup');
  await press('page-top-up');
  await pressAndWait('page-when-pressed');
  expect(page.sent[0]?.payload.answers).toMatchObject({ topUpUrl: null });
});
