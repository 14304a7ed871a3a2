// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { PageDraft } from '../../../../utils/core/page/page-draft.ts';
import { toStored } from '../../../../utils/core/storage/stored-values.ts';
import { amountOf, draftOf, endOn, figureOf } from '../../core/page/setup/draft-setup.ts';
import { all, found, settled, the, unmount } from '../render-setup.tsx';
import { choicesOf, openDraft, page, pressAndWait, startSetup, take, takenOf } from './setup-page.tsx';

/* What is pointed at on the page after the number, as the set-up takes it. */

const found21 = endOn('21 December 2026', ['2026-12-22T00:00:00']);
const pointed = (isFixed = false, at = 5) => ({ pointed: { at, isFixed } });
const newYear = { ...endOn('1 Jan 2027', ['2027-01-02T00:00:00']), ...pointed() };

beforeEach(async () => {
  await startSetup();
  fakeBrowser.tabs.getCurrent = (async () => ({ id: 7 })) as never;
});
afterEach(unmount);

const store = (draft: PageDraft) =>
  fakeBrowser.storage.session.set({ [keys.pageDraft.name]: toStored('pageDraft', draft) });

async function open(draft: PageDraft, tabId: number | null = 12): Promise<void> {
  await store(draft);
  await openDraft({ draft, account: null, isAllowed: false }, { tabId });
  await settled();
}

/** As the background does while the page is in front. */
async function change(draft: PageDraft): Promise<void> {
  await act(() => store(draft));
  await settled();
}

const savedAnswers = async () => {
  page.sent.length = 0;
  page.answer = async () => ({ kind: 'signed-in', accountId: 'a1' });
  await pressAndWait('page-when-pressed');
  return page.sent[0]?.payload.answers;
};

test('a total that is pointed at says how many MB a GB has', async () => {
  const used = { figures: [figureOf('0.5 GB', { meaning: 'used' as const })], isTotalLikely: false };
  await open(draftOf({ ...used, totals: [] }));
  await change(draftOf({ ...used, totals: [{ ...amountOf('10240 MB'), ...pointed() }], isTotalLikely: true }));
  expect(the('page-reading').textContent).toBe('9.5 GB left');
  expect(await savedAnswers()).toMatchObject({ byteUnit: 1024 });
});

describe('the end', () => {
  const nothingFound = draftOf({ ends: [], isEndLikely: false });

  test('can be pointed at where none was found: the page comes to the front', async () => {
    page.answer = async () => ({ isStarted: true });
    await open(nothingFound);
    await pressAndWait('point-end');
    const payload = { what: 'end', tabId: 12, draftId: 'draft-1', accountId: null, setupTabId: 7 };
    expect(page.sent).toEqual([{ type: 'pointOnPage', payload }]);
    expect(the('cannot-point-end').textContent).toBe('');
  });

  test('that was pointed at is the first choice, and taken', async () => {
    await open(draftOf({ ends: [found21] }));
    await pressAndWait('change-end');
    await take('ask-end', 'The page does not say');
    await change(draftOf({ ends: [newYear, found21] }));
    expect(choicesOf('ask-end').slice(0, 2)).toEqual(['Fri, 1 Jan 2027 (pointed at)', 'Mon, 21 Dec 2026']);
    expect(takenOf('ask-end')).toEqual(['Fri, 1 Jan 2027 (pointed at)']);
    expect(await savedAnswers()).toMatchObject({ end: { kind: 'found', index: 0, reading: 0 } });
  });

  test('is shown in a set-up that was opened anew', async () => {
    await open(draftOf({ ends: [newYear, found21] }));
    expect(takenOf('ask-end')).toEqual(['Fri, 1 Jan 2027 (pointed at)']);
  });

  test('pointed at once more is taken again, though it is the same', async () => {
    await open(draftOf({ ends: [newYear] }));
    await take('ask-end', 'The page does not say');
    await change(draftOf({ ends: [{ ...newYear, ...pointed(false, 6) }] }));
    expect(takenOf('ask-end')).toEqual(['Fri, 1 Jan 2027 (pointed at)']);
  });

  test('leaves the other answers as they are', async () => {
    await open(draftOf({ ends: [found21] }));
    await pressAndWait('change-total');
    await take('ask-total', 'The page does not say');
    await change(draftOf({ ends: [newYear, found21] }));
    expect(await savedAnswers()).toMatchObject({ total: null, end: { index: 0 } });
  });

  test('that can be read in two ways is asked about before it is saved', async () => {
    const days = ['2027-04-04T00:00:00', '2027-03-05T00:00:00'];
    await open(draftOf({ ends: [found21] }));
    await change(draftOf({ ends: [{ ...endOn('03/04/2027', days, ['dmy', 'mdy']), ...pointed() }, found21] }));
    expect(takenOf('ask-end')).toEqual([]);
    await pressAndWait('page-when-pressed');
    expect(page.sent).toEqual([]);
    await take('ask-end', 'Thu, 4 Mar 2027 (pointed at)');
    expect(await savedAnswers()).toMatchObject({ end: { index: 0, reading: 1 } });
  });

  test('that would not be found again is said to stay this day', async () => {
    await open(draftOf({ ends: [{ ...newYear, ...pointed(true) }, found21] }));
    expect(the('ask-end').textContent).toContain('keeps this day');
    await take('ask-end', 'Mon, 21 Dec 2026');
    expect(the('ask-end').textContent).not.toContain('keeps this day');
  });

  test.each<[string, number | null, () => Promise<unknown>]>([
    ['its tab shows something else or is closed', 12, async () => ({ isStarted: false })],
    ['its tab is not known', null, async () => ({ isStarted: true })],
  ])('cannot be pointed at where %s: it says what to do', async (_, tabId, answer) => {
    page.answer = answer;
    await open(nothingFound, tabId);
    await pressAndWait('point-end');
    expect(the('cannot-point-end').textContent).toContain('cannot look at that page any more');
    expect(found('[data-testid=cannot-point-end] a')[0]?.getAttribute('href')).toBe(nothingFound.url);
    expect(all('point-end')).toHaveLength(1);
  });

  test('can be tried again where nobody answers', async () => {
    page.answer = () => Promise.reject(new Error('no worker'));
    await open(nothingFound);
    await pressAndWait('point-end');
    expect(the('cannot-point-end').textContent).toContain('Try again');
    page.answer = async () => ({ isStarted: true });
    await pressAndWait('point-end');
    expect(the('cannot-point-end').textContent).toBe('');
  });
});

describe('the total', () => {
  test('can be pointed at where it is asked for, and is taken', async () => {
    page.answer = async () => ({ isStarted: true });
    await open(draftOf());
    await pressAndWait('change-total');
    await pressAndWait('point-total');
    expect(page.sent[0]).toMatchObject({ type: 'pointOnPage', payload: { what: 'total' } });
    await change(draftOf({ totals: [{ ...amountOf('40 GB'), ...pointed() }, amountOf('10 GB')] }));
    expect(takenOf('ask-total')).toEqual(['40 GB (pointed at)']);
    expect(await savedAnswers()).toMatchObject({ total: { kind: 'found', index: 0 } });
  });

  test('that would not be found again is said to stay as it is', async () => {
    await open(draftOf({ totals: [{ ...amountOf('40 GB'), ...pointed(true) }] }));
    expect(the('ask-total').textContent).toContain('keeps it as it is');
  });
});

test('a draft that was replaced by another meanwhile is still shown, as it was', async () => {
  await open(draftOf({ ends: [found21] }));
  await change({ ...draftOf({ ends: [newYear] }), id: 'draft-2' });
  expect(the('page-end').textContent).toContain('21 Dec 2026');
});
