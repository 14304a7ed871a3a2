import type { Seller } from '../accounts/account.ts';
import { diffSince } from '../history/balance-changes.ts';
import { recordDiff, startHistory } from '../history/usage-history.ts';
import type { UsageHistory } from '../history/usage-samples.ts';
import { hourMs } from '../values/time.ts';
import { demoBeganAt, toDemoSnapshot } from './demo-card.ts';

const everyMs = 6 * hourMs;

/** The history of the demo card as if it had been watched since its plan began. `now`: our clock. */
export function demoHistory(seller: Seller, now: number): UsageHistory | null {
  let history: UsageHistory | null = null;
  for (let at = demoBeganAt(seller); at <= now; at += everyMs) {
    const [card] = toDemoSnapshot(seller, at).cards;
    if (!card) return null;
    const diff = history && diffSince(history.samples.modules, card);
    if (history === null) history = startHistory(card);
    else if (diff) history = recordDiff(history, diff, at, at - everyMs);
  }
  return history;
}
