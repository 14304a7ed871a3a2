import { listText, t } from '../../../utils/browser/i18n.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import {
  defaultPreferences,
  type ListedCard,
  listCards,
  preferenceOf,
} from '../../../utils/core/accounts/card-preferences.ts';
import type { Snooze } from '../../../utils/core/alerts/alert-state.ts';
import { accountNotificationId } from '../../../utils/core/alerts/notification-id.ts';
import { quietHoursEndAt } from '../../../utils/core/alerts/quiet-hours.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { needsUserAction } from '../../../utils/core/values/failure.ts';
import { changeOf, readAll, readIndex } from '../state/state-store.ts';
import type { Announcement, Notice, NoticeText, Outcome } from './announce.ts';

/**
 * The accounts that bring no new figures until the user does something, such as signing in again: each is told once
 * until it is mended, with the rules of a card's alerts.
 */
export async function evaluateAccounts(): Promise<Announcement> {
  const now = Date.now();
  const { needy, quiet } = await loadNeedyAccounts();
  const waiting = needy.length > 0 ? await withoutSilenced(needy, now) : [];
  const quietEndsAt = quietHoursEndAt(now, quiet);
  const told = quietEndsAt === null ? waiting : [];
  return {
    notices: told.map(toNotice),
    outcome: (isAccepted) => ({
      ...markNotified(isAccepted ? told : []),
      times: quietEndsAt !== null && waiting.length > 0 ? [quietEndsAt] : [],
    }),
  };
}

/** In a line of several. */
const maxNamedCards = 3;

type NeedyAccount = { account: Account; check: CheckState; cards: readonly ListedCard[] };

/**
 * The accounts that need the user, who was not notified of it yet, with those of their cards that are neither hidden
 * nor muted.
 */
async function loadNeedyAccounts() {
  const index = await readIndex();
  const values = await readAll([
    ...[keys.settings, keys.preferences],
    ...index.accounts.flatMap(({ id }) => [keys.account(id), keys.check(id)]),
  ]);
  const preferences = values(keys.preferences) ?? defaultPreferences;
  const needy = index.accounts.flatMap((listed): NeedyAccount[] => {
    const [account, check] = [values(keys.account(listed.id)), values(keys.check(listed.id))];
    if (!account || !check || check.isNotified || !needsUserAction(check.failure)) return [];
    const cards = listCards(index, preferences).filter((card) => card.id.accountId === listed.id);
    const warned = cards.filter(({ isHidden, idText }) => !isHidden && !preferenceOf(preferences, idText).isMuted);
    return cards.length > 0 && warned.length === 0 ? [] : [{ account, check, cards: warned }];
  });
  return { needy, quiet: (values(keys.settings) ?? defaultSettings).quiet };
}

/** Without the cards whose alerts are snoozed, and without the accounts that have no others. */
async function withoutSilenced(needy: readonly NeedyAccount[], now: number): Promise<NeedyAccount[]> {
  const alerts = await readAll(needy.flatMap(({ cards }) => cards.map(({ id }) => keys.alerts(id))));
  return needy.flatMap(({ cards, ...one }) => {
    const awake = cards.filter(({ id }) => !isSnoozed(alerts(keys.alerts(id))?.snooze ?? null, now));
    return cards.length > 0 && awake.length === 0 ? [] : [{ ...one, cards: awake }];
  });
}

/** One until the card is renewed is no reason to be silent: without new figures it would never end. */
function isSnoozed(snooze: Snooze | null, now: number): boolean {
  return snooze !== null && snooze.until !== null && now < snooze.until;
}

function toNotice(needy: NeedyAccount): Notice {
  const { account, check, cards } = needy;
  const card = cards[0]?.id ?? { accountId: account.id, cardKey: '' };
  const id = accountNotificationId(card, check.failingSince ?? check.triedAt);
  return { id, text: async () => noticeText(needy), wasDeferred: false };
}

function noticeText({ account: { seller }, check, cards }: NeedyAccount): NoticeText {
  const isSignedOut = check.failure?.kind === 'signed-out';
  const title = t(isSignedOut ? 'alert.signedOut' : 'alert.needsYou', { seller: seller.name });
  const message = t(isSignedOut ? 'alert.signedOutSays' : 'alert.needsYouSays', {
    cards: cards.length > 0 ? listText(cards.map((card) => card.title)) : seller.name,
  });
  const names = listText(cards.slice(0, maxNamedCards).map((one) => one.title));
  const line = names === '' ? title : `${names}: ${title}`;
  return { title, message, buttons: [], line };
}

function markNotified(told: readonly NeedyAccount[]): Omit<Outcome, 'times'> {
  const toRead = told.map(({ account }) => keys.check(account.id));
  return {
    toRead,
    change: (values) =>
      toRead.map((key) => {
        const check = values(key);
        return changeOf(key, check && { ...check, isNotified: true });
      }),
  };
}
