import { clearNotification } from '../../utils/browser/notifications.ts';
import { openPage, openPopup } from '../../utils/browser/tabs.ts';
import { notifiedCardText } from '../../utils/core/alerts/notification-id.ts';
import { type CardId, formatCardId, parseCardId } from '../../utils/core/usage/card-id.ts';
import { hourMs } from '../../utils/core/values/time.ts';
import { listCardIds, requestCard } from './accounts/account-store.ts';
import { setSnooze } from './alerts/set-snooze.ts';
import { thenApplyState } from './apply-state.ts';
import { isGone } from './orders/gone-cards.ts';
import { readIndex } from './state/state-store.ts';

const snoozeButton = 1;

/**
 * Opens what the notification is about, the card in the second part of its id, or snoozes that card. The notification
 * stays until that is done.
 */
export async function onNotificationClick(id: string, button?: number): Promise<void> {
  const cardText = id.split(':')[1] ?? '';
  const card = await findNotifiedCard(cardText);
  if (card && button === snoozeButton) await thenApplyState(() => setSnooze(card, { until: Date.now() + hourMs }));
  else await openCard(card, card ? formatCardId(card) : cardText);
  await clearNotification(id);
}

/** Null: the notification is about no card. */
async function findNotifiedCard(cardText: string): Promise<CardId | null> {
  const index = await readIndex().catch(() => null);
  const listed = index && listCardIds(index).find((card) => notifiedCardText(formatCardId(card)) === cardText);
  return listed ?? parseCardId(cardText);
}

/** Whatever storage does, something opens. */
async function openCard(card: CardId | null, cardText: string): Promise<void> {
  // The popup has no view of it.
  if (card && (await isGone(card).catch(() => false))) {
    return openPage(`history.html?card=${encodeURIComponent(cardText)}`);
  }
  // Without it the popup opens on another card.
  if (card) await requestCard(card).catch(() => undefined);
  await openPopup(cardText);
}
