// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadDraft } from '../../../../components/page-setup/load-draft.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSeller, newAccount } from '../../../../utils/core/accounts/account.ts';
import { newPageReads } from '../../../../utils/core/page/ways/page-reads.ts';
import { toStored } from '../../../../utils/core/storage/stored-values.ts';
import { draftOf } from '../../core/page/setup/draft-setup.ts';
import { makeRecipe } from '../../support/page-builders.ts';
import { the, unmount } from '../render-setup.tsx';
import { openDraft, pressAndWait, startSetup } from './setup-page.tsx';

beforeEach(startSetup);
afterEach(unmount);

const seller = {
  ...defaultSeller('page', 'my.carrier.example'),
  page: { isKeptUpToDate: true, namesAccount: true, topUpUrl: 'https://my.carrier.example/pay', usualPurchase: null },
};
const account = newAccount('a1', seller, 0);
beforeEach(async () => {
  await fakeBrowser.storage.session.set({ [keys.pageDraft.name]: toStored('pageDraft', draftOf()) });
  await fakeBrowser.storage.local.set({
    [keys.account('a1').name]: toStored('account', account),
    [keys.pageReads('a1').name]: toStored('pageReads', newPageReads({ fetchBytes: 40_000, tabBytes: null })),
  });
});

test('the draft of the session is taken, with whether its site may be read already', async () => {
  fakeBrowser.permissions.contains = async ({ origins = [] }) => origins[0] === 'https://my.carrier.example/*';
  expect(await loadDraft('draft-1', null)).toEqual({ draft: draftOf(), account: null, isAllowed: true });
});

test('another draft than the one that was opened is not shown in its place', async () => {
  expect(await loadDraft('draft-0', null)).toBeNull();
});

test('a number that is pointed at again keeps the page its card is renewed at', async () => {
  const loaded = await loadDraft('draft-1', 'a1');
  expect(loaded?.account).toEqual(account);
  await openDraft(loaded, { accountId: 'a1' });
  expect(document.querySelector('dl')?.textContent).toContain('my.carrier.example/pay');
});

test('a number that is pointed at again keeps what was said of its card', async () => {
  const facts = { lineEndsAt: 1.8e12, firstUse: null, credit: null };
  const { name } = keys.recipe('a1');
  await fakeBrowser.storage.local.set({ [name]: toStored('recipe', makeRecipe({ facts })) });
  expect((await loadDraft('draft-1', 'a1'))?.facts).toEqual(facts);
});

test('once it is saved, it is said how the page is read from then on', async () => {
  await openDraft(await loadDraft('draft-1', null));
  await pressAndWait('page-keep');
  await vi.waitFor(() => expect(the('reading-way').textContent).toContain('about 6 times a day, 40 KB each time'));
});
