import { keys } from '../../utils/browser/storage-keys.ts';
import { isRetryAfterActive } from '../../utils/core/polling/check-schedule.ts';
import { applyState } from './apply-state.ts';
import { pollAllOpenOrders } from './orders/poll-orders.ts';
import { checkAccount } from './polling/refresh-account.ts';
import { read, readIndex } from './state/store.ts';

export async function checkAll(isAsked: (id: string) => Promise<boolean> = async () => true): Promise<void> {
  const { accounts } = await readIndex();
  await Promise.all(accounts.map(async ({ id }) => ((await isAsked(id)) ? checkAccount(id) : undefined)));
  await applyState();
}

/** Orders first: somebody may have paid just before the browser was closed. */
export async function onStart(): Promise<void> {
  await pollAllOpenOrders();
  await checkAll(mayCheckOnStart);
}

/** A browser start is no reason to ask a seller that wants quiet, or has said no. */
async function mayCheckOnStart(id: string): Promise<boolean> {
  const check = await read(keys.check(id));
  const now = Date.now();
  return !isRetryAfterActive(check, now) && !(check?.reason === 'daily' && now < check.nextCheckAt);
}
