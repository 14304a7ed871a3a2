import { keys } from '../../../utils/browser/storage-keys.ts';
import { initialAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { cardExpiresAt } from '../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime } from '../../../utils/core/usage/usage-snapshot.ts';
import { read, update } from '../state/store.ts';

/** Keeps one card quiet; null ends it. `until` null: till it is renewed, or what it has now ends. */
export async function setSnooze(card: CardId, snooze: { until: number | null } | null): Promise<void> {
  const snapshot = await read(keys.snapshot(card.accountId));
  const told = snapshot?.cards.find(({ key }) => key === card.cardKey);
  if (!snapshot || !told) return;
  const endsAt = cardExpiresAt(told, toSellerTime(snapshot, Date.now()));
  await update(keys.alerts(card), (saved) => ({
    ...(saved ?? initialAlertState),
    snooze: snooze && { until: snooze.until, endsAt },
  }));
}
