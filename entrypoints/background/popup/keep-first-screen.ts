import { hasNotifications } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { type AccountIndex, emptyIndex, initialCard } from '../../../utils/core/accounts/account-index.ts';
import {
  type CardPreferences,
  defaultPreferences,
  visibleCards,
} from '../../../utils/core/accounts/card-preferences.ts';
import { otherCardsNeed } from '../../../utils/core/accounts/other-cards.ts';
import { outlookOf } from '../../../utils/core/forecast/forecast.ts';
import { usageStatus } from '../../../utils/core/forecast/usage-status.ts';
import { checkIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { type CardId, isSameCard } from '../../../utils/core/usage/card-id.ts';
import { isStale } from '../../../utils/core/usage/staleness.ts';
import { dayMs, hourMs } from '../../../utils/core/values/time.ts';
import { type CardOverview, loadCardOverviews } from '../state/card-overviews.ts';
import { countShownChanges, forgetFirstScreen } from '../state/raw-values.ts';
import { put, readAll } from '../state/state-store.ts';

/**
 * Makes in advance what the popup shows first, where what was made before is out of date: the popup paints it before its
 * scripts are loaded. Nothing is made for a card whose failure is to be told. `readAt`: `countShownChanges` when the cards
 * were read; they are read again where something was written since.
 */
export async function keepFirstScreen(read: readonly CardOverview[], readAt: number): Promise<void> {
  const now = Date.now();
  const changes = countShownChanges();
  const overviews = changes === readAt ? read : await loadCardOverviews(now);
  const values = await readAll([keys.index, keys.preferences, keys.settings, keys.firstScreen]);
  const index = values(keys.index) ?? emptyIndex;
  const id = initialCard(index, now);
  const shown = id && overviews.find(({ listed }) => isSameCard(listed.id, id));
  // A card that was asked for is shown for a minute alone.
  const isUsual = isSameCard(id, initialCard({ ...index, requested: null }, now));
  if (!id || !shown || !isUsual || shown.check?.failure) return forgetFirstScreen();
  // With the next answer it may be current as it is.
  const intervalMs = checkIntervalMs(values(keys.settings) ?? defaultSettings, shown.check);
  if (isStale(shown.snapshot, intervalMs, now)) return forgetFirstScreen();
  const canWarn = await hasNotifications();
  const ofOthers = aroundOf(index, values(keys.preferences) ?? defaultPreferences, id, now);
  const around = JSON.stringify([canWarn, ...ofOthers, ...wordsOf(shown)]);
  const saved = values(keys.firstScreen);
  if (saved && saved.around === around && now >= saved.madeAt && now < saved.validUntil) return;
  const { makeScreenOf } = await import('./first-screen-part.ts');
  const screen = { ...(await makeScreenOf(shown, now)), around };
  await put(keys.firstScreen, screen, () => countShownChanges() === changes);
}

/** What of the other cards shows on the screen of one. */
function aroundOf(index: AccountIndex, preferences: CardPreferences, id: CardId, now: number): unknown[] {
  const cards = visibleCards(index, preferences, id);
  const need = otherCardsNeed(index, preferences, id, now);
  const shown = cards.find((card) => isSameCard(card.id, id));
  return [shown?.idText, shown?.title, cards.length > 1, need?.card.title, need?.status, need?.more];
}

/** What is said of the card, as the forecast moves on with each answer: its times as exactly as they are told. */
function wordsOf({ card, forecast, sellerNow }: CardOverview): unknown[] {
  const { status, reason } = usageStatus(card, forecast, sellerNow);
  const outlook = outlookOf(forecast);
  const told = (at: number | null) => at && Math.round(at / (at - sellerNow < dayMs ? hourMs : dayMs));
  const times = outlook ? [outlook.runOut.early, outlook.runOut.likely, outlook.runOut.late].map(told) : [];
  return [status, reason, forecast.kind, outlook?.endsFirst, ...times];
}
