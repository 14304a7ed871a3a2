import type { Handlers } from '../../utils/browser/messages.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { emptyBook, withChoice, withPinned } from '../../utils/core/accounts/card-preferences.ts';
import { asksWhenOpened, isHeld, refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import { paceMsOf, settingsFrom } from '../../utils/core/settings.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { testAlert } from './alerts/send-test-notification.ts';
import { snoozeFor } from './alerts/set-snooze.ts';
import { settle } from './apply-state.ts';
import { connectWith, listProviders } from './connect/connect-with-form.ts';
import { findSeller, signInAt, useCardToken } from './connect/sign-in.ts';
import { signOut } from './connect/sign-out.ts';
import { enterLeft } from './manual/set-balance.ts';
import { areOffersOld, fetchOffers } from './offers/fetch-offers.ts';
import { acceptPrice, renew, resumeOrder } from './orders/checkout.ts';
import { putAway } from './orders/fetch-order-status.ts';
import { lookAtOpenOrders } from './orders/poll-orders.ts';
import { checkAccount } from './polling/refresh-account.ts';
import { read, readIndex, update, write } from './state/store.ts';

/** What the pages may wish for. Each wish ends with the toolbar and the alarm put right. */
export const wishes: Handlers = {
  opened: async ({ card }) => {
    const shown = card ?? (await readIndex()).shown;
    if (shown) await look(shown);
    return settled(undefined);
  },
  refresh: async ({ accountId }) => {
    await refreshByHand(accountId);
    return settled(undefined);
  },
  pinCard: async ({ card }) => {
    await update(keys.book, (book) => withPinned(book ?? emptyBook, card));
    return settled(undefined);
  },
  changeCard: async ({ card, choice }) => {
    await update(keys.book, (book) => withChoice(book ?? emptyBook, card, choice));
    return settled(undefined);
  },
  orderCards: async ({ order }) => {
    await update(keys.book, (book) => ({ ...(book ?? emptyBook), order }));
    return settled(undefined);
  },
  snooze: async ({ card, snooze }) => {
    await snoozeFor(card, snooze);
    return settled(undefined);
  },
  testAlert,
  renew: async (ask) => settled(await renew(ask, settle)),
  resumeOrder: async ({ card, orderId }) => settled(await resumeOrder(card, orderId)),
  acceptPrice: async ({ card, orderId }) => settled(await acceptPrice(card, orderId)),
  dismissOrder: async ({ card, orderId }) => {
    await putAway(card, orderId);
    return settled(undefined);
  },
  findSeller: ({ origin }) => findSeller(origin),
  signIn: async ({ origin }) => settled(await signInAt(origin)),
  useCardToken: async ({ origin, cardToken }) => settled(await useCardToken(origin, cardToken)),
  listProviders: async () => listProviders(),
  connectWith: async (ask) => settled(await connectWith(ask)),
  enterLeft: async ({ accountId, bytes }) => {
    await enterLeft(accountId, bytes);
    return settled(undefined);
  },
  signOut: async ({ accountId }) => settled(await signOut(accountId)),
  saveSettings: async ({ settings }) => {
    const before = settingsFrom(await read(keys.settings));
    await write(keys.settings, settings);
    if (before.paceMinutes !== settings.paceMinutes) await repace(paceMsOf(settings) - paceMsOf(before));
    return settled(undefined);
  },
};

async function settled<T>(answer: T): Promise<T> {
  await settle();
  return answer;
}

/** The popup was opened: what is old is asked for, the rest is left alone. */
async function look(card: CardId): Promise<void> {
  const check = await read(keys.check(card.accountId));
  const reading = await read(keys.reading(card.accountId));
  const asks = asksWhenOpened(check, reading?.checkedAt ?? null, Date.now());
  await Promise.all([asks ? checkAccount(card.accountId) : undefined, lookAtOpenOrders(card)]);
  if (check?.why !== 'daily' && (await areOffersOld(card))) await fetchOffers(card);
}

/** By hand, past pace and floor; not within the cool-down, and not while the seller asked for quiet. */
async function refreshByHand(accountId: string): Promise<void> {
  const check = await read(keys.check(accountId));
  const now = Date.now();
  if (isHeld(check, now) || now < refreshAllowedAt(check)) return;
  await update(keys.check(accountId), (saved) => (saved ? { ...saved, askedAt: now } : saved));
  await checkAccount(accountId);
}

/** A new pace counts from the last check, for accounts that keep the pace. */
async function repace(byMs: number): Promise<void> {
  for (const { id } of (await readIndex()).accounts) {
    await update(keys.check(id), (check) =>
      check?.why === 'pace' ? { ...check, nextCheckAt: check.nextCheckAt + byMs } : check,
    );
  }
}
