import { describe, expect, test } from 'vitest';
import { defaultPreference, defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { parseStored, type StoredKind } from '../../../../utils/core/storage/stored-values.ts';
import { makeCard, makeModule, makeOffer, makeOrder, makePlan, makeSnapshot, start } from '../../support/builders.ts';

/** As background and pages read it: null where it makes no sense. */
function read(kind: StoredKind, value: unknown): unknown {
  return parseStored(kind, value);
}

describe('what version 0.1 saved', () => {
  test('keeps the settings and has the defaults for what came later', () => {
    const saved = { thresholds: [50, 0], badgeNumber: false };
    const settings = read('settings', { ...saved, paceMinutes: 30 });
    expect(settings).toEqual({ ...defaultSettings, ...saved, pollIntervalMinutes: 30 });
  });

  test('keeps what was said of a card, by the new names of the same alerts', () => {
    const saved = { sent: [20, 0], cycle: 3, leftBytes: 5e8, totalBytes: 3e9, endsAt: start };
    expect(read('alerts', saved)).toEqual({ ...initialAlertState, ...saved, sent: ['20%', '0'] });
  });

  test('keeps the orders, told or not, with nothing known of what came later', () => {
    const {
      isSecond,
      baseline,
      polledAt,
      pollCount,
      checkoutOpenCount,
      lastActivityAt,
      paidAt,
      startsAt,
      receiptUrl,
      sellerStatus,
      balanceConfirmedAt,
      problem,
      notified,
      ...saved
    } = makeOrder({ state: 'credited' });
    const later = {
      ...{ isSecond, baseline, pollCount, checkoutOpenCount, lastActivityAt: 0, paidAt, startsAt, receiptUrl },
      ...{ sellerStatus, balanceConfirmedAt, problem },
    };
    expect(lastActivityAt).toBe(start);
    const ofThen = { ...saved, lookedAt: start };
    const ofNow = { ...saved, ...later, polledAt: start };
    expect(read('orders', [{ ...ofThen, told: true }])).toEqual([{ ...ofNow, notified: ['arrived', 'queued'] }]);
    expect(read('orders', [{ ...ofThen, told: false }])).toEqual([{ ...ofNow, notified: [] }]);
  });

  test('keeps the accounts, with cards whose numbers are not known and no alert clicked', () => {
    const shown = { accountId: 'a', cardKey: 'c' };
    const saved = { accounts: [{ id: 'a', name: 'Axis', cards: [{ key: 'c', title: 'Europe' }] }], shown };
    expect(read('index', saved)).toEqual({
      accounts: [{ id: 'a', name: 'Axis', cards: [{ key: 'c', title: 'Europe', number: null }] }],
      shown,
      requested: null,
    });
  });
});

test('what was saved before charges were told has no charge, and warns of those to come', () => {
  const rules = { thresholds: [20], amounts: [], leadHours: [24], risk: false, lapse: false };
  const choices = { 'a/c': { name: null, isHidden: false, rules } };
  expect(read('preferences', { order: [], pinned: null, choices })).toEqual({
    ...defaultPreferences,
    byCard: {
      'a/c': {
        ...defaultPreference,
        rules: { ...rules, charge: true, lineEnd: true, unstarted: true, dailyBudget: false },
      },
    },
  });
  const { charge, ...settings } = defaultSettings;
  expect(read('settings', settings)).toEqual(defaultSettings);
  expect(read('snapshot', makeSnapshot())).toEqual(makeSnapshot());
});

test('all that is saved now comes back the same', () => {
  const rules = {
    thresholds: [20],
    amounts: [{ value: 1.5, unit: 'GB' }],
    leadHours: [24],
    risk: false,
    lapse: true,
    charge: false,
    lineEnd: false,
    unstarted: true,
    dailyBudget: true,
  };
  const cost = { currency: 'SEK', units: '199', nanos: 0 };
  const renewing = [
    null,
    { isEnabled: true, nextChargeAt: start, cost },
    { isEnabled: false, nextChargeAt: null, cost: null },
  ];
  const plans = renewing.map((autoRenew) => makePlan([makeModule()], { autoRenew }));
  const choices = { 'a/c': { name: 'Mum’s', isHidden: true, rules, neededUntil: start } };
  const values: Partial<Record<StoredKind, unknown>> = {
    settings: {
      ...{ ...defaultSettings, ...rules, pollIntervalMinutes: 5, badgeShows: 'run-out', view: 'used' },
      quiet: { fromMinute: 1320, toMinute: 420, exceptEmpty: true },
    },
    alerts: {
      ...{
        ...initialAlertState,
        sent: ['0', '20%', '500MB', 'risk', '24h', 'charge:5', 'lapse'],
        cycle: 2,
        warnedEndsAt: start,
      },
      ...{ deferredSince: start, snooze: { until: null, endsAt: start } },
    },
    preferences: { order: ['a/c'], pinned: 'a/c', byCard: choices },
    index: {
      accounts: [{ id: 'a', name: 'Axis', cards: [{ key: 'c', title: 'Europe', number: '…42' }] }],
      ...{ shown: null, requested: { card: { accountId: 'a', cardKey: 'c' }, at: start } },
    },
    snapshot: makeSnapshot({ cards: [makeCard([], { plans })] }),
    offers: { offers: [makeOffer()], expiresAt: null, checkedAt: start, unreadable: 0 },
    orders: [makeOrder()],
    alarmPlan: { at: start, setAt: start, rangAt: null, reason: 'alert', checks: ['a'], orders: [] },
    samples: {
      ...{ since: start, intervals: [[start, 5, 10]] },
      modules: [
        { id: 'm', name: 'Main', quotaBytes: 10, remainingBytes: 5, reservedBytes: 0, startsAt: null, endsAt: null },
      ],
    },
    archive: {
      ...{ since: start, intervals: [[start, 5, 10]] },
      changes: [{ at: start, cause: 'corrected', bytes: -5, name: 'Main' }],
    },
  };
  for (const [kind, value] of Object.entries(values)) {
    expect(read(kind as StoredKind, JSON.parse(JSON.stringify(value))), kind).toEqual(value);
  }
});

test.each<[StoredKind, unknown]>([
  ['settings', null],
  ['settings', []],
  ['settings', 'x'],
  ['preferences', Number.POSITIVE_INFINITY],
  ['index', [{ id: 'a' }]],
  ['orders', {}],
  ['orders', 'x'],
  ['snapshot', { ...makeSnapshot(), skewMs: undefined }],
  ['snapshot', { ...makeSnapshot(), checkedAt: Number.POSITIVE_INFINITY }],
  ['samples', { since: 'x', intervals: [], modules: [] }],
  ['alarmPlan', { at: Number.POSITIVE_INFINITY, reason: 'alert', checks: [], orders: [] }],
])('a senseless value counts as none: %s %o', (kind, value) => {
  expect(read(kind, value)).toBeNull();
});
