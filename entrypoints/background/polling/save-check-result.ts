import { isPopupOpen } from '../../../utils/browser/popup-window.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { emptyIndex, withIndexedAccount } from '../../../utils/core/accounts/account-index.ts';
import { afterCheck } from '../../../utils/core/polling/after-check.ts';
import { checkIntervalMs, retryIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import {
  type CheckState,
  isUnsent,
  type NextCheckInput,
  offersEveryMs,
} from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { timesIfUnchanged } from '../../../utils/core/usage/answer-times.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { hasUnconfirmedDrop, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { type Failure, retryAfterOf } from '../../../utils/core/values/failure.ts';
import { distinguishAccounts, findDuplicateAccount } from '../accounts/account-store.ts';
import { releaseHosts } from '../accounts/release-hosts.ts';
import { startRevocations } from '../accounts/revocations.ts';
import { clearOrderNotifications } from '../alerts/clear-notifications.ts';
import { limitGoneCards, makeRoom } from '../history/make-room.ts';
import { planHistory } from '../history/record-history.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { loadCardOverviews, saveShownCard, selectToolbarCard } from '../state/card-overviews.ts';
import { type AddTraffic, savingTraffic } from '../state/save-traffic.ts';
import {
  type Change,
  changeOf,
  type Owner,
  read,
  readIndex,
  type StoredValues,
  updateAll,
} from '../state/state-store.ts';
import { type Decided, planPace } from './decide-pace.ts';

/** What decides when the next check is, beside what came of this one. */
export type CheckCircumstances = Pick<NextCheckInput, 'needsConfirmation' | 'hasJustWoken'>;

/**
 * Saves a good answer; where it lists no card, what was known before stays. Nothing is saved for an account that was
 * signed out or connected anew while the request was under way. `isConfirmed`: the user has seen it and said it is right.
 */
export async function saveSnapshot(
  account: Account,
  snapshot: UsageSnapshot,
  { isConfirmed = false } = {},
): Promise<void> {
  if ((await read(keys.account(account.id)))?.connectionId !== account.connectionId) return;
  if (snapshot.cards.length === 0) return saveFailure(account, { kind: 'no-cards' });
  await makeRoom().catch(() => undefined);
  const { id, before, after } = await distinguishAccounts(async () =>
    saveAnswer((await mergeIntoDuplicate(account, snapshot)) ?? account, snapshot, isConfirmed),
  );
  await clearOrderNotifications(vanishedCards(id, before, snapshot));
  const index = after(keys.index) ?? emptyIndex;
  await limitGoneCards(index).catch(() => undefined);
  const { shown } = index;
  // For the very first card: which offers to fetch has to be known before the toolbar is updated.
  const card = shown ?? (await chooseFirst());
  if (card?.accountId === id) await fetchStaleOffers(card);
}

async function chooseFirst(): Promise<CardId | null> {
  await saveShownCard(selectToolbarCard(await loadCardOverviews(Date.now())).shown);
  return (await readIndex()).shown;
}

/** All that an answer changes, in one step, however many cards it has. */
async function saveAnswer(account: Account, snapshot: UsageSnapshot, isConfirmed: boolean) {
  const { id } = account;
  const history = planHistory(account, snapshot, isConfirmed);
  const isWatched = await isPopupOpen();
  const pace = planPace(account, snapshot);
  const toRead = [keys.index, keys.account(id), ...pace.toRead];
  let before: UsageSnapshot | null = null;
  const change = (values: StoredValues, addTraffic: AddTraffic): Change[] => {
    const saved = values(keys.account(id));
    const { accountKey } = snapshot;
    before = values(keys.snapshot(id));
    const { cards, changes, isHeld } = history.change(values);
    const answer = { ...(isHeld && before ? before : snapshot), cards };
    const needsConfirmation = hasDropped(before, cards);
    const times = before && timesIfUnchanged(before, answer);
    const paced = pace.decide(values, { cards, changes, isWatched });
    const check = nextCheck(values, id, null, snapshot.floorMs, { needsConfirmation, addTraffic, ...paced });
    return [
      ...changes,
      changeOf(keys.snapshot(id), times ? before : answer),
      changeOf(keys.check(id), { ...check, ...(times ? { unchanged: times } : {}) }),
      changeOf(keys.account(id), !saved || saved.accountKey === accountKey ? saved : { ...saved, accountKey }),
      changeOf(keys.index, withIndexedAccount(values(keys.index) ?? emptyIndex, account, answer)),
    ];
  };
  const after = await savingTraffic((addTraffic) =>
    updateAll(toRead, (values) => change(values, addTraffic), account, history.toRead),
  );
  return { id, before: before as UsageSnapshot | null, after };
}

/** Whether a card has dropped since the answer before: that is asked about at once, one time. */
function hasDropped(before: UsageSnapshot | null, cards: readonly Card[]): boolean {
  const waiting = new Set(before?.cards.flatMap(({ key, unconfirmed }) => (unconfirmed?.kind === 'drop' ? [key] : [])));
  return cards.some(({ key, unconfirmed }) => unconfirmed?.kind === 'drop' && !waiting.has(key));
}

function vanishedCards(accountId: string, before: UsageSnapshot | null, after: UsageSnapshot): CardId[] {
  const listed = new Set(after.cards.map(({ key }) => key));
  return (before?.cards ?? []).flatMap(({ key }) => (listed.has(key) ? [] : [{ accountId, cardKey: key }]));
}

/** The first answer shows that this sign-in was for an account that is there already: that one gets the credentials. */
async function mergeIntoDuplicate(account: Account, snapshot: UsageSnapshot): Promise<Account | null> {
  const duplicate = account.accountKey === null ? await findDuplicateAccount(account, snapshot) : null;
  if (!duplicate) return null;
  const merged = await (await import('../accounts/delete-account.ts')).mergeAccounts(account, duplicate);
  if (!merged) return null;
  startRevocations();
  await releaseHosts(duplicate.seller);
  return merged;
}

/** Offers of the shown card alone, once a day while no page displays them. */
async function fetchStaleOffers(shown: CardId): Promise<void> {
  const offers = await read(keys.offers(shown));
  if (!offers || Math.abs(Date.now() - offers.checkedAt) >= offersEveryMs) await fetchOffers(shown);
}

/** A failure is stored beside the last good snapshot and changes nothing of it. */
export async function saveFailure(
  owner: Owner,
  failure: Failure,
  circumstances: CheckCircumstances = {},
): Promise<void> {
  const { id } = owner;
  const change = (values: StoredValues, addTraffic: AddTraffic) => {
    const snapshot = values(keys.snapshot(id));
    // The answer that a drop waits for need not wait for the minimum.
    const isAwaited = snapshot !== null && hasUnconfirmedDrop(snapshot) && isUnsent(failure);
    const floorMs = isAwaited ? 0 : (snapshot?.floorMs ?? 0);
    return [changeOf(keys.check(id), nextCheck(values, id, failure, floorMs, { ...circumstances, addTraffic }))];
  };
  const toRead = [keys.settings, keys.account(id), keys.snapshot(id), keys.check(id)];
  await savingTraffic((addTraffic) => updateAll(toRead, (values) => change(values, addTraffic), owner));
}

/** A Retry-After is valid for the whole account, whichever request it answered. Other failures are left out. */
export async function saveRetryAfter(accountId: string, failure: Failure): Promise<void> {
  if (retryAfterOf(failure) !== null) await saveFailure({ id: accountId }, failure);
}

/** With what a good answer decides. */
type Ended = CheckCircumstances & { addTraffic: AddTraffic } & Partial<Decided>;

function nextCheck(
  values: StoredValues,
  id: string,
  failure: Failure | null,
  floorMs: number,
  { needsConfirmation = false, hasJustWoken = false, addTraffic, ...paced }: Ended,
): CheckState {
  const saved = values(keys.check(id));
  const settings = values(keys.settings) ?? defaultSettings;
  const next = afterCheck(saved, {
    ...{ failure, floorMs, needsConfirmation, hasJustWoken, ...paced },
    now: Date.now(),
    pollIntervalMs: failure
      ? retryIntervalMs(settings, saved)
      : checkIntervalMs(settings, { pace: paced.pace ?? null }),
    checkedAt: values(keys.snapshot(id))?.checkedAt ?? null,
    // What the user entered is calculated, not requested: at the very time at which it changes.
    isExact: values(keys.account(id))?.seller.meteredBy === 'user',
    random: Math.random(),
  });
  return { ...next, traffic: addTraffic(saved?.traffic) };
}
