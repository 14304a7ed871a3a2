import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { newPageReads } from '../../../utils/core/page/ways/page-reads.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { toStored } from '../../../utils/core/storage/stored-values.ts';
import type { Balance, Module } from '../../../utils/core/usage/card.ts';
import { dayMs, hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import {
  makeCard,
  makeModule,
  makeOffer,
  makeOrder,
  makePlan,
  makeScreen,
  makeSnapshot,
  start,
} from '../support/builders.ts';
import { makeFullDraft, makeReadPart, makeRecipe, makeRecipePart } from '../support/page-builders.ts';
import { fullCheck, fullSeller as seller } from './full-account.ts';
import { fullIndex } from './full-index.ts';

/* A profile in which every member of every schema has a value. */

export const now = start + minuteMs;
export const accountId = 'acc-1';
export const card = { accountId, cardKey: 'c' };
const cost = { currency: 'SEK', units: '99', nanos: 0 };

const balances: Balance[] = [
  { kind: 'known', quotaBytes: 3e9, remainingBytes: 1.24e9, reservedBytes: 0 },
  { kind: 'unlimited' },
  { kind: 'coarse', level: 'low', upperBytes: 1e9 },
  { kind: 'unknown' },
];
const modules: Partial<Module>[] = balances.map((balance, at) => ({
  ...{ id: `m${at}`, balance, expiresAt: start + 20 * dayMs },
  ...{ maxRateKbps: 128, overUsage: 'throttled', regions: ['SE'] },
}));
const rules = {
  thresholds: [20],
  amounts: [{ value: 1.5, unit: 'GB' as const }],
  leadHours: [24],
  risk: false,
  lapse: true,
  charge: true,
  lineEnd: true,
  unstarted: true,
  dailyBudget: true,
};
const baseline = { heldBytes: 1e9, quotaBytes: 3e9, endsAt: start, plans: ['p'], isUnlimited: false, isActive: true };
const order = makeOrder({
  ...{ card, newCost: cost, balanceBefore: { kind: 'known', leftBytes: 1e9, totalBytes: 3e9 }, baseline },
  ...{
    polledAt: start,
    paidAt: start,
    startsAt: start,
    confirmationCode: 'AX-1',
    receiptUrl: 'https://axis.example/r',
  },
  ...{ failureText: 'No money', sellerStatus: 'awaiting-payment', balanceConfirmedAt: start, notified: ['late'] },
  ...{ heldCheckoutUrl: 'https://pay.axis.example/s/2', sellerTerms: { planId: 'p', planName: 'P', cost } },
  problem: { kind: 'failure', failure: { kind: 'seller-down', until: start + hourMs, isDefault: true } },
});
const sampled = {
  id: 'm',
  name: 'Main',
  quotaBytes: 3e9,
  remainingBytes: 1e9,
  reservedBytes: 0,
  startsAt: start - dayMs,
  endsAt: start + dayMs,
};

const values: [Pick<Key, 'name' | 'kind' | 'area'>, unknown][] = [
  [keys.index, fullIndex(card)],
  [
    keys.synced,
    { items: { rules: { risk: { at: start, value: true } } }, local: { rules: { risk: true } }, writtenAt: start },
  ],
  [keys.language, { name: 'zh_CN', messages: { meta_locale: 'zh-CN' } }],
  [
    keys.undoable,
    {
      at: start,
      kind: 'order-closed',
      accountId,
      cardKey: 'c',
      orderId: 'o',
      values: { [keys.orders(card).name]: [] },
    },
  ],
  [keys.settings, { ...defaultSettings, ...rules, quiet: { fromMinute: 1320, toMinute: 420, exceptEmpty: true } }],
  [
    keys.account(accountId),
    {
      id: accountId,
      seller,
      accountKey: 'a',
      ...{ addedAt: start, discoveredAt: start, vouchedAt: start },
      connectionId: 'k',
      answered: ['["Axis 1"]'],
      proposal: {
        name: 'Axis 2',
        endpoints: { apiBase: 'https://axis.example/v2' },
        checkoutOrigins: ['https://pay.example'],
        isDismissed: false,
      },
    },
  ],
  [
    keys.credentials(accountId),
    {
      kind: 'refresh-token',
      token: 'r',
      revocation: { providerId: 'account-api', endpoints: { issuer: 'https://axis.example' } },
    },
  ],
  [keys.access(accountId), { token: 't', expiresAt: start + hourMs, lifeMs: hourMs }],
  [
    keys.snapshot(accountId),
    makeSnapshot({
      etag: '"1"',
      floorMs: 1,
      omittedCards: 2,
      cards: [
        makeCard([], {
          ...{ subscriberId: '…42', omittedPlans: 1, lineEndsAt: start + dayMs, credit: cost },
          unconfirmed: {
            ...{ kind: 'drop', leftBytes: 2e9, measuredAt: start - hourMs },
            needsPerson: { leftBytes: 1e9 },
          },
          link: { kind: 'page', url: 'https://axis.example/c', cost },
          plans: [
            makePlan(modules.map(makeModule), {
              ...{ regions: ['SE'], omittedModules: 1, durationMs: dayMs, startBefore: start + dayMs },
              autoRenew: { isEnabled: true, nextChargeAt: start + dayMs, cost },
            }),
          ],
        }),
      ],
    }),
  ],
  [keys.check(accountId), fullCheck],
  [
    keys.offers(card),
    {
      offers: [
        makeOffer({ regions: ['SE'], maxRateKbps: 64, page: { url: 'https://axis.example/p', isNewCard: false } }),
      ],
      ...{ expiresAt: start + hourMs, checkedAt: start, unreadable: 1, omitted: 1 },
    },
  ],
  [
    keys.orders(card),
    [
      order,
      {
        ...order,
        id: 'o2',
        state: 'credited',
        problem: { kind: 'new-origin', origin: 'https://pay.example' },
        balanceBefore: { kind: 'coarse', level: 'low', upperBytes: 1e9 },
      },
      ...[{ kind: 'at', at: start } as const, { kind: 'first-use', by: start } as const].map((starts, at) => ({
        ...{ ...order, id: `w${at}` },
        balanceBefore: { kind: 'not-started', size: { kind: 'known', bytes: 5e9 }, start: starts },
      })),
    ],
  ],
  [
    keys.alerts(card),
    {
      ...{ sent: ['20%'], cycle: 1, leftBytes: 1e9, totalBytes: 3e9, endsAt: start + dayMs },
      ...{ warnedEndsAt: start, deferredSince: start, snooze: { until: start + hourMs, endsAt: start + dayMs } },
    },
  ],
  [keys.samples(card), { since: start - 9 * dayMs, intervals: [[start - dayMs, 5e8, 1e9]], modules: [sampled] }],
  [
    keys.archive(card),
    {
      since: start - 90 * dayMs,
      intervals: [[start - 9 * dayMs, 5, 10]],
      changes: [{ at: start - 20 * dayMs, cause: 'credited', bytes: 5, name: 'Main' }],
    },
  ],
  [
    keys.preferences,
    {
      order: ['acc-1/c'],
      pinned: 'acc-1/c',
      byCard: { 'acc-1/c': { name: 'Mum’s', isHidden: false, isMuted: false, rules, neededUntil: start + dayMs } },
    },
  ],
  [keys.alarmPlan, { at: start, setAt: start, rangAt: null, reason: 'check', checks: [accountId], orders: ['o'] }],
  [keys.painted, { toolbar: '[]', tooltip: 'Axis', menu: '[]' }],
  [keys.firstScreen, makeScreen({ accountId, pollIntervalMinutes: 15 })],
  [
    keys.revocations,
    [
      {
        id: 'r',
        providerId: 'account-api',
        endpoints: { revocation: 'x' },
        token: 't',
        tokenKind: 'access_token',
        until: start + dayMs,
        nextAt: start,
      },
    ],
  ],
  [keys.checkoutTabs, { 7: JSON.stringify([card, 'o']) }],
  [
    keys.recipe(accountId),
    makeRecipe({
      parts: [
        makeRecipePart({ isPercent: true }),
        makeRecipePart({ total: { kind: 'bytes', bytes: 3e9 }, end: { kind: 'instant', at: start } }),
      ],
      facts: { lineEndsAt: start + dayMs, firstUse: { by: start + dayMs, bytes: 1e9 }, credit: cost },
    }),
  ],
  [
    keys.pageReads(accountId),
    {
      ...newPageReads({ fetchBytes: 40_000, tabBytes: 1_800_000 }),
      ...{ spent: [{ at: start - hourMs, bytes: 40_000 }], failedAt: start - dayMs, misses: 1, reportedAt: start },
      rest: { until: start, count: 1 },
      lastRead: { parts: [makeReadPart({ endsAt: start + dayMs })], at: start },
    },
  ],
  [keys.pageDraft, makeFullDraft()],
  [keys.picking, { tabId: 3, accountId, setupTabId: 6 }],
  [keys.readingTab, { tabId: 4, accountId, openedAt: start }],
  [keys.signInAttempt, { origin: 'https://axis.example', state: 's', verifier: 'v' }],
  [keys.foundSellers, { f: seller }],
  [keys.aside(keys.settings), [{ at: start, saved: 'x' }]],
  [keys.unread, [{ name: 'settings', at: start, isDismissed: true }]],
];

/** The names of what lies in the session's storage. */
export const sessionNames = values.flatMap(([{ name, area }]) => (area === 'session' ? [name] : []));

export const profile = new Map(
  values.map(([{ name, kind }, value]) => [
    name,
    { kind, saved: JSON.parse(JSON.stringify(toStored(kind, value as never))) },
  ]),
);
