import { hideNotice } from '../../utils/browser/notifications.ts';
import { openPopup } from '../../utils/browser/tabs.ts';
import { cardIdOf } from '../../utils/core/usage/card-id.ts';
import { hourMs } from '../../utils/core/values/time.ts';
import { askFor } from './accounts/account-store.ts';
import { snoozeFor } from './alerts/set-snooze.ts';
import { settle } from './apply-state.ts';

const laterButton = 1;

/** The second part of every notice's id is its card. */
export async function onNotice(id: string, button?: number): Promise<void> {
  await hideNotice(id);
  const cardText = id.split(':')[1] ?? '';
  const card = cardIdOf(cardText);
  if (card && button === laterButton) {
    await snoozeFor(card, { until: Date.now() + hourMs });
    return settle();
  }
  if (card) await askFor(card);
  await openPopup(cardText);
}
