import { describe, expect, test } from 'vitest';
import type { Account } from '../../../../utils/core/accounts/account.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { parseStored, type StoredKind, toStored } from '../../../../utils/core/storage/stored-values.ts';
import { versionOf } from '../../../../utils/core/storage/versions.ts';
import saved from './saved-by-0.1.0.json' with { type: 'json' };

/* What the build of 0.1.0 left in a real browser: two accounts, an order, rules and snoozes, a failed check. */

const kinds: Record<string, StoredKind> = { cards: 'preferences', reading: 'snapshot', wake: 'alarmPlan' };

function kindOf(name: string): StoredKind {
  const prefix = name.split(':')[0] ?? '';
  return kinds[prefix] ?? (prefix as StoredKind);
}

const entries = Object.entries(saved as Record<string, unknown>);
const read = (name: string) => parseStored(kindOf(name), (saved as Record<string, unknown>)[name]);

/** Names that no stored value has any more. */
const oldNames = new RegExp(
  `"(${[
    ...['countedBy', 'own', 'dial', 'asked', 'why', 'askedAt', 'paceMinutes', 'choices', 'doubtAt', 'endSaid'],
    ...[
      'heldAt',
      'stretches',
      'before',
      'lookedAt',
      'looks',
      'opens',
      'stirredAt',
      'word',
      'provenAt',
      'trouble',
      'told',
    ],
  ].join('|')})":`,
);

describe('a value saved by 0.1.0', () => {
  test.each(entries.map(([name]) => name))('under %s is read, under the names of now', (name) => {
    const value = read(name);
    expect(value).not.toBeNull();
    // What was entered in a form keeps the names of its fields.
    const text = JSON.stringify(value, (key, member) => (key === 'endpoints' ? undefined : member));
    expect(text).not.toMatch(oldNames);
  });

  test('of each kind with a migration is among them', () => {
    const found = new Set(entries.map(([name]) => kindOf(name)));
    const migrated = (['account', 'index', 'check', 'alarmPlan', 'settings', 'preferences', 'alerts'] as const)
      .concat(['samples', 'archive', 'orders'] as never)
      .filter((kind) => versionOf(kind) > 1);
    expect(migrated.filter((kind) => !found.has(kind))).toEqual([]);
    expect(migrated).toHaveLength(10);
  });

  test('keeps all it said of an order', () => {
    expect(read('orders:a1/c_europe')).toMatchObject([
      {
        state: 'credited',
        sellerStatus: 'credited',
        polledAt: expect.any(Number),
        pollCount: expect.any(Number),
        checkoutOpenCount: 1,
        lastActivityAt: expect.any(Number),
        balanceConfirmedAt: expect.any(Number),
        baseline: { heldBytes: 1_240_000_000, isActive: true },
        notified: ['arrived'],
        problem: null,
      },
    ]);
  });

  test('takes a quarter of an hour between checks as what it was, nobody’s choice, once', () => {
    const interval = (saved: object) =>
      parseStored('settings', { ...(toStored('settings', defaultSettings) as object), ...saved });
    expect(interval({ pollIntervalMinutes: 15, version: 2 })?.pollIntervalMinutes).toBe(null);
    expect(interval({ paceMinutes: 15, version: 1 })?.pollIntervalMinutes).toBe(null);
    expect(interval({ pollIntervalMinutes: 30, version: 2 })?.pollIntervalMinutes).toBe(30);
    expect(interval({ pollIntervalMinutes: 15 })?.pollIntervalMinutes).toBe(15);
  });

  test('keeps what was chosen, entered, warned of and scheduled', () => {
    expect(read('settings')).toMatchObject({ pollIntervalMinutes: 30, quiet: { fromMinute: 1320 } });
    expect(read('cards')).toMatchObject({
      pinned: 'a1/c_europe',
      byCard: { 'a1/c_asia': { name: 'Mum’s', neededUntil: expect.any(Number), rules: { thresholds: [20] } } },
    });
    expect(read('account:a2')).toMatchObject({
      seller: { meteredBy: 'user', manualPlan: { ussdCode: '*123#', left: { bytes: 1_240_000_000 } } },
    });
    expect(read('account:a1')).toMatchObject({ seller: { meteredBy: 'network', manualPlan: null } });
    expect(read('alerts:a1/c_asia')).toMatchObject({ sent: ['20%', '72h'], warnedEndsAt: expect.any(Number) });
    expect(read('check:a1')).toMatchObject({ reason: 'retry-after', failure: { kind: 'seller-down' } });
    expect(read('check:a2')).toMatchObject({ reason: 'seller-minimum', manualRefreshAt: null });
    expect(read('wake')).toMatchObject({ reason: 'check', checks: ['a1'] });
    const samples = (saved as Record<string, unknown>)['samples:a1/c_europe'] as { stretches: unknown[] };
    expect(read('samples:a1/c_europe')).toMatchObject({ intervals: samples.stretches });
  });
});

test('8.14 a 1NCE account that was saved before counts by 1024 now, as its figures do, and others as they did', () => {
  const account = read('account:a1') as Account;
  const byteUnitOf = (providerId: string) => {
    const seller = { ...account.seller, providerId, byteUnit: 1000 };
    return parseStored('account', { ...account, version: 2, seller })?.seller.byteUnit;
  };
  expect(['1nce', 'emnify', 'manual'].map(byteUnitOf)).toEqual([1024, 1000, 1000]);
});

describe('what is written', () => {
  test.each(entries.map(([name]) => name))('for %s carries its version and is read back the same', (name) => {
    const kind = kindOf(name);
    const value = read(name);
    if (value === null) throw new Error(`${name} was not read`);
    const written = JSON.parse(JSON.stringify(toStored(kind, value)));
    for (const record of Array.isArray(written) ? written : [written]) {
      expect(record).toHaveProperty('version', versionOf(kind));
    }
    expect(parseStored(kind, written)).toEqual(value);
  });

  test('by a newer version is read as far as its members are known', () => {
    const value = { origin: 'https://axis.example', state: 's', verifier: 'v' };
    expect(parseStored('signInAttempt', { ...value, version: 99, more: true })).toEqual(value);
  });

  test('with a version of no sense is read by its members alone', () => {
    const value = { origin: 'https://axis.example', state: 's', verifier: 'v' };
    for (const version of [null, 'x', -1, 1.5]) {
      expect(parseStored('signInAttempt', { ...value, version })).toEqual(value);
    }
  });
});
