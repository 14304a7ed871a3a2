import { describe, expect, test } from 'vitest';
import { contentMessageHandlers } from '../../../../entrypoints/background/content-message-handlers.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { isStale } from '../../../../utils/core/usage/staleness.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { leftPart } from '../../support/page-builders.ts';
import { pointAt, says, setUpPage } from './page-setup.ts';

const elsewhere = { tabId: 5, url: 'https://evil.example/account', origin: 'https://evil.example' };
const { pageVisited, pageRead } = contentMessageHandlers;

describe('a script on a page is told', () => {
  test('how to read the accounts of its own origin, and of no other', async () => {
    const { accountId, sender } = await setUpPage();
    const { recipes, words } = await pageVisited({ isPressed: false }, sender);
    expect(recipes.map((one) => one.accountId)).toEqual([accountId]);
    expect(words).toHaveProperty('left');
    const nothing = { recipes: [], words: null };
    expect(await pageVisited({ isPressed: true }, elsewhere)).toEqual(nothing);
    const otherPort = { ...sender, origin: 'http://127.0.0.1:1' };
    expect(await pageVisited({ isPressed: true }, otherPort)).toEqual(nothing);
  });

  test('of a page that is read when the user presses only then', async () => {
    const { accountId, sender } = await setUpPage({ isKeptUpToDate: false });
    expect((await pageVisited({ isPressed: false }, sender)).recipes).toEqual([]);
    expect((await pageVisited({ isPressed: true }, sender)).recipes.map((one) => one.accountId)).toEqual([accountId]);
    expect((await pageVisited(null, sender)).recipes).toEqual([]);
  });
});

describe('what a page says that the user has open', () => {
  test('is shown at once, and puts off the next reading by itself', async () => {
    const { visit, left, check, clock } = await setUpPage();
    clock.now += 2 * hourMs;
    expect(await visit(says(leftPart(2.5e9)))).toEqual({ isTaken: true });
    expect(await left()).toBe(2.5e9);
    expect((await check())?.nextCheckAt).toBeGreaterThanOrEqual(clock.now + 3 * hourMs);
  });

  test.each([
    ['a foreign origin', {}, { from: elsewhere }],
    ['an account that is not known', { accountId: 'other' }, {}],
    ['less than nothing left', { reading: says(leftPart(-1)) }, {}],
    ['an amount that is no number', { reading: says(leftPart('1' as never)) }, {}],
    ['a reason that is none', { reading: { kind: 'unread', reason: 'because' } }, {}],
    ['more parts than a page can have', { reading: says(...Array(51).fill(leftPart(1e9))) }, {}],
    ['a text in place of a reading', { reading: 'x'.repeat(1e6) }, {}],
    ['an id of any length', { accountId: 'x'.repeat(1e6) }, {}],
  ] as [string, object, { from?: typeof elsewhere }][])('is dropped from %s', async (_, change, { from }) => {
    const { accountId, left, sender, check } = await setUpPage();
    const before = await check();
    const report = { accountId, reading: says(leftPart(9e9)), ageMs: 0, pageBytes: null, ...change };
    await pageRead(report, from ?? sender);
    expect(await left()).toBe(2.75e9);
    expect(await check()).toEqual(before);
  });

  test('is taken once a minute at most, however often it is told; the rest has to be told again', async () => {
    const { visit, left, clock } = await setUpPage();
    expect(await visit(says(leftPart(2.5e9)))).toEqual({ isTaken: true });
    for (let told = 0; told < 20; told += 1) {
      clock.now += 2000;
      expect(await visit(says(leftPart(1e9 + told)))).toEqual({ isTaken: false });
    }
    expect(await left()).toBe(2.5e9);
    clock.now += minuteMs;
    expect(await visit(says(leftPart(2.4e9)))).toEqual({ isTaken: true });
    expect(await left()).toBe(2.4e9);
  });

  test('of a page that was left open is no newer than it is', async () => {
    const { accountId, visit, left, sender, clock } = await setUpPage();
    clock.now += 2 * hourMs;
    await visit(says(leftPart(2e9)));
    clock.now += hourMs;
    await visit(says(leftPart(2.75e9)), sender, 2 * hourMs);
    await visit({ kind: 'unread', reason: 'signed-out' }, sender, 2 * hourMs);
    expect(await left()).toBe(2e9);
    expect((await read(keys.check(accountId)))?.failure).toBeNull();
    clock.now += hourMs;
    await visit(says(leftPart(1.5e9)), sender, 10 * minuteMs);
    expect(await left()).toBe(1.5e9);
    expect((await read(keys.snapshot(accountId)))?.measuredAt).toBe(clock.now - 10 * minuteMs);
  });

  test('that was known takes nobody’s turn', async () => {
    const { visit, left, clock } = await setUpPage();
    clock.now += hourMs;
    await visit(says(leftPart(2.75e9)));
    clock.now += 5000;
    expect(await visit(says(leftPart(2.5e9)))).toEqual({ isTaken: true });
    expect(await left()).toBe(2.5e9);
  });

  test.each([
    ['signed-out', 'signed-out'],
    ['other-account', 'other-account'],
    ['changed', 'page-changed'],
    ['ambiguous', 'page-changed'],
    ['unclear-number', 'page-changed'],
  ] as const)('is no figure where it is %s: told as %s, and the last one stays', async (reason, kind) => {
    const { visit, left, check, clock } = await setUpPage();
    clock.now += hourMs;
    await visit({ kind: 'unread', reason });
    expect((await check())?.failure).toEqual({ kind });
    expect(await left()).toBe(2.75e9);
    clock.now += hourMs;
    await visit(says(leftPart(2.5e9)));
    expect((await check())?.failure).toBeNull();
  });

  test.each(['elsewhere', 'empty', 'too-large'] as const)('means nothing where it is %s', async (reason) => {
    const { visit, check } = await setUpPage();
    await visit({ kind: 'unread', reason });
    expect((await check())?.failure).toBeNull();
  });

  test('tells what the whole page weighs', async () => {
    const { accountId, visit } = await setUpPage();
    await visit(says(leftPart(2.5e9)));
    expect((await read(keys.pageReads(accountId)))?.tabBytes).toBe(1_200_000);
  });

  test('is shown as current for a day where it is read on visits alone', async () => {
    const { accountId, visit, clock } = await setUpPage({ isKeptUpToDate: false });
    await visit(says(leftPart(2.5e9)));
    const snapshot = await read(keys.snapshot(accountId));
    if (!snapshot) throw new Error('Nothing was saved');
    expect(isStale(snapshot, 15 * minuteMs, clock.now + dayMs - 1)).toBe(false);
    expect(isStale(snapshot, 15 * minuteMs, clock.now + dayMs)).toBe(true);
  });
});

describe('a page that names nobody', () => {
  const setUpNameless = () => setUpPage({ answers: { account: null } });

  test('whose figure jumps leaves the card as it was until the user has told, however often it says so', async () => {
    const { accountId, visit, left, clock } = await setUpNameless();
    for (let told = 0; told < 3; told += 1) {
      clock.now += hourMs;
      await visit(says(leftPart(8e9)));
      expect(await left()).toBe(2.75e9);
    }
    const [card] = (await read(keys.snapshot(accountId)))?.cards ?? [];
    expect(card?.unconfirmed).toMatchObject({ kind: 'rise', leftBytes: 2.75e9, needsPerson: { leftBytes: 8e9 } });
  });

  test.each([
    ['another total', { total: 5e9, endsInDays: 28 }],
    ['another end', { total: 10e9, endsInDays: 90 }],
  ])('may show another’s figure where it has %s', async (_, { total, endsInDays }) => {
    const end = { kind: 'found', index: 0, reading: 0 } as const;
    const { accountId, visit, clock } = await setUpPage({ answers: { account: null, end } });
    clock.now += hourMs;
    await visit(says(leftPart(2.7e9, total, clock.now + endsInDays * dayMs)));
    const [card] = (await read(keys.snapshot(accountId)))?.cards ?? [];
    expect(card?.unconfirmed?.needsPerson).toEqual({ leftBytes: 2.7e9 });
  });
});

test('of two people’s cards on one page each is told for itself', async () => {
  const set = await setUpPage();
  const second = await pointAt(set, { draft: { id: 'd2' } });
  const { recipes } = await pageVisited({ isPressed: false }, set.sender);
  expect(recipes.map((one) => one.accountId).sort()).toEqual([set.accountId, second].sort());
});
