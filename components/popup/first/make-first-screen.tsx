import renderToString from 'preact-render-to-string';
import { direction, locale, t } from '../../../utils/browser/i18n.ts';
import { visibleOrders } from '../../../utils/core/orders/order-list.ts';
import { isPlain } from '../../../utils/core/popup/standing.ts';
import type { FirstScreen } from '../../../utils/core/toolbar/first-screen.ts';
import { statusTimes } from '../../../utils/core/toolbar/toolbar-changes.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { balanceEndsAt } from '../../../utils/core/usage/card-balance.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs, earliestOf, hourMs, nextDay, startOfDay } from '../../../utils/core/values/time.ts';
import { loadPopupState, type PopupState } from '../../hooks/popup-state.ts';
import type { StoredReader } from '../../page/stored-readers.ts';
import { Popup } from '../Popup.tsx';

/**
 * What the popup shows first of a card, as text: made where there is no page, by the same views. Its styles are no
 * attributes of that name, which the policy of a page forbids to a text. `now`: our clock.
 */
export async function makeFirstScreen(
  id: CardId,
  read: StoredReader,
  now: number,
): Promise<Omit<FirstScreen, 'around'>> {
  const state = await loadPopupState(id, read, () => undefined);
  const { snapshot, settings } = state;
  const cardAt = snapshot?.cards.findIndex(({ key }) => key === id.cardKey) ?? -1;
  const card = snapshot?.cards[cardAt];
  if (!snapshot || !card) throw new Error('A first screen is made of a card that is there');
  const { measuredAt, expiresAt, checkedAt, skewMs, floorMs } = snapshot;
  return {
    accountId: id.accountId,
    html: isFirstScreen(state, now) ? htmlOf(state, now) : '',
    ...{ locale: locale(), direction: direction(), theme: settings.theme, justNow: t('popup.justNow') },
    times: { measuredAt, expiresAt, checkedAt, skewMs, floorMs, cardAt, cardMeasuredAt: card.measuredAt },
    pollIntervalMinutes: settings.pollIntervalMinutes,
    madeAt: now,
    validUntil: wordsChangeAt(card, snapshot, now),
  };
}

/** Whether there is nothing to show but figure and button. */
function isFirstScreen(state: PopupState, now: number): boolean {
  return isPlain(state, now) && visibleOrders(state.orders, now).length === 0;
}

function htmlOf(state: PopupState, now: number): string {
  // Pressed just before, "Refresh" can be pressed again by then.
  const check = state.check && { ...state.check, manualRefreshAt: null };
  const html = renderToString(<Popup shown={{ ...state, check }} now={now} show={() => undefined} />);
  // In a text a quotation mark is written as `&quot;`.
  return html.replaceAll(' style="', ' data-style="');
}

/** As what may be used each day changes with time alone. */
const longestMs = 6 * hourMs;

/** When a part of the card begins or ends, the day changes, or what is left of its time is told by another number. */
function wordsChangeAt(card: Card, snapshot: UsageSnapshot, now: number): number {
  const sellerNow = toSellerTime(snapshot, now);
  const leftMs = Math.max(0, (balanceEndsAt(card, sellerNow) ?? sellerNow) - sellerNow);
  const unitMs = leftMs < 2 * dayMs ? hourMs : dayMs;
  const changes = statusTimes(card, sellerNow).map((at) => at - snapshot.skewMs);
  const ofCard = earliestOf(changes.filter((at) => at > now));
  const nextUnitAt = leftMs > 0 ? now + (leftMs % unitMs) + 1 : null;
  return Math.min(now + longestMs, ...[ofCard, nextUnitAt, nextDay(startOfDay(now))].filter((at) => at !== null));
}
