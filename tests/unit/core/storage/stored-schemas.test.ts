import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { emptyBook, noChoice } from '../../../../utils/core/accounts/card-preferences.ts';
import { freshAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { type StoredKind, storedSchemas } from '../../../../utils/core/storage/schemas.ts';
import { makeCard, makeModule, makeOffer, makeOrder, makePlan, makeReading, start } from '../../support/builders.ts';

/** As the background reads it: null where it makes no sense. */
function read(kind: StoredKind, value: unknown): unknown {
  const parsed = safeParse(storedSchemas[kind], value);
  return parsed.success ? parsed.output : null;
}

describe('what version 0.1 saved', () => {
  test('keeps the settings and has the defaults for what came later', () => {
    const saved = { paceMinutes: 30, thresholds: [50, 0], badgeNumber: false };
    expect(read('settings', saved)).toEqual({ ...defaultSettings, ...saved });
  });

  test('keeps what was said of a card, by the new names of the same alerts', () => {
    const saved = { sent: [20, 0], cycle: 3, leftBytes: 5e8, totalBytes: 3e9, endsAt: start };
    expect(read('alerts', saved)).toEqual({ ...freshAlertState, ...saved, sent: ['20%', '0'] });
  });

  test('keeps the orders, told or not, with nothing known of what came later', () => {
    const {
      isSecond,
      before,
      looks,
      opens,
      stirredAt,
      paidAt,
      startsAt,
      receiptUrl,
      word,
      provenAt,
      trouble,
      ...saved
    } = makeOrder({ state: 'credited' });
    const later = {
      isSecond,
      before,
      looks,
      opens,
      paidAt,
      startsAt,
      receiptUrl,
      word,
      provenAt,
      trouble,
      stirredAt: 0,
    };
    expect(stirredAt).toBe(start);
    expect(read('orders', [{ ...saved, told: true }])).toEqual([{ ...saved, ...later, told: ['arrived', 'queued'] }]);
    expect(read('orders', [{ ...saved, told: false }])).toEqual([{ ...saved, ...later, told: [] }]);
  });

  test('keeps the accounts, with cards whose numbers are not known and no alert clicked', () => {
    const shown = { accountId: 'a', cardKey: 'c' };
    const saved = { accounts: [{ id: 'a', name: 'Axis', cards: [{ key: 'c', title: 'Europe' }] }], shown };
    expect(read('index', saved)).toEqual({
      accounts: [{ id: 'a', name: 'Axis', cards: [{ key: 'c', title: 'Europe', number: null }] }],
      shown,
      asked: null,
    });
  });
});

test('what was saved before charges were told has no charge, and warns of those to come', () => {
  const rules = { thresholds: [20], amounts: [], leadHours: [24], risk: false, lapse: false };
  const choices = { 'a/c': { name: null, isHidden: false, rules } };
  expect(read('book', { ...emptyBook, choices })).toEqual({
    ...emptyBook,
    choices: { 'a/c': { ...noChoice, rules: { ...rules, charge: true } } },
  });
  const { charge, ...settings } = defaultSettings;
  expect(read('settings', settings)).toEqual(defaultSettings);
  expect(read('reading', makeReading())).toEqual(makeReading());
});

test('all that is saved now comes back the same', () => {
  const rules = {
    thresholds: [20],
    amounts: [{ value: 1.5, unit: 'GB' }],
    leadHours: [24],
    risk: false,
    lapse: true,
    charge: false,
  };
  const cost = { currency: 'SEK', units: '199', nanos: 0 };
  const renewing = [
    null,
    { isEnabled: true, nextChargeAt: start, cost },
    { isEnabled: false, nextChargeAt: null, cost: null },
  ];
  const plans = renewing.map((autoRenew) => makePlan([makeModule()], { autoRenew }));
  const choices = { 'a/c': { name: 'Mum’s', isHidden: true, rules, until: start } };
  const values: Partial<Record<StoredKind, unknown>> = {
    settings: {
      ...{ ...defaultSettings, ...rules, paceMinutes: 5, badgeShows: 'run-out', view: 'used' },
      quiet: { fromMinute: 1320, toMinute: 420, exceptEmpty: true },
    },
    alerts: {
      ...{
        ...freshAlertState,
        sent: ['0', '20%', '500MB', 'risk', '24h', 'charge:5', 'lapse'],
        cycle: 2,
        endSaid: start,
      },
      ...{ doubtAt: start, heldAt: start, snooze: { until: null, endsAt: start } },
    },
    book: { order: ['a/c'], pinned: 'a/c', choices },
    index: {
      accounts: [{ id: 'a', name: 'Axis', cards: [{ key: 'c', title: 'Europe', number: '…42' }] }],
      ...{ shown: null, asked: { card: { accountId: 'a', cardKey: 'c' }, at: start } },
    },
    reading: makeReading({ cards: [makeCard([], { plans })] }),
    offers: { offers: [makeOffer()], expiresAt: null, checkedAt: start, unreadable: 0 },
    orders: [makeOrder()],
    wake: { at: start, why: 'alert', checks: ['a'], orders: [] },
    samples: {
      ...{ since: start, stretches: [[start, 5, 10]] },
      modules: [{ id: 'm', name: 'Main', quotaBytes: 10, remainingBytes: 5, reservedBytes: 0, endsAt: null }],
    },
    archive: {
      ...{ since: start, stretches: [[start, 5, 10]] },
      changes: [{ at: start, cause: 'corrected', bytes: -5, name: 'Main' }],
    },
  };
  for (const [kind, value] of Object.entries(values)) {
    expect(read(kind as StoredKind, JSON.parse(JSON.stringify(value))), kind).toEqual(value);
  }
});

const { snooze, ...alerts } = freshAlertState;

test.each<[StoredKind, unknown]>([
  ['settings', null],
  ['settings', []],
  ['settings', { ...defaultSettings, paceMinutes: 0 }],
  ['settings', { ...defaultSettings, paceMinutes: 'often' }],
  ['settings', { ...defaultSettings, thresholds: [120] }],
  ['settings', { ...defaultSettings, thresholds: undefined }],
  ['settings', { ...defaultSettings, leadHours: [0] }],
  ['settings', { ...defaultSettings, amounts: [{ value: -1, unit: 'MB' }] }],
  ['settings', { ...defaultSettings, amounts: [{ value: 1, unit: 'TB' }] }],
  ['settings', { ...defaultSettings, quiet: { fromMinute: 1440, toMinute: 0, exceptEmpty: true } }],
  ['settings', { ...defaultSettings, view: 'both' }],
  ['alerts', { ...alerts, snooze, sent: '20%' }],
  ['alerts', { ...alerts, snooze, sent: [null] }],
  ['alerts', { ...alerts, snooze, cycle: Number.NaN }],
  ['alerts', { ...alerts, snooze, leftBytes: -1 }],
  ['alerts', { ...alerts, snooze, leftBytes: 1.5 }],
  ['alerts', { ...alerts, snooze: { until: 'tomorrow', endsAt: null } }],
  ['index', { accounts: {}, shown: null }],
  ['index', { accounts: [{ id: 'a', name: 'Axis' }], shown: null }],
  ['index', { accounts: [], shown: 'a/c' }],
  ['book', { ...emptyBook, choices: { 'a/c': { name: 7, isHidden: false, rules: null } } }],
  ['wake', { at: Number.POSITIVE_INFINITY, why: 'alert', checks: [], orders: [] }],
])('a senseless value counts as none: %s %o', (kind, value) => {
  expect(read(kind, value)).toBeNull();
});
