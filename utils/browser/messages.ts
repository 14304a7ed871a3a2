import type { Seller } from '../core/accounts/account.ts';
import type { CardChoice } from '../core/accounts/card-preferences.ts';
import type { Entries, Field, FormAbout } from '../core/forms/form-field.ts';
import type { Question, Yes } from '../core/orders/decide-purchase.ts';
import type { Settings } from '../core/settings.ts';
import type { CardId } from '../core/usage/card-id.ts';
import type { Failure } from '../core/values/failure.ts';
import type { Money } from '../core/values/money.ts';
import { browser, type Runtime } from './browser.ts';

/**
 * What is at a typed address. `fields`: what has to be entered where the seller tells no figures. `blocked`: nothing could
 * be read; without permission that may be all there is to it.
 */
export type Found =
  | { kind: 'found'; seller: Seller; patterns: string[]; isGranted: boolean; fields: readonly Field[] }
  | { kind: 'blocked' }
  | { kind: 'no-seller' };

export type SignedIn =
  | { kind: 'signed-in'; accountId: string }
  | { kind: 'window-closed' }
  | { kind: 'wrong-answer' }
  | { kind: 'refused' }
  /** It answers, but knows no amount to count down from. */
  | { kind: 'no-amount' }
  | { kind: 'failure'; failure: Failure };

/** A provider with all the connect page says of it and asks. `isChosen`: from the list; else found by its address. */
export type ListedProvider = { id: string; isChosen: boolean } & FormAbout;

/** Whether the plan is not sold, and what needs a yes first; else the order itself tells the rest. */
export type Renewal = { isRefused: boolean; question: Question | null };

/** Wishes of the pages; the background fulfils them and writes the facts. */
export type Wishes = {
  opened: { ask: { card: CardId | null }; answer: undefined };
  refresh: { ask: { accountId: string }; answer: undefined };
  /** Null: no card is pinned, the one in most danger is on the badge. */
  pinCard: { ask: { card: CardId | null }; answer: undefined };
  changeCard: { ask: { card: CardId; choice: Partial<CardChoice> }; answer: undefined };
  /** All cards in the person's order, each by its `cardIdText`. */
  orderCards: { ask: { order: string[] }; answer: undefined };
  /** `until` null: till it is renewed. `snooze` null ends it. */
  snooze: { ask: { card: CardId; snooze: { until: number | null } | null }; answer: undefined };
  /** Shows a notification to try whether they are seen. False: the browser did not take it. */
  testAlert: { ask: Record<string, never>; answer: { isTaken: boolean } };
  renew: { ask: { card: CardId; planId: string; cost: Money; yes: Yes }; answer: Renewal };
  resumeOrder: { ask: { card: CardId; orderId: string }; answer: Renewal };
  acceptPrice: { ask: { card: CardId; orderId: string }; answer: Renewal };
  dismissOrder: { ask: { card: CardId; orderId: string }; answer: undefined };
  findSeller: { ask: { origin: string }; answer: Found };
  signIn: { ask: { origin: string }; answer: SignedIn };
  /** It carries a secret, which is never sent back. */
  useCardToken: { ask: { origin: string; cardToken: string }; answer: SignedIn };
  listProviders: { ask: Record<string, never>; answer: ListedProvider[] };
  /**
   * Connects by what was entered. `origin`: of a seller found by its address; null: the provider's own. `accountId`: whose
   * entries are changed; null: a new one. What is entered may be secret; it is never sent back.
   */
  connectWith: {
    ask: { providerId: string; origin: string | null; entries: Entries; accountId: string | null };
    answer: SignedIn;
  };
  /** What the person says is left now. */
  enterLeft: { ask: { accountId: string; bytes: number }; answer: undefined };
  signOut: { ask: { accountId: string }; answer: { isRevoked: boolean } };
  saveSettings: { ask: { settings: Settings }; answer: undefined };
};

export type WishName = keyof Wishes;
export type Handlers = { [N in WishName]: (ask: Wishes[N]['ask']) => Promise<Wishes[N]['answer']> };

export async function send<N extends WishName>(wish: N, ask: Wishes[N]['ask']): Promise<Wishes[N]['answer']> {
  return browser.runtime.sendMessage({ wish, ask }) as Promise<Wishes[N]['answer']>;
}

/** Unknown messages, and those of anyone else, are left to other listeners. */
export function handleMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return undefined;
    const { wish, ask } = message as { wish?: WishName; ask?: never };
    if (!wish || !Object.hasOwn(handlers, wish)) return undefined;
    return handlers[wish](ask as never);
  });
}
