import { diffSince } from '../../../../utils/core/history/balance-changes.ts';
import { recordDiff, startHistory } from '../../../../utils/core/history/usage-history.ts';
import type { UsageHistory } from '../../../../utils/core/history/usage-samples.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';

/** As the background records a snapshot of a card: the same object where nothing has changed. */
export function recordSnapshot(
  history: UsageHistory | null,
  card: Card,
  previousMeasuredAt: number | null,
  zone?: string,
): UsageHistory | null {
  if (!history) return startHistory(card);
  const diff = diffSince(history.samples.modules, card);
  return diff ? recordDiff(history, diff, card.measuredAt, previousMeasuredAt, zone) : history;
}
