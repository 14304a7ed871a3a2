import { isPopupOpen } from '../../../utils/browser/popup-window.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { isCreditAwaited } from '../../../utils/core/orders/order.ts';
import { checkIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import { mayResume, type PausedCheck, type Resumption, resumeLater } from '../../../utils/core/polling/resume.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { hasUnconfirmedDrop } from '../../../utils/core/usage/usage-snapshot.ts';
import { listCardIds } from '../accounts/account-store.ts';
import { changeOf, readIndex, type StoredValues, updateAll } from '../state/state-store.ts';
import { checkAccount } from './check-account.ts';

/**
 * After the browser was started, came online or was asleep: an account is checked at once where somebody waits for it,
 * with the popup open or an order that is. The others are checked at random moments, since whole regions start and come
 * online together; unless the browser was started only those whose check was missed. Returns the accounts of both.
 */
export async function resumeChecks(after: Resumption): Promise<string[]> {
  const index = await readIndex();
  const now = Date.now();
  const isWatched = await isPopupOpen();
  const cards = listCardIds(index);
  const ids = index.accounts.map(({ id }) => id);
  const toRead = [
    ...[keys.settings, ...cards.map((card) => keys.orders(card))],
    ...ids.flatMap((id) => [keys.account(id), keys.snapshot(id), keys.check(id)]),
  ];
  let awaited: string[] = [];
  let putOff: string[] = [];
  await updateAll(toRead, (values) => {
    const paused = ids.flatMap((id) => toPaused(values, id) ?? []).filter((one) => mayResume(one, after, now));
    awaited = paused.flatMap(({ id }) => {
      const ordered = cards.flatMap((card) => (card.accountId === id ? (values(keys.orders(card)) ?? []) : []));
      return isWatched || ordered.some((order) => isCreditAwaited(order, now)) ? [id] : [];
    });
    const spread = paused.filter(({ id }) => !awaited.includes(id));
    putOff = spread.map(({ id }) => id);
    return spread.map((one) => changeOf(keys.check(one.id), resumeLater(one, after, now, Math.random())));
  });
  await Promise.allSettled(awaited.map((id) => checkAccount(id)));
  return [...awaited, ...putOff];
}

/** Null for what the user entered. */
function toPaused(values: StoredValues, id: string): (PausedCheck & { id: string }) | null {
  const check = values(keys.check(id));
  if (!check || values(keys.account(id))?.seller.meteredBy === 'user') return null;
  const snapshot = values(keys.snapshot(id));
  return {
    ...{ id, check },
    checkedAt: snapshot?.checkedAt ?? null,
    pollIntervalMs: checkIntervalMs(values(keys.settings) ?? defaultSettings, check),
    floorMs: snapshot?.floorMs ?? 0,
    needsConfirmation: snapshot !== null && hasUnconfirmedDrop(snapshot),
  };
}
