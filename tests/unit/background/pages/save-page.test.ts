import { describe, expect, test } from 'vitest';
import { savePage } from '../../../../entrypoints/background/connect/save-page.ts';
import { signOut } from '../../../../entrypoints/background/connect/sign-out.ts';
import { read, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { hourMs } from '../../../../utils/core/values/time.ts';
import { leftPart, makeAnswers } from '../../support/page-builders.ts';
import { namesWith } from '../accounts/browser-controls.ts';
import { pointAt, says, setUpPage, setUpSite } from './page-setup.ts';

describe('a number that was pointed at is saved', () => {
  test('as a card with the figure that was just seen, and how to find it again', async () => {
    const { accountId, left, origin } = await setUpPage();
    expect(await left()).toBe(2.75e9);
    const account = await read(keys.account(accountId));
    expect(account?.seller).toMatchObject({ providerId: 'page', name: 'My carrier', origin });
    expect(account?.seller.accountUrl).toBe(`${origin}/account`);
    expect(await read(keys.recipe(accountId))).toMatchObject({ address: { origin, path: '/account' } });
    expect(JSON.stringify(account)).not.toContain('4821');
    expect(await read(keys.pageDraft)).toBeNull();
  });

  test('and its page is requested once, with that way kept as it gave the same figure', async () => {
    const { server, reads, apis, pattern } = await setUpPage();
    expect(server.received.map(({ path }) => path)).toEqual(['/account']);
    expect((await reads())?.fetchBytes).toBeGreaterThan(50);
    expect((await reads())?.spent).toHaveLength(1);
    expect(apis.sites()).toEqual([pattern]);
    expect(apis.documents).toEqual({ made: 1, closed: 1 });
  });

  test.each([
    ['another figure', says(leftPart(9e9))],
    ['no figure', { kind: 'unread', reason: 'empty' }],
    ['a sign-in', { kind: 'unread', reason: 'signed-out' }],
  ] as const)('but not that way where the page’s source has %s', async (_, reading) => {
    const set = await setUpSite();
    set.granted.add(set.pattern);
    set.site.reading = reading;
    const accountId = await pointAt(set);
    expect((await read(keys.pageReads(accountId)))?.fetchBytes).toBeNull();
    expect((await read(keys.check(accountId)))?.failure).toBeNull();
  });

  test('without a permission, a request or a script where the user wants to press', async () => {
    const { server, apis, left, check } = await setUpPage({ isKeptUpToDate: false });
    expect(await left()).toBe(2.75e9);
    expect(server.received).toEqual([]);
    expect(apis.sites()).toEqual([]);
    expect((await check())?.failure).toBeNull();
  });

  test('not where its site was not allowed, and the draft stays for another try', async () => {
    const { draftOf } = await setUpSite();
    await write(keys.pageDraft, draftOf());
    const request = { draftId: 'd1', answers: makeAnswers(), isKeptUpToDate: true, accountId: null };
    expect(await savePage(request)).toEqual({ kind: 'failure', failure: { kind: 'permission-missing' } });
    expect(await read(keys.pageDraft)).not.toBeNull();
  });

  test('not by a draft that is gone, nor into an account that is', async () => {
    const { draftOf } = await setUpSite();
    const request = { answers: makeAnswers(), isKeptUpToDate: false };
    expect(await savePage({ ...request, draftId: 'd1', accountId: null })).toEqual({ kind: 'not-found' });
    await write(keys.pageDraft, draftOf());
    expect(await savePage({ ...request, draftId: 'd1', accountId: 'gone' })).toEqual({ kind: 'not-found' });
  });
});

test('two people’s cards on one page stay two', async () => {
  const set = await setUpPage();
  const second = await pointAt(set, { draft: { id: 'd2' } });
  expect(second).not.toBe(set.accountId);
  expect(await read(keys.account(set.accountId))).not.toBeNull();
  expect(await read(keys.account(second))).not.toBeNull();
});

test('pointed at again, a card keeps its history, its limits and what it was called, and its failure is over', async () => {
  const set = await setUpPage();
  const { accountId, card, clock, visit, left, check } = set;
  await set.setReads({ limits: { dailyBytes: 100_000, opensTabs: true, tabsPerDay: 1 } });
  clock.now += hourMs;
  await visit(says(leftPart(2.5e9)));
  const samples = await read(keys.samples(card));
  await visit({ kind: 'unread', reason: 'changed' });
  clock.now += hourMs;
  await visit({ kind: 'unread', reason: 'changed' });
  expect((await check())?.failure?.kind).toBe('page-changed');
  expect(await pointAt(set, {}, accountId)).toBe(accountId);
  expect(await left()).toBe(2.75e9);
  expect((await check())?.failure).toBeNull();
  expect((await read(keys.samples(card)))?.since).toBe(samples?.since);
  expect((await set.reads())?.limits).toEqual({ dailyBytes: 100_000, opensTabs: true, tabsPerDay: 1 });
});

test('signed out of, a page leaves nothing: no script, no permission, no value', async () => {
  const { accountId, apis, granted, pattern, draftOf } = await setUpPage();
  await write(keys.pageDraft, draftOf({ id: 'd2' }));
  await signOut(accountId);
  expect(apis.sites()).toEqual([]);
  expect(granted.has(pattern)).toBe(false);
  expect(await read(keys.pageDraft)).toBeNull();
  expect(await namesWith(accountId)).toEqual([]);
});
