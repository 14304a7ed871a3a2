import { listText, t } from '../../../utils/browser/i18n.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { defaultPreferences, listCards } from '../../../utils/core/accounts/card-preferences.ts';
import { accountNotificationId } from '../../../utils/core/alerts/notification-id.ts';
import { quietHoursEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { needsUserAction } from '../../../utils/core/values/failure.ts';
import { changeOf, readAll, readIndex, updateAll } from '../state/state-store.ts';
import type { Announcement, Notice } from './announce.ts';

/**
 * The accounts that bring no new figures until the user does something, such as signing in again: each is told once
 * until it is mended, with the rules of a card's alerts.
 */
export async function evaluateAccounts(): Promise<Announcement> {
  const now = Date.now();
  const needy = await accountsToTell(now);
  const { quiet, ...values } = needy;
  const quietEndsAt = quietHoursEndAt(now, quiet);
  const told = quietEndsAt === null ? values.accounts : [];
  return {
    notices: told.map((one) => toNotice(one)),
    settle: async (isAccepted) => {
      if (isAccepted && told.length > 0) await markNotified(told.map(({ account }) => account.id));
      return quietEndsAt !== null && values.accounts.length > 0 ? [quietEndsAt] : [];
    },
  };
}

type NeedyAccount = { account: Account; check: CheckState; cards: { key: string; title: string }[] };

/** Not those whose cards are all hidden or snoozed. */
async function accountsToTell(now: number) {
  const index = await readIndex();
  const values = await readAll([
    ...[keys.settings, keys.preferences],
    ...index.accounts.flatMap(({ id, cards }) => [
      ...[keys.account(id), keys.check(id)],
      ...cards.map(({ key }) => keys.alerts({ accountId: id, cardKey: key })),
    ]),
  ]);
  const listed = listCards(index, values(keys.preferences) ?? defaultPreferences);
  const accounts = index.accounts.flatMap(({ id, cards }): NeedyAccount[] => {
    const [account, check] = [values(keys.account(id)), values(keys.check(id))];
    if (!account || !check || check.isNotified || !isWorthTelling(account, check)) return [];
    const awake = listed.filter((card) => {
      if (card.id.accountId !== id || card.isHidden) return false;
      const until = values(keys.alerts(card.id))?.snooze?.until;
      return until === undefined || (until !== null && until <= now);
    });
    if (awake.length === 0 && cards.length > 0) return [];
    return [{ account, check, cards: awake.map((card) => ({ key: card.id.cardKey, title: card.title })) }];
  });
  return { accounts, quiet: (values(keys.settings) ?? defaultSettings).quiet };
}

/** A hotspot ends its page's session within minutes: that is no news. */
function isWorthTelling({ seller }: Account, { failure }: CheckState): boolean {
  return needsUserAction(failure) && !(seller.meteredBy === 'hotspot' && failure?.kind === 'signed-out');
}

function toNotice({ account: { id, seller }, check, cards }: NeedyAccount): Notice {
  const isSignedOut = check.failure?.kind === 'signed-out';
  const title = t(isSignedOut ? 'alert.signedOut' : 'alert.needsYou', { seller: seller.name });
  const message = t(isSignedOut ? 'alert.signedOutSays' : 'alert.needsYouSays', {
    cards: cards.length > 0 ? listText(cards.map((card) => card.title)) : seller.name,
  });
  const card = { accountId: id, cardKey: cards[0]?.key ?? '' };
  const notificationId = accountNotificationId(card, check.failingSince ?? check.triedAt);
  return { id: notificationId, title, message, buttons: [], line: title, wasDeferred: false };
}

async function markNotified(ids: readonly string[]): Promise<void> {
  await updateAll(
    ids.map((id) => keys.check(id)),
    (values) =>
      ids.map((id) => {
        const check = values(keys.check(id));
        return changeOf(keys.check(id), check && { ...check, isNotified: true });
      }),
  );
}
