import type { MessageHandlers } from '../../utils/browser/messages.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import {
  type CardPreferences,
  defaultPreferences,
  withPinned,
  withPreference,
} from '../../utils/core/accounts/card-preferences.ts';
import { withAnswer } from '../../utils/core/accounts/discovery-changes.ts';
import { isRetryAfterActive, refreshAllowedAt, shouldRefreshOnOpen } from '../../utils/core/polling/check-schedule.ts';
import { defaultSettings } from '../../utils/core/settings.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { listCardIds } from './accounts/account-store.ts';
import { clearOrderNotifications } from './alerts/clear-notifications.ts';
import { sendTestNotification } from './alerts/send-test-notification.ts';
import { setSnooze } from './alerts/set-snooze.ts';
import { applyState, thenApplyState } from './apply-state.ts';
import { connectWithForm, listProviders } from './connect/connect-with-form.ts';
import { findHotspot } from './connect/find-hotspot.ts';
import { findSeller } from './connect/found-sellers.ts';
import { savePage } from './connect/save-page.ts';
import { awaitSignIn, signInAt, useCardToken } from './connect/sign-in.ts';
import { signOut } from './connect/sign-out.ts';
import { startDemo } from './connect/start-demo.ts';
import { readPasted } from './manual/read-pasted.ts';
import { setManualBalance } from './manual/set-balance.ts';
import { areOffersStale, fetchOffers } from './offers/fetch-offers.ts';
import { dismissOrder } from './orders/dismiss-order.ts';
import { pollOpenOrders } from './orders/poll-orders.ts';
import { acceptCheckoutOrigin, acceptPrice, renew, renewAtPage, resumeOrder } from './orders/purchase.ts';
import { setPageLimits, setTopUpPage, setUsualPurchase } from './pages/page-settings.ts';
import { pickOnPage, pointOnPage, readVisiblePage } from './pages/pick-page.ts';
import { checkAccount } from './polling/check-account.ts';
import { confirmPage } from './polling/confirm-page.ts';
import { exportSettings } from './settings/export-settings.ts';
import { importSettings } from './settings/import-settings.ts';
import { resetSettings, saveSettings } from './settings/save-settings.ts';
import { dismissUnread } from './state/save-unread-names.ts';
import { canSave } from './state/saving.ts';
import { changeOf, read, readIndex, update, updateAll } from './state/state-store.ts';
import { keepHandKeptCard, keepOrder, keepShownCard } from './undo/keep-for-undo.ts';
import { undoLast } from './undo/undo-last.ts';

/**
 * One handler for each message of the pages. Where something was changed, toolbar and alarm follow before the answer.
 */
export const messageHandlers: MessageHandlers = {
  popupOpened: async ({ card }) => {
    await thenApplyState(async () => {
      const shown = card ?? (await readIndex()).shown;
      if (shown) await refreshOpenedCard(shown);
    }).catch(() => undefined);
    return { canSave: canSave() };
  },
  refresh: applying(async ({ accountId }) => {
    await refreshManually(accountId);
  }),
  pinCard: applying(async ({ card }) => {
    const change = (saved: CardPreferences | null) => withPinned(saved ?? defaultPreferences, card);
    await update(keys.preferences, change, card && { id: card.accountId });
  }),
  savePreference: applying(async ({ card, preference }) => {
    if (preference.isHidden) await keepShownCard(card);
    const change = (saved: CardPreferences | null) => withPreference(saved ?? defaultPreferences, card, preference);
    await update(keys.preferences, change, { id: card.accountId });
    if (preference.isHidden) await clearOrderNotifications([card]);
  }),
  reorderCards: applying(async ({ order }) => {
    await updateAll([keys.index, keys.preferences], (values) => {
      const index = values(keys.index);
      const listed = index && listCardIds(index).map(formatCardId);
      const present = listed ? order.filter((card) => listed.includes(card)) : order;
      return [changeOf(keys.preferences, { ...(values(keys.preferences) ?? defaultPreferences), order: present })];
    });
  }),
  snooze: applying(async ({ card, snooze }) => {
    await setSnooze(card, snooze);
  }),
  sendTestNotification,
  renew: (request) => thenApplyState(() => renew(request, applyState)),
  resumeOrder: ({ card, orderId }) => thenApplyState(() => resumeOrder(card, orderId)),
  acceptPrice: (request) => thenApplyState(() => acceptPrice(request)),
  acceptCheckoutOrigin: (request) => thenApplyState(() => acceptCheckoutOrigin(request)),
  dismissOrder: applying(async ({ card, orderId }) => {
    await keepOrder(card, orderId);
    await dismissOrder(card, orderId);
  }),
  findSeller: ({ origin }) => findSeller(origin),
  findHotspot: () => thenApplyState(findHotspot),
  startDemo: () => thenApplyState(startDemo),
  signIn: ({ foundId }) => thenApplyState(() => signInAt(foundId)),
  awaitSignIn,
  useCardToken: ({ foundId, cardToken }) => thenApplyState(() => useCardToken(foundId, cardToken)),
  answerProposal: applying(async ({ accountId, isAccepted }) => {
    await update(keys.account(accountId), (account) => account && withAnswer(account, isAccepted));
  }),
  listProviders: async () => listProviders(),
  connectWithForm: (request) => thenApplyState(() => connectWithForm(request)),
  readPasted,
  setBalance: applying(async ({ accountId, bytes }) => {
    await setManualBalance(accountId, bytes);
  }),
  pickOnPage,
  pointOnPage,
  readVisiblePage,
  savePage: (request) => thenApplyState(() => savePage(request)),
  setTopUpPage: applying((request) => setTopUpPage(request)),
  setUsualPurchase: applying((request) => setUsualPurchase(request)),
  setPageLimits: applying((request) => setPageLimits(request)),
  confirmPage: applying((request) => confirmPage(request)),
  renewAtPage: ({ card }) => thenApplyState(() => renewAtPage(card, applyState)),
  signOut: ({ accountId }) =>
    thenApplyState(async () => {
      await keepHandKeptCard(accountId);
      return signOut(accountId, applyState);
    }),
  dismissUnread: applying(() => dismissUnread()),
  pageOpened: applying(async () => undefined),
  setPrivacyMode: applying(async ({ isOn }) => {
    await update(keys.settings, (saved) => ({ ...(saved ?? defaultSettings), privacyMode: isOn }));
  }),
  saveSettings: applying(({ settings }) => saveSettings(settings)),
  exportSettings: () => exportSettings(),
  importSettings: applying(({ file }) => importSettings(file)),
  resetSettings: applying(() => resetSettings()),
  undo: () => thenApplyState(async () => ({ isUndone: await undoLast() })),
};

function applying<P>(work: (payload: P) => Promise<void>): (payload: P) => Promise<undefined> {
  return (payload) =>
    thenApplyState(async () => {
      await work(payload);
      return undefined;
    });
}

/** The popup was opened: requests what is old, and nothing else. */
async function refreshOpenedCard(card: CardId): Promise<void> {
  const check = await read(keys.check(card.accountId));
  const snapshot = await read(keys.snapshot(card.accountId));
  const isOld = shouldRefreshOnOpen(check, snapshot?.checkedAt ?? null, Date.now());
  await Promise.all([isOld ? checkAccount(card.accountId) : undefined, pollOpenOrders(card)]);
  if (check?.reason !== 'daily' && (await areOffersStale(card))) await fetchOffers(card);
}

/** The refresh button ignores poll interval and seller's minimum, but neither its cool-down nor a Retry-After. */
async function refreshManually(accountId: string): Promise<void> {
  const check = await read(keys.check(accountId));
  const now = Date.now();
  if (isRetryAfterActive(check, now) || now < refreshAllowedAt(check)) return;
  await update(keys.check(accountId), (saved) => (saved ? { ...saved, manualRefreshAt: now } : saved));
  await checkAccount(accountId, { isPressed: true });
}
