import { emptyIndex } from '../accounts/account-index.ts';
import { defaultPreference, defaultPreferences } from '../accounts/card-preferences.ts';
import { initialAlertState } from '../alerts/alert-state.ts';
import { defaultPageLimits } from '../page/ways/page-reads.ts';
import { defaultSettings } from '../settings.ts';
import { minuteMs } from '../values/time.ts';
import type { Tolerances } from './read-parts.ts';

/*
 * Which parts of a stored value may be unreadable without the rest being lost: see `Tolerances`. What is not named
 * makes the value unreadable as a whole: it is never shown half.
 */

const leftOut = undefined;

const under = (path: string, defaults: object): Tolerances =>
  Object.fromEntries(Object.entries(defaults).map(([name, value]) => [path + name, value]));

export const tolerances = {
  /** It is made again from `account:` and `reading:`. */
  index: {
    ...under('', emptyIndex),
    'accounts.*': leftOut,
    'accounts.*.name': '',
    'accounts.*.origin': leftOut,
    'accounts.*.byteUnit': leftOut,
    'accounts.*.hasSignIn': leftOut,
    'accounts.*.isReadByPress': leftOut,
    'accounts.*.cards': [],
    'accounts.*.cards.*': leftOut,
    'accounts.*.cards.*.judged': leftOut,
    'accounts.*.gone': leftOut,
    'accounts.*.gone.*': leftOut,
  },
  settings: under('', defaultSettings),
  preferences: {
    ...under('', defaultPreferences),
    'order.*': leftOut,
    'byCard.*': leftOut,
    ...under('byCard.*.', defaultPreference),
  },
  account: {
    accountKey: null,
    addedAt: 0,
    discoveredAt: 0,
    vouchedAt: 0,
    proposal: null,
    answered: [],
    'answered.*': leftOut,
    connectionId: '',
    'seller.accountUrl': null,
    'seller.support.url': null,
    'seller.support.email': null,
    'seller.support.phone': null,
    'seller.dataDelayMs': null,
    'seller.creditMs': 5 * minuteMs,
    'seller.checkoutOrigins': [],
    'seller.checkoutOrigins.*': leftOut,
    'seller.page.usualPurchase': null,
  },
  credentials: { revocation: null },
  snapshot: {
    'cards.*': leftOut,
    etag: null,
    accountKey: null,
    omittedCards: leftOut,
    'cards.*.omittedPlans': leftOut,
    'cards.*.lineEndsAt': leftOut,
    'cards.*.credit': leftOut,
    'cards.*.unconfirmed': leftOut,
  },
  recipe: { 'facts.credit': null },
  pageReads: { limits: defaultPageLimits, failedAt: null, lastRead: null },
  check: {
    ...{ failure: null, failingSince: null, failures: 0, manualRefreshAt: null, isNotified: false },
    unchanged: leftOut,
    traffic: leftOut,
    ...{ pace: null, updateGapsMs: [] },
  },
  offers: { 'offers.*': leftOut, expiresAt: null, unreadable: 0, omitted: leftOut },
  orders: { '*': leftOut },
  alerts: { ...under('', initialAlertState), 'sent.*': leftOut },
  samples: { 'intervals.*': leftOut, 'modules.*': leftOut },
  archive: { 'intervals.*': leftOut, 'changes.*': leftOut },
  revocations: { '*': leftOut },
  checkoutTabs: { '*': leftOut },
  foundSellers: { '*': leftOut },
  asides: { '*': leftOut },
  unreadValues: { '*': leftOut },
} satisfies Record<string, Tolerances>;
