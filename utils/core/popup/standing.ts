import type { Account } from '../accounts/account.ts';
import { shownProposal } from '../accounts/discovery-changes.ts';
import { isDemo } from '../demo/demo-card.ts';
import { checkIntervalMs } from '../polling/check-interval.ts';
import type { CheckState } from '../polling/check-schedule.ts';
import type { Settings } from '../settings.ts';
import type { UnreadValue } from '../storage/unread-values.ts';
import type { Card } from '../usage/card.ts';
import { hasExpired } from '../usage/card-balance.ts';
import type { CardId } from '../usage/card-id.ts';
import { isStale } from '../usage/staleness.ts';
import { toSellerTime, type UsageSnapshot } from '../usage/usage-snapshot.ts';
import type { Failure } from '../values/failure.ts';
import { requiredAct, type UserAct } from './user-act.ts';

/** What the popup shows of what is stored. */
type Shown = {
  card: CardId | null;
  snapshot: UsageSnapshot | null;
  check: CheckState | null;
  settings: Settings;
  unread: readonly UnreadValue[];
};

/** How the shown card and its account stand. `card` null: the account has none, or not this one. */
export type Standing = {
  card: Card | null;
  failure: Failure | null;
  /** What nobody but the user can do. */
  act: UserAct | null;
  /** Something is to be said above the figure. */
  hasNotice: boolean;
};

/** `now`: our clock. */
export function standingOf(shown: Shown, account: Account, now: number): Standing {
  const { snapshot, check, settings } = shown;
  const card = snapshot?.cards.find(({ key }) => key === shown.card?.cardKey) ?? null;
  const failure = check?.failure ?? null;
  const isOld =
    snapshot !== null &&
    card !== null &&
    !hasExpired(card, toSellerTime(snapshot, now)) &&
    isStale(snapshot, checkIntervalMs(settings, check), now);
  return {
    card,
    failure,
    act: requiredAct({ failure, seller: account.seller, card, isOld }),
    hasNotice:
      failure !== null ||
      card?.unconfirmed?.needsPerson !== undefined ||
      shownProposal(account) !== null ||
      shown.unread.some(({ isDismissed }) => !isDismissed) ||
      settings.privacyMode,
  };
}

/** Whether the figure and the button to renew are all there is, down to where the button stands. */
export function isPlain(shown: Shown & { account: Account | null }, now: number): boolean {
  const { account } = shown;
  if (!account || isDemo(account.seller)) return false;
  const { card, act, hasNotice } = standingOf(shown, account, now);
  return card !== null && act === null && !hasNotice;
}
