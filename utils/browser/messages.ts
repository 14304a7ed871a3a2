import type { Seller, UsualPurchase } from '../core/accounts/account.ts';
import type { CardPreference } from '../core/accounts/card-preferences.ts';
import type { PastedMessage } from '../core/entry/pasted-message.ts';
import type { SettingsFile } from '../core/export/settings-file.ts';
import type { FieldDefinition, FormDescription, FormValues } from '../core/forms/form-field.ts';
import type { Confirmation, ConfirmationRequest } from '../core/orders/decide-purchase.ts';
import type { PageAnswers } from '../core/page/page-answers.ts';
import type { DraftPart } from '../core/page/page-draft.ts';
import type { PageLimits } from '../core/page/ways/page-reads.ts';
import type { Settings } from '../core/settings.ts';
import type { FileProblem } from '../core/storage/settings-file-schema.ts';
import type { CardId } from '../core/usage/card-id.ts';
import type { ByteUnit } from '../core/values/bytes.ts';
import type { Failure } from '../core/values/failure.ts';
import type { Money } from '../core/values/money.ts';
import { browser, type Runtime } from './browser.ts';
import type { Key } from './storage-keys.ts';

/**
 * What was found at a typed address. `id`: under which it is kept, to be connected as it was shown. `fields`: what the
 * user has to enter where the seller reports no balance. `previousHosts`: of an account that was connected with others
 * than the seller names now, else null. `blocked`: nothing could be read, perhaps only for want of permission.
 */
export type DiscoveryResult =
  | {
      kind: 'found';
      id: string;
      seller: Seller;
      patterns: string[];
      isGranted: boolean;
      fields: readonly FieldDefinition[];
      previousHosts: string[] | null;
    }
  | { kind: 'blocked' }
  | { kind: 'no-seller' };

export type SignInResult =
  | { kind: 'signed-in'; accountId: string }
  | { kind: 'window-closed' }
  | { kind: 'wrong-answer' }
  /** What was found is not kept any more: it has to be read, and shown, again. */
  | { kind: 'not-found' }
  /** Another sign-in is open, and was brought to the front. */
  | { kind: 'already-open'; seller: string; isSameSeller: boolean }
  | { kind: 'refused' }
  /** The seller answers, but without an amount to count down from. */
  | { kind: 'no-amount' }
  /** The browser's storage has failed. */
  | { kind: 'cannot-save' }
  | { kind: 'failure'; failure: Failure };

/** locked: it wants its password first · no-amount: no limit is set in it · none: none has answered. */
export type HotspotResult =
  | { kind: 'signed-in'; accountId: string }
  | { kind: 'locked'; origin: string }
  | { kind: 'no-amount'; providerId: string; origin: string }
  | { kind: 'none' | 'cannot-save' };

/**
 * A provider with what the connect page shows of it. `isSelectable`: picked from the list; else found by its address.
 */
export type ListedProvider = { id: string; isSelectable: boolean } & FormDescription;

/** `isRefused`: the plan is not on sale. `confirmation`: what the user must confirm first. All else is in the order. */
export type PurchaseResult = { isRefused: boolean; confirmation: ConfirmationRequest | null };

type PointRequest = {
  what: DraftPart;
  tabId: number;
  draftId: string;
  accountId: string | null;
  setupTabId: number;
};

/** Requests of the pages. The background handles them and writes the results to storage. */
export type Messages = {
  /** `canSave` false: nothing new is stored, as where the disk is full. */
  popupOpened: { payload: { card: CardId | null }; response: { canSave: boolean } };
  /** Some values by their names, as they are read by their schemas; null: there is none, or none that makes sense. */
  readStored: { payload: { keys: Key[] }; response: Record<string, unknown> };
  refresh: { payload: { accountId: string }; response: undefined };
  /** Null: no card is pinned, and the badge shows the most urgent one. */
  pinCard: { payload: { card: CardId | null }; response: undefined };
  savePreference: { payload: { card: CardId; preference: Partial<CardPreference> }; response: undefined };
  /** All cards in the user's order, each as the text of `formatCardId`. */
  reorderCards: { payload: { order: string[] }; response: undefined };
  /** `until` null: until it is renewed. `snooze` null ends it. */
  snooze: { payload: { card: CardId; snooze: { until: number | null } | null }; response: undefined };
  /** Shows a notification to test whether they are seen. `isAccepted` false: the browser did not accept it. */
  sendTestNotification: { payload: Record<string, never>; response: { isAccepted: boolean } };
  renew: {
    payload: { card: CardId; planId: string; cost: Money; confirmation: Confirmation };
    response: PurchaseResult;
  };
  resumeOrder: { payload: { card: CardId; orderId: string }; response: PurchaseResult };
  /** `terms`: as they were shown; null members: the seller does not name them. */
  acceptPrice: {
    payload: { card: CardId; orderId: string; terms: { planId: string | null; cost: Money | null } };
    response: PurchaseResult;
  };
  /** `origin`: as it was shown. */
  acceptCheckoutOrigin: { payload: { card: CardId; orderId: string; origin: string }; response: PurchaseResult };
  dismissOrder: { payload: { card: CardId; orderId: string }; response: undefined };
  findSeller: { payload: { origin: string }; response: DiscoveryResult };
  /** Asks the usual addresses of hotspots in this network, which the user has allowed, and connects the one found. */
  findHotspot: { payload: Record<string, never>; response: HotspotResult };
  /** Adds a card to look around with, which goes as soon as there is another. */
  startDemo: { payload: Record<string, never>; response: SignInResult };
  signIn: { payload: { foundId: string }; response: SignInResult };
  /** Answered once the sign-in that is open has ended; null: none is open. */
  awaitSignIn: { payload: Record<string, never>; response: SignInResult | null };
  /** The payload has a secret, which is never sent back. */
  useCardToken: { payload: { foundId: string; cardToken: string }; response: SignInResult };
  /** The user's answer to what the seller's document says anew. */
  answerProposal: { payload: { accountId: string; isAccepted: boolean }; response: undefined };
  listProviders: { payload: Record<string, never>; response: ListedProvider[] };
  /**
   * Connects with the values of a form. `foundId`: a seller found by its address; null: the provider's own.
   * `accountId`: whose entries are changed; null: a new account. Entries may be secret; they are never sent back.
   */
  connectWithForm: {
    payload: { providerId: string; foundId: string | null; entries: FormValues; accountId: string | null };
    response: SignInResult;
  };
  /** A message of a seller, for the fields of a card kept by hand. */
  readPasted: { payload: { text: string; byteUnit: ByteUnit }; response: PastedMessage };
  /** What is left now, as the user entered it. */
  setBalance: { payload: { accountId: string; bytes: number }; response: undefined };
  /**
   * Lets the user point at a number on the page of a tab. `accountId`: whose number is pointed at again; null: a new
   * one. `isStarted` false: the browser lets nothing run there.
   */
  pickOnPage: { payload: { tabId: number; accountId: string | null }; response: { isStarted: boolean } };
  /**
   * Lets the user point at a part of a draft on the page that it was picked on, and brings that to the front. `tabId`: where
   * the page is; `setupTabId`: where the draft is shown. `isStarted` false: the page is not there any more, or as above.
   */
  pointOnPage: { payload: PointRequest; response: { isStarted: boolean } };
  /** Reads the page that is open, once, for the accounts that have it. `isStarted` false: there is none, or as above. */
  readVisiblePage: { payload: { tabId: number }; response: { isStarted: boolean } };
  /** `isKeptUpToDate`: its site was allowed. `accountId`: whose page is pointed at again; null: a new account. */
  savePage: {
    payload: { draftId: string; answers: PageAnswers; isKeptUpToDate: boolean; accountId: string | null };
    response: SignInResult;
  };
  /** Null: none any more. */
  setTopUpPage: { payload: { accountId: string; url: string | null }; response: undefined };
  /** As the user entered it; null: nothing. */
  setUsualPurchase: { payload: { accountId: string; usual: UsualPurchase | null }; response: undefined };
  setPageLimits: { payload: { accountId: string; limits: PageLimits }; response: undefined };
  /** The answer to "Is this another card?", after a jump on a page that names nobody or where it names somebody else. */
  confirmPage: { payload: { accountId: string; isSameCard: boolean }; response: undefined };
  /** Opens the page where a card is topped up, as an order that is followed. */
  renewAtPage: { payload: { card: CardId }; response: PurchaseResult };
  /** `isReleased`: the permission for the seller's addresses is given back. */
  signOut: { payload: { accountId: string }; response: { isRevoked: boolean; isReleased: boolean } };
  /** The user has read which values could not be read. */
  dismissUnread: { payload: Record<string, never>; response: undefined };
  /** A page was opened that requests nothing else. */
  pageOpened: { payload: Record<string, never>; response: undefined };
  saveSettings: { payload: { settings: Settings }; response: undefined };
  setPrivacyMode: { payload: { isOn: boolean }; response: undefined };
  exportSettings: { payload: Record<string, never>; response: SettingsFile };
  /** What the text of a file holds, as far as it is one of settings. */
  readSettingsFile: { payload: { text: string }; response: SettingsFile | FileProblem };
  importSettings: { payload: { file: SettingsFile }; response: undefined };
  resetSettings: { payload: Record<string, never>; response: undefined };
  /** Takes back what the user did last. `isUndone` false: it is too late. */
  undo: { payload: Record<string, never>; response: { isUndone: boolean } };
};

export type MessageName = keyof Messages;
export type MessageHandlers = {
  [N in MessageName]: (payload: Messages[N]['payload']) => Promise<Messages[N]['response']>;
};

export async function send<N extends MessageName>(
  type: N,
  payload: Messages[N]['payload'],
): Promise<Messages[N]['response']> {
  return browser.runtime.sendMessage({ type, payload }) as Promise<Messages[N]['response']>;
}

export const extensionVersion = (): string => browser.runtime.getManifest().version;

/**
 * Answers messages of the extension's own pages, once it is `ready`. A script on the page has the same id, and the
 * address of its page.
 */
export function handleMessages(handlers: MessageHandlers, ready: () => Promise<void> = async () => undefined): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const isOwnPage = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL(''));
    if (!isOwnPage || typeof message !== 'object' || message === null) return undefined;
    const { type, payload } = message as { type?: MessageName; payload?: never };
    if (!type || !Object.hasOwn(handlers, type)) return undefined;
    const handle = handlers[type] as (payload: unknown) => Promise<unknown>;
    return ready().then(() => handle(payload));
  });
}
