import { describe, expect, test } from 'vitest';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { hourMs } from '../../../../utils/core/values/time.ts';
import { leftPart } from '../../support/page-builders.ts';
import { says, setUpPage } from './page-setup.ts';

/** A page that names nobody says 8 GB after 2.75 GB. */
async function setUpJump() {
  const set = await setUpPage({ answers: { account: null } });
  set.clock.now += hourMs;
  await set.visit(says(leftPart(8e9)));
  const jump = async () => (await read(keys.snapshot(set.accountId)))?.cards[0]?.unconfirmed ?? null;
  return {
    ...set,
    jump,
    answer: (isSameCard: boolean) => messageHandlers.confirmPage({ accountId: set.accountId, isSameCard }),
  };
}

describe('a jump on a page that names nobody', () => {
  test('counts once the user says that it is the same card, in the history too', async () => {
    const { answer, left, jump, card } = await setUpJump();
    await answer(true);
    expect(await left()).toBe(8e9);
    expect(await jump()).toBeNull();
    expect((await read(keys.samples(card)))?.modules[0]?.remainingBytes).toBe(8e9);
  });

  test('is dropped once the user says that it is another card', async () => {
    const { answer, left, jump, check, card } = await setUpJump();
    await answer(false);
    expect(await left()).toBe(2.75e9);
    expect(await jump()).toBeNull();
    expect((await check())?.failure).toEqual({ kind: 'other-account' });
    expect((await read(keys.samples(card)))?.modules[0]?.remainingBytes).toBe(2.75e9);
  });

  test('is over where the page says what it said before', async () => {
    const { visit, left, jump, clock } = await setUpJump();
    clock.now += hourMs;
    await visit(says(leftPart(2.7e9)));
    expect(await left()).toBe(2.7e9);
    expect(await jump()).toBeNull();
  });

  test('never counts by a reading by itself that says the same', async () => {
    const { site, nextCheck, left } = await setUpJump();
    site.reading = says(leftPart(8e9));
    await nextCheck();
    await nextCheck();
    expect(await left()).toBe(2.75e9);
  });
});

describe('a page that names somebody else', () => {
  test('is to be pointed at again where the user says that it is the same card', async () => {
    const { accountId, visit, check, left } = await setUpPage();
    await visit({ kind: 'unread', reason: 'other-account' });
    await messageHandlers.confirmPage({ accountId, isSameCard: true });
    expect((await check())?.failure).toEqual({ kind: 'page-changed' });
    expect(await left()).toBe(2.75e9);
  });

  test('stays somebody else’s where the user says so', async () => {
    const { accountId, visit, check } = await setUpPage();
    await visit({ kind: 'unread', reason: 'other-account' });
    await messageHandlers.confirmPage({ accountId, isSameCard: false });
    expect((await check())?.failure).toEqual({ kind: 'other-account' });
  });
});

test('with a name on the page a jump is confirmed by a second reading, as everywhere', async () => {
  const { accountId, visit, left, clock } = await setUpPage();
  for (let told = 0; told < 2; told += 1) {
    clock.now += hourMs;
    await visit(says(leftPart(8e9)));
  }
  expect(await left()).toBe(8e9);
  expect((await read(keys.snapshot(accountId)))?.cards[0]?.unconfirmed).toBeUndefined();
});
