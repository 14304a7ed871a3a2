import { keys } from '../../../utils/browser/storage-keys.ts';
import { freshAlertState } from '../../../utils/core/alerts/alert-state.ts';
import { expiryFor } from '../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { sellerTimeFor } from '../../../utils/core/usage/usage-snapshot.ts';
import { read, update } from '../state/store.ts';

/** Keeps one card quiet; null ends it. `until` null: till it is renewed, or what it has now ends. */
export async function snoozeFor(card: CardId, snooze: { until: number | null } | null): Promise<void> {
  const reading = await read(keys.reading(card.accountId));
  const told = reading?.cards.find(({ key }) => key === card.cardKey);
  if (!reading || !told) return;
  const endsAt = expiryFor(told, sellerTimeFor(reading, Date.now()));
  await update(keys.alerts(card), (saved) => ({
    ...(saved ?? freshAlertState),
    snooze: snooze && { until: snooze.until, endsAt },
  }));
}
