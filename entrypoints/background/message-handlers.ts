import type { MessageHandlers } from '../../utils/browser/messages.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import {
  type CardPreferences,
  defaultPreferences,
  withPinned,
  withPreference,
} from '../../utils/core/accounts/card-preferences.ts';
import { isRetryAfterActive, refreshAllowedAt, shouldRefreshOnOpen } from '../../utils/core/polling/check-schedule.ts';
import { defaultSettings } from '../../utils/core/settings.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { listCardIds } from './accounts/account-store.ts';
import { clearOrderNotifications } from './alerts/clear-notifications.ts';
import { sendTestNotification } from './alerts/send-test-notification.ts';
import { setSnooze } from './alerts/set-snooze.ts';
import { applyState, thenApplyState } from './apply-state.ts';
import { areOffersStale, fetchOffers } from './offers/fetch-offers.ts';
import { ordersPart, pollOpenOrders } from './orders/follow-orders.ts';
import { checkAccount } from './polling/check-account.ts';
import { readForPages } from './state/read-for-pages.ts';
import { dismissUnread } from './state/save-unread-names.ts';
import { canSave } from './state/saving.ts';
import { changeOf, read, readIndex, update, updateAll } from './state/state-store.ts';

const connecting = () => import('./connect/connect-part.ts');
const discovering = () => import('./accounts/refresh-discovery.ts');
const pages = () => import('./polling/page-part.ts');
const entering = () => import('./manual/manual-part.ts');
const settingsPage = () => import('./settings/settings-part.ts');
const undoing = () => import('./undo/undo-part.ts');

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
  readStored: ({ keys: wanted }) => readForPages(wanted),
  refresh: applying(async ({ accountId }) => {
    await refreshManually(accountId);
  }),
  pinCard: applying(async ({ card }) => {
    const change = (saved: CardPreferences | null) => withPinned(saved ?? defaultPreferences, card);
    await update(keys.preferences, change, card && { id: card.accountId });
  }),
  savePreference: applying(async ({ card, preference }) => {
    if (preference.isHidden) await (await undoing()).keepShownCard(card);
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
  renew: (request) => thenApplyState(async () => (await ordersPart()).renew(request, applyState)),
  resumeOrder: ({ card, orderId }) => thenApplyState(async () => (await ordersPart()).resumeOrder(card, orderId)),
  acceptPrice: (request) => thenApplyState(async () => (await ordersPart()).acceptPrice(request)),
  acceptCheckoutOrigin: (request) => thenApplyState(async () => (await ordersPart()).acceptCheckoutOrigin(request)),
  dismissOrder: applying(async ({ card, orderId }) => {
    await (await undoing()).keepOrder(card, orderId);
    await (await ordersPart()).dismissOrder(card, orderId);
  }),
  findSeller: async ({ origin }) => (await connecting()).findSeller(origin),
  findHotspot: () => thenApplyState(async () => (await connecting()).findHotspot()),
  startDemo: () => thenApplyState(async () => (await connecting()).startDemo()),
  signIn: ({ foundId }) => thenApplyState(async () => (await connecting()).signInAt(foundId)),
  awaitSignIn: async () => (await connecting()).awaitSignIn(),
  useCardToken: ({ foundId, cardToken }) =>
    thenApplyState(async () => (await connecting()).useCardToken(foundId, cardToken)),
  answerProposal: applying(async ({ accountId, isAccepted }) => {
    await (await discovering()).answerProposal(accountId, isAccepted);
  }),
  listProviders: async () => (await connecting()).listProviders(),
  connectWithForm: (request) => thenApplyState(async () => (await connecting()).connectWithForm(request)),
  readPasted: async (request) => (await entering()).readPasted(request),
  setBalance: applying(async ({ accountId, bytes }) => {
    await (await entering()).setManualBalance(accountId, bytes);
  }),
  pickOnPage: async (request) => (await pages()).pickOnPage(request),
  pointOnPage: async (request) => (await pages()).pointOnPage(request),
  readVisiblePage: async (request) => (await pages()).readVisiblePage(request),
  savePage: (request) => thenApplyState(async () => (await connecting()).savePage(request)),
  setTopUpPage: applying(async (request) => (await pages()).setTopUpPage(request)),
  setUsualPurchase: applying(async (request) => (await pages()).setUsualPurchase(request)),
  setPageLimits: applying(async (request) => (await pages()).setPageLimits(request)),
  confirmPage: applying(async (request) => (await pages()).confirmPage(request)),
  renewAtPage: ({ card }) => thenApplyState(async () => (await ordersPart()).renewAtPage(card, applyState)),
  signOut: ({ accountId }) =>
    thenApplyState(async () => {
      await (await undoing()).keepHandKeptCard(accountId);
      return (await connecting()).signOut(accountId, applyState);
    }),
  dismissUnread: applying(() => dismissUnread()),
  pageOpened: applying(async () => undefined),
  setPrivacyMode: applying(async ({ isOn }) => {
    await update(keys.settings, (saved) => ({ ...(saved ?? defaultSettings), privacyMode: isOn }));
  }),
  saveSettings: applying(async ({ settings }) => (await settingsPage()).saveSettings(settings)),
  exportSettings: async () => (await settingsPage()).exportSettings(),
  readSettingsFile: async ({ text }) => (await settingsPage()).parseSettingsFile(text),
  importSettings: applying(async ({ file }) => (await settingsPage()).importSettings(file)),
  resetSettings: applying(async () => (await settingsPage()).resetSettings()),
  undo: () => thenApplyState(async () => ({ isUndone: await (await undoing()).undoLast() })),
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
