import type { PopupState } from '../../../components/hooks/popup-state.ts';
import { newAccount } from '../../../utils/core/accounts/account.ts';
import { defaultPreferences } from '../../../utils/core/accounts/card-preferences.ts';
import type { Offer } from '../../../utils/core/offers/offer.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { type Card, type Module, singleModule } from '../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { makeOffer } from '../support/builders.ts';

export const now = Date.UTC(2026, 10, 23, 13, 5);
const id = { accountId: 'a1', cardKey: 'c1' };

export function moduleOf(balance: Module['balance']): Module {
  return { ...singleModule('m1', balance), name: 'Data' };
}

export function cardOf(balance: Module['balance']): Card {
  const times = { startsAt: now - 19 * dayMs, expiresAt: now + 11 * dayMs };
  const modules = [moduleOf(balance)];
  const plan = { id: 'eu3', name: 'Europe 3 GB', state: 'active' as const, regions: [], modules, ...times };
  return {
    key: 'c1',
    title: 'Axis Europe',
    subscriberId: null,
    state: 'active',
    measuredAt: now - 3 * minuteMs,
    plans: [plan],
  };
}

export function offerOf(planId: string, more: Partial<Offer> = {}): Offer {
  return makeOffer({ planId, ...more });
}

/** The state of a popup for one card, without failures or orders. */
export function shownOf(card: Card, more: Partial<PopupState> = {}): PopupState {
  return {
    index: {
      accounts: [{ id: 'a1', name: 'Axis', cards: [{ key: 'c1', title: 'Axis Europe' }] }],
      shown: id,
      requested: null,
    },
    preferences: defaultPreferences,
    settings: defaultSettings,
    accountId: 'a1',
    card: id,
    account: newAccount(
      'a1',
      {
        providerId: 'account-api',
        origin: 'https://axis.example',
        name: 'Axis',
        byteUnit: 1000,
        checkoutOrigins: ['https://pay.axis.example'],
        accountUrl: null,
        support: { url: null, email: null, phone: null },
        dataDelayMs: null,
        creditMs: 2 * minuteMs,
        signIn: true,
        cardToken: false,
        meteredBy: 'network',
        manualPlan: null,
        page: null,
        endpoints: { apiBase: 'https://api.axis.example/v1' },
      },
      0,
    ),
    snapshot: {
      accountKey: null,
      cards: [card],
      measuredAt: card.measuredAt,
      expiresAt: now + hourMs,
      checkedAt: now - 3 * minuteMs,
      skewMs: 0,
      floorMs: 0,
      etag: null,
    },
    check: {
      failure: null,
      failingSince: null,
      failures: 0,
      triedAt: now - 3 * minuteMs,
      nextCheckAt: now + 12 * minuteMs,
      reason: 'poll-interval',
      manualRefreshAt: null,
      isNotified: false,
      pace: null,
      updateGapsMs: [],
    },
    offers: { offers: [offerOf('eu3')], expiresAt: null, checkedAt: now, unreadable: 0 },
    orders: [],
    samples: null,
    alerts: null,
    canWarn: true,
    canSave: true,
    unread: [],
    ...more,
  };
}

/** 1.24 GB of 3 GB left, measured three minutes ago. */
export const healthy = cardOf({
  kind: 'known',
  quotaBytes: 3_000_000_000,
  remainingBytes: 1_240_000_000,
  reservedBytes: 0,
});
