import { type CardPreferences, preferenceOf, withPinned, withPreference } from '../accounts/card-preferences.ts';
import { type CardId, parseCardId } from '../usage/card-id.ts';

/** With a hidden card in view again, and on the toolbar if it was pinned there and no other is by now. */
export function withShownAgain(preferences: CardPreferences, card: CardId, wasPinned: boolean): CardPreferences {
  const shown = withPreference(preferences, card, { isHidden: false });
  return wasPinned && shown.pinned === null ? withPinned(shown, card) : shown;
}

/** With those of an account's cards as they were `before` it was removed; those of others stay as they are now. */
export function withAccountAgain(now: CardPreferences, before: CardPreferences, accountId: string): CardPreferences {
  const isOfIt = (idText: string) => parseCardId(idText)?.accountId === accountId;
  const byCard = Object.fromEntries(
    Object.keys(before.byCard)
      .filter(isOfIt)
      .map((idText) => [idText, preferenceOf(before, idText)]),
  );
  const isPinnedAgain = now.pinned === null && before.pinned !== null && isOfIt(before.pinned);
  return {
    order: placedAgain(now.order, before.order, isOfIt),
    pinned: isPinnedAgain ? before.pinned : now.pinned,
    byCard: { ...now.byCard, ...byCard },
  };
}

/** Each card that is missing stands after the one it stood after. */
function placedAgain(now: string[], before: string[], isMissing: (idText: string) => boolean): string[] {
  return before.reduce((order, idText, place) => {
    if (!isMissing(idText) || order.includes(idText)) return order;
    const previous = before[place - 1];
    return order.toSpliced(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, idText);
  }, now);
}
