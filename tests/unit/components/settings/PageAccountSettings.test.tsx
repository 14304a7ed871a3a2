// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSeller, newAccount, type SellerPage } from '../../../../utils/core/accounts/account.ts';
import { proposedAnswers } from '../../../../utils/core/page/setup/proposed-answers.ts';
import { recipeOf } from '../../../../utils/core/page/setup/recipe-of.ts';
import { newPageReads, type PageReads } from '../../../../utils/core/page/ways/page-reads.ts';
import { toStored } from '../../../../utils/core/storage/stored-values.ts';
import { draftOf } from '../../core/page/setup/draft-setup.ts';
import {
  accountsOf,
  all,
  background,
  closeSettings,
  fill,
  openSettings,
  press,
  startSettings,
  textOf,
  the,
} from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

const sizes = { fetchBytes: 40_000, tabBytes: 1_800_000 };

async function open(page: Partial<SellerPage> = {}, reads: PageReads = newPageReads(sizes)): Promise<void> {
  const seller = {
    ...defaultSeller('page', 'my.carrier.example'),
    page: { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null, ...page },
  };
  const draft = draftOf();
  await fakeBrowser.storage.local.set({
    [keys.account('a1').name]: toStored('account', newAccount('a1', seller, 0)),
    [keys.pageReads('a1').name]: toStored('pageReads', reads),
    [keys.recipe('a1').name]: toStored('recipe', recipeOf(draft, proposedAnswers(draft))),
  });
  await openSettings({ accounts: accountsOf(['Europe']) });
  await vi.waitFor(() => expect(all('page-settings')).toHaveLength(1));
}

describe('how it is read is said:', () => {
  const reads = newPageReads(sizes);
  test.each<[string, Partial<SellerPage>, PageReads, string]>([
    ['by itself', {}, reads, 'about 6 times a day, 40 KB each time'],
    ['by itself, seldom', {}, { ...reads, fetchBytes: 200_000 }, 'about once a day, 200 KB each time'],
    ['when pressed', { isKeptUpToDate: false }, reads, 'when you press its icon'],
    [
      'on visits, as chosen',
      {},
      { ...reads, limits: { dailyBytes: 0, opensTabs: true, tabsPerDay: 1 } },
      'whenever you have the page open.',
    ],
    ['on visits, as it is drawn by script', {}, { ...reads, fetchBytes: null }, 'whenever you have the page open.'],
    ['on visits, as it is heavy', {}, { ...reads, fetchBytes: 1_200_000 }, 'It weighs 1.2 MB'],
    [
      'in a tab',
      {},
      { ...reads, fetchBytes: null, limits: { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 } },
      'once a day in a background tab, at least 1.8 MB',
    ],
    [
      'in a tab, oftener',
      {},
      { ...reads, fetchBytes: null, limits: { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 4 } },
      'four times a day in a background tab, at least 1.8 MB',
    ],
    [
      'on visits, as the site turned it away',
      {},
      { ...reads, rest: { until: 0, count: 3 } },
      'whenever you have the page open.',
    ],
  ])('%s', async (_, page, stored, sentence) => {
    await open(page, stored);
    expect(textOf('reading-way')).toContain(sentence);
  });
});

test('what it may take of a day can be changed, down to nothing', async () => {
  await open();
  expect([...(the('page-budget') as unknown as HTMLSelectElement).options].map(({ text }) => text)).toEqual([
    'Never, only on visits',
    '100 KB',
    '300 KB',
    '1 MB',
  ]);
  await fill('page-budget', '0');
  const limits = { dailyBytes: 0, opensTabs: false, tabsPerDay: 1 };
  expect(background.sent).toEqual([{ type: 'setPageLimits', payload: { accountId: 'a1', limits } }]);
});

test('a tab may be opened where the user allows it, who is told what that takes', async () => {
  await open();
  expect(the('page-tabs').closest('label')?.textContent).toContain('at least 1.8 MB each time');
  await press('page-tabs');
  const limits = { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 };
  expect(background.sent).toEqual([{ type: 'setPageLimits', payload: { accountId: 'a1', limits } }]);
});

test('how often a day is chosen with what it takes, where tabs are allowed', async () => {
  await open();
  expect(all('page-tab-pace')).toEqual([]);
  await closeSettings();
  await open({}, { ...newPageReads(sizes), limits: { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 1 } });
  expect([...(the('page-tab-pace') as unknown as HTMLSelectElement).options].map(({ text }) => text)).toEqual([
    'Once a day, at least 1.8 MB a day',
    'Twice a day, at least 3.6 MB a day',
    'Four times a day, at least 7.2 MB a day',
  ]);
  await fill('page-tab-pace', '4');
  const limits = { dailyBytes: 300_000, opensTabs: true, tabsPerDay: 4 };
  expect(background.sent).toEqual([{ type: 'setPageLimits', payload: { accountId: 'a1', limits } }]);
});

test('a page that is read only when pressed has no limits', async () => {
  await open({ isKeptUpToDate: false });
  expect(all('page-budget')).toEqual([]);
  expect(all('page-tabs')).toEqual([]);
});

test('the renewal page is shown, and can be removed', async () => {
  await open({ topUpUrl: 'https://my.carrier.example/topup' });
  expect(textOf('renewal-page')).toContain('https://my.carrier.example/topup');
  await press('remove-renewal-page');
  expect(background.sent).toEqual([{ type: 'setTopUpPage', payload: { accountId: 'a1', url: null } }]);
});

describe('what is usually bought on the renewal page', () => {
  const topUpUrl = 'https://my.carrier.example/topup';

  test('can be entered, all or a part of it', async () => {
    await open({ topUpUrl });
    expect(textOf('usual-purchase')).toMatch(/^Enter plan and price/);
    await fill('field-amount', '10');
    await fill('field-price', '9,90');
    await fill('field-price-unit', 'eur');
    await press('save-usual');
    const cost = { currency: 'EUR', units: '9', nanos: 900_000_000 };
    const usual = { planName: null, amount: { value: 10, unit: 'GB' }, cost };
    expect(background.sent).toEqual([{ type: 'setUsualPurchase', payload: { accountId: 'a1', usual } }]);
    await vi.waitFor(() => expect(textOf('usual-status')).toBe('Saved.'));
  });

  test('is not sent where it is no price', async () => {
    await open({ topUpUrl });
    await fill('field-price', '10');
    await press('save-usual');
    expect(textOf('problem-price')).toContain('That is not a price');
    expect(background.sent).toEqual([]);
  });

  test('stands there, and is gone with what is typed', async () => {
    const cost = { currency: 'EUR', units: '10', nanos: 0 };
    await open({ topUpUrl, usualPurchase: { planName: 'Big', amount: { value: 10, unit: 'GB' }, cost } });
    expect(textOf('usual-entered')).toBe('What you usually buy there: Big · 10 GB · €10.00');
    expect(textOf('usual-purchase')).toMatch(/^Change plan and price/);
    for (const field of ['plan', 'amount', 'price']) await fill(`field-${field}`, '');
    await press('save-usual');
    expect(background.sent).toEqual([{ type: 'setUsualPurchase', payload: { accountId: 'a1', usual: null } }]);
  });

  test('says so where it could not be saved', async () => {
    await open({ topUpUrl });
    background.answer = async () => Promise.reject(new Error('no worker'));
    await press('save-usual');
    await vi.waitFor(() => expect(textOf('usual-status')).toContain('could not save'));
  });

  test('is asked only where there is such a page', async () => {
    await open();
    expect(all('usual-purchase')).toEqual([]);
  });
});

describe('a recipe', () => {
  const copied = vi.fn(async (_text: string): Promise<void> => undefined);
  beforeEach(() => {
    copied.mockClear();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: copied }, configurable: true });
  });

  test('is copied without figures and numbers of the account', async () => {
    await open();
    await press('copy-recipe');
    expect(JSON.parse(copied.mock.calls[0]?.[0] ?? '').address.origin).toBe('https://my.carrier.example');
    expect(copied.mock.calls[0]?.[0]).not.toMatch(/hash-of|"salt": "s/);
    await vi.waitFor(() =>
      expect(textOf('page-settings')).toContain('Copied, without figures and numbers of your account'),
    );
  });

  test('that could not be copied says so', async () => {
    copied.mockRejectedValueOnce(new Error('not allowed'));
    await open();
    await press('copy-recipe');
    await vi.waitFor(() => expect(textOf('page-settings')).toContain('did not let Gigabar copy'));
  });
});

test('an account without a page has none of this', async () => {
  await fakeBrowser.storage.local.set({
    [keys.account('a1').name]: toStored('account', newAccount('a1', defaultSeller('manual', 'Prepaid'), 0)),
  });
  await openSettings({ accounts: accountsOf(['Europe']) });
  await act(() => new Promise<void>((done) => void setTimeout(done)));
  expect(all('page-settings')).toEqual([]);
});
