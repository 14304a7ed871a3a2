import { expect, test } from 'vitest';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { onAlarm } from '../../../../entrypoints/background/on-alarm.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { setUpChecks } from '../polling/check-setup.ts';

/* F6: the seller's `Date` tells how wrong our clock is, until somebody puts it right. */

/** Our clock is three days behind the seller's, by which the card ends in 80 hours. */
async function setUpBehind() {
  const set = await setUpChecks();
  const startedAt = set.clock.now;
  set.clock.now -= 3 * dayMs;
  set.seller.jumpToExpiry('c_europe', 3 * dayMs + 80 * hourMs);
  await checkAccount(set.account.id);
  await applyState();
  const sentKeys = async () => (await read(keys.alerts(set.card)))?.sent ?? [];
  expect(await sentKeys()).toEqual([]);
  return { ...set, startedAt, sentKeys };
}

test('8.6 F6 a clock that was put right makes no end seem near before the seller has answered again', async () => {
  const { account, clock, startedAt, sent, sentKeys } = await setUpBehind();
  clock.now = startedAt;
  const before = sent.length;
  await applyState();
  expect(await sentKeys()).toEqual([]);
  expect(sent).toHaveLength(before);
  await checkAccount(account.id);
  await applyState();
  expect(await sentKeys()).toEqual([]);
});

test('8.6 F6 with a clock that stays behind the end is warned of in time, also without an answer', async () => {
  const { seller, clock, startedAt, sentKeys } = await setUpBehind();
  seller.fault({ kind: 'offline' });
  clock.now = startedAt - 3 * dayMs + 9 * hourMs;
  await onAlarm();
  expect(await sentKeys()).toEqual(['72h']);
});
