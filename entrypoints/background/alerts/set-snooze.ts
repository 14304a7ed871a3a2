import { keys } from '../../../utils/browser/storage-keys.ts';
import { initialAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { cardExpiresAt } from '../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime } from '../../../utils/core/usage/usage-snapshot.ts';
import { read, update } from '../state/state-store.ts';

/** Snoozes the alerts of a card; null ends the snooze. `until` null: until the card is renewed or expires. */
export async function setSnooze(card: CardId, snooze: { until: number | null } | null): Promise<void> {
  const snapshot = await read(keys.snapshot(card.accountId));
  const snoozed = snapshot?.cards.find(({ key }) => key === card.cardKey);
  if (!snapshot || !snoozed) return;
  const endsAt = cardExpiresAt(snoozed, toSellerTime(snapshot, Date.now()));
  await update(keys.alerts(card), (saved) => ({
    ...(saved ?? initialAlertState),
    snooze: snooze && { until: snooze.until, endsAt },
  }));
}
