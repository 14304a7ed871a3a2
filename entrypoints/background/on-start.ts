import { keys } from '../../utils/browser/storage-keys.ts';
import { isRetryAfterActive } from '../../utils/core/polling/check-schedule.ts';
import { applyState } from './apply-state.ts';
import { pollAllOpenOrders } from './orders/poll-orders.ts';
import { checkAccount } from './polling/check-account.ts';
import { read, readIndex } from './state/state-store.ts';

/** Checks all accounts at once, or those for which `mayCheck` is true. */
export async function checkAll(mayCheck: (id: string) => Promise<boolean> = async () => true): Promise<void> {
  const { accounts } = await readIndex();
  await Promise.all(accounts.map(async ({ id }) => ((await mayCheck(id)) ? checkAccount(id) : undefined)));
  await applyState();
}

/** After a browser start. Orders first: one may have been paid just before the browser was closed. */
export async function onStart(): Promise<void> {
  await pollAllOpenOrders();
  await checkAll(mayCheckOnStart);
}

/** Not during a Retry-After, and not where only the user can fix what is wrong. */
async function mayCheckOnStart(id: string): Promise<boolean> {
  const check = await read(keys.check(id));
  const now = Date.now();
  return !isRetryAfterActive(check, now) && !(check?.reason === 'daily' && now < check.nextCheckAt);
}
