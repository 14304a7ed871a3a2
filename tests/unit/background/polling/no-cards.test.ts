import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { saveSnapshot } from '../../../../entrypoints/background/polling/save-check-result.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { setUpChecks, setUpUsedCard } from './check-setup.ts';

describe('8.2 an answer without cards', () => {
  test('keeps the last figures, and says what is the matter', async () => {
    const { seller, account, nextCheck, check, storedCard, clock } = await setUpUsedCard();
    for (const { userKey } of seller.cards('a_17')) seller.setCard(userKey, { reissued: true });
    await nextCheck();
    expect(await storedCard()).toMatchObject({ key: 'c_europe' });
    expect((await check()).failure).toEqual({ kind: 'no-cards' });
    expect((await read(keys.index))?.accounts[0]?.cards).toHaveLength(3);
    expect((await check()).nextCheckAt - clock.now).toBeLessThan(20 * minuteMs);
    expect((await read(keys.account(account.id)))?.accountKey).toBe('a_17');
  });

  test('as the first one of a new account says that, not that nothing was answered', async () => {
    const set = await setUpChecks();
    for (const { userKey } of set.seller.cards('a_17')) set.seller.setCard(userKey, { reissued: true });
    await onAlarm();
    await checkAccount(set.account.id);
    await onAlarm();
    expect((await set.check()).failure).toEqual({ kind: 'no-cards' });
    expect(await fakeBrowser.action.getTitle({})).toContain('lists no card for this account');
  });

  test('changes nothing of an account that was connected anew meanwhile', async () => {
    const { account } = await setUpUsedCard();
    const before = await read(keys.check(account.id));
    const empty = { ...(await read(keys.snapshot(account.id))), cards: [] };
    await saveSnapshot({ ...account, connectionId: 'earlier' }, empty as never);
    expect(await read(keys.check(account.id))).toEqual(before);
  });
});
