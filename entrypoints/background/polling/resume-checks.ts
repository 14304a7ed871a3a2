import { isPopupOpen } from '../../../utils/browser/popup-window.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { isCreditAwaited } from '../../../utils/core/orders/order.ts';
import {
  type CheckState,
  isRetryAfterActive,
  lastRequestAt,
  onlineWithinMs,
  resumed,
  startWithinMs,
} from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings, toPollIntervalMs } from '../../../utils/core/settings.ts';
import { hasUnconfirmedDrop } from '../../../utils/core/usage/usage-snapshot.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { listCardIds } from '../accounts/account-store.ts';
import { changeOf, readIndex, type StoredValues, updateAll } from '../state/state-store.ts';
import { checkAccount } from './check-account.ts';

/**
 * After the browser was started or came online: an account is checked at once where somebody waits for it, with the popup
 * open or an order that is. The others are checked at random moments, since whole regions start and come online
 * together; once online only those whose check was missed.
 */
export async function resumeChecks(after: 'start' | 'online'): Promise<void> {
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
  await updateAll(toRead, (values) => {
    const allowed = ids.filter((id) => mayCheck(values, id, now));
    const missed = allowed.filter((id) => after === 'start' || isMissed(values, id, now));
    awaited = missed.filter((id) => {
      const ordered = cards.flatMap((card) => (card.accountId === id ? (values(keys.orders(card)) ?? []) : []));
      return isWatched || ordered.some((order) => isCreditAwaited(order, now));
    });
    const spread = missed.filter((id) => !awaited.includes(id));
    return spread.map((id) => changeOf(keys.check(id), laterCheck(values, id, after, now)));
  });
  await Promise.allSettled(awaited.map((id) => checkAccount(id)));
}

/** Not what the user entered, nor where the seller's Retry-After or the need of the user forbids it. */
function mayCheck(values: StoredValues, id: string, now: number): boolean {
  const check = values(keys.check(id));
  if (!check || values(keys.account(id))?.seller.meteredBy === 'user' || isRetryAfterActive(check, now)) return false;
  // Orders that are polled at a start check their account by themselves.
  const requestedAt = lastRequestAt(check, values(keys.snapshot(id))?.checkedAt ?? null);
  const wasJustAsked = now >= requestedAt && now - requestedAt < minuteMs;
  return !wasJustAsked && (check.reason !== 'daily' || check.nextCheckAt <= now);
}

function isMissed(values: StoredValues, id: string, now: number): boolean {
  const check = values(keys.check(id));
  return check !== null && (check.nextCheckAt <= now || check.failure?.kind === 'offline');
}

function laterCheck(values: StoredValues, id: string, after: 'start' | 'online', now: number): CheckState | null {
  const check = values(keys.check(id));
  if (!check) return null;
  const snapshot = values(keys.snapshot(id));
  const floorMs = snapshot?.floorMs ?? 0;
  const pollIntervalMs = toPollIntervalMs(values(keys.settings) ?? defaultSettings);
  // One that was put off once and missed again has had its random moment.
  const isShort = after === 'start' || check.reason === 'resumed';
  const withinMs = isShort ? startWithinMs : onlineWithinMs(pollIntervalMs, floorMs);
  const floorEndsAt = lastRequestAt(check, snapshot?.checkedAt ?? null) + floorMs;
  const notBefore = snapshot && hasUnconfirmedDrop(snapshot) ? 0 : floorEndsAt;
  return resumed(check, { withinMs, notBefore, now, random: Math.random() });
}
