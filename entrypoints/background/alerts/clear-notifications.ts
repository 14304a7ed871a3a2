import { clearNotification, shownNotifications } from '../../../utils/browser/notifications.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreferences, listCards } from '../../../utils/core/accounts/card-preferences.ts';
import { isNotificationCurrent, notifiedCardText, orderCardOf } from '../../../utils/core/alerts/notification-id.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';
import { needsUserAction } from '../../../utils/core/values/failure.ts';
import { readAll } from '../state/state-store.ts';

/**
 * Takes back the notifications of what is gone: alerts of cards that are hidden or no longer listed, those of orders
 * whose account was deleted, and of accounts that need the user no more.
 */
export async function clearObsoleteNotifications(): Promise<void> {
  const shown = await shownNotifications();
  if (shown.length === 0) return;
  const values = await readAll([keys.index, keys.preferences]);
  const index = values(keys.index);
  if (!index) return;
  const visible = listCards(index, values(keys.preferences) ?? defaultPreferences).filter(({ isHidden }) => !isHidden);
  const accountIds = index.accounts.map(({ id }) => id);
  const checks = await readAll(accountIds.map((id) => keys.check(id)));
  const subjects = {
    cardIdTexts: visible.map(({ idText }) => idText),
    accountIds,
    needyAccountIds: accountIds.filter((id) => {
      const check = checks(keys.check(id));
      // Another failure since then has mended nothing.
      return check !== null && (check.isNotified || needsUserAction(check.failure));
    }),
  };
  for (const id of shown) {
    if (!isNotificationCurrent(id, subjects)) await clearNotification(id);
  }
}

/**
 * Takes back what was shown until now of orders of these cards, which are being hidden or are no longer listed. What
 * comes of an order later is shown all the same: somebody waits for it.
 */
export async function clearOrderNotifications(cards: readonly CardId[]): Promise<void> {
  const texts = cards.map((card) => notifiedCardText(formatCardId(card)));
  if (texts.length === 0) return;
  for (const id of await shownNotifications()) {
    const orderCard = orderCardOf(id);
    if (orderCard !== null && texts.includes(orderCard)) await clearNotification(id);
  }
}
