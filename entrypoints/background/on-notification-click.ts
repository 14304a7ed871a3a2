import { clearNotification } from '../../utils/browser/notifications.ts';
import { openPage, openPopup } from '../../utils/browser/tabs.ts';
import { parseCardId } from '../../utils/core/usage/card-id.ts';
import { hourMs } from '../../utils/core/values/time.ts';
import { requestCard } from './accounts/account-store.ts';
import { setSnooze } from './alerts/set-snooze.ts';
import { thenApplyState } from './apply-state.ts';
import { isGone } from './orders/gone-cards.ts';

const snoozeButton = 1;

/** Opens the popup on the notification's card, which is the second part of its id, or snoozes that card. */
export async function onNotificationClick(id: string, button?: number): Promise<void> {
  await clearNotification(id);
  const cardText = id.split(':')[1] ?? '';
  const card = parseCardId(cardText);
  if (card && button === snoozeButton) {
    return thenApplyState(() => setSnooze(card, { until: Date.now() + hourMs }));
  }
  // The popup has no view of it.
  if (card && (await isGone(card))) return openPage(`history.html?card=${encodeURIComponent(cardText)}`);
  // Without it the popup opens on another card.
  if (card) await requestCard(card).catch(() => undefined);
  await openPopup(cardText);
}
