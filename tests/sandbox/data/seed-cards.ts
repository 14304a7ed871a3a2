import { asUnstarted } from '../rules/first-use.ts';
import type { Card, Plan } from '../wire.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const SEED_ACCOUNTS = [
  { accountKey: 'a_17', phone: '+46700000001', name: 'Alva' },
  { accountKey: 'a_18', phone: '+46700000002', name: 'Noor' },
  { accountKey: 'a_19', phone: '+46700000003', name: 'Mika' },
] as const;

type Seed = {
  userKey: string;
  title: string;
  subscriberId: string;
  planId: string;
  planName: string;
  quotaBytes: number;
  remainingBytes: number;
  startMs: number;
  endMs: number;
  regions: string[];
};

/** Some hours past the whole days, so that "in 16 days" stays true while a demo runs. */
export function seedCards(accountKey: string, now: number): Card[] {
  const minute = Math.floor(now / 60_000) * 60_000;
  if (accountKey === 'a_18') return [nordic(minute)];
  if (accountKey === 'a_19') return [world(minute), prepaid(minute)];
  if (accountKey !== 'a_17') return [];
  return [europe(minute), asia(minute), home(minute)];
}

export function freshCard(userKey: string, phone: string, now: number): Card {
  return toCard({
    userKey,
    title: 'Axis Start',
    subscriberId: mask(phone),
    planId: 'start-1gb-30d',
    planName: 'Start 1 GB',
    quotaBytes: 1_000_000_000,
    remainingBytes: 1_000_000_000,
    startMs: now,
    endMs: now + 30 * DAY_MS,
    regions: ['SE', 'NO', 'DK', 'FI'],
  });
}

function europe(now: number): Card {
  return toCard({
    userKey: 'c_europe',
    title: 'Axis Europe',
    subscriberId: '•••• 4821',
    planId: 'eu-3gb-30d',
    planName: 'Europe 3 GB',
    quotaBytes: 3_000_000_000,
    remainingBytes: 1_240_000_000,
    startMs: now - 14 * DAY_MS + 6 * HOUR_MS,
    endMs: now + 16 * DAY_MS + 6 * HOUR_MS,
    regions: ['SE', 'NO', 'DK', 'DE', 'FR', 'ES', 'IT'],
  });
}

function asia(now: number): Card {
  const card = toCard({
    userKey: 'c_asia',
    title: 'Axis Asia',
    subscriberId: '•••• 1177',
    planId: 'asia-1gb-7d',
    planName: 'Asia 1 GB',
    quotaBytes: 1_000_000_000,
    remainingBytes: 180_000_000,
    startMs: now - 5 * DAY_MS + 3 * HOUR_MS,
    endMs: now + 2 * DAY_MS + 3 * HOUR_MS,
    regions: ['JP', 'ID', 'TH', 'SG'],
  });
  return withState(card, {}, 'EXPIRING_SOON');
}

function home(now: number): Card {
  const card = toCard({
    userKey: 'c_home',
    title: 'Axis Home',
    subscriberId: '•••• 9034',
    planId: 'home-5gb-30d',
    planName: 'Home 5 GB',
    quotaBytes: 5_000_000_000,
    remainingBytes: 0,
    startMs: now - 31 * DAY_MS,
    endMs: now - DAY_MS,
    regions: ['SE'],
  });
  return { ...withState(card, { planState: 'EXPIRED' }, 'EXPIRED'), cardState: 'GRACE' };
}

function nordic(now: number): Card {
  const endMs = now + 21 * DAY_MS + 6 * HOUR_MS;
  const card = toCard({
    userKey: 'c_nordic',
    title: 'Axis Nordic',
    subscriberId: '•••• 6650',
    planId: 'nordic-10gb-30d',
    planName: 'Nordic 10 GB',
    quotaBytes: 10_000_000_000,
    remainingBytes: 5_000_000_000,
    startMs: now - 9 * DAY_MS + 6 * HOUR_MS,
    endMs,
    regions: ['SE', 'NO', 'DK', 'FI', 'IS'],
  });
  const cost = { currencyCode: 'SEK', units: '199', nanos: 0 };
  const autoRenew = { enabled: true, nextChargeTime: new Date(endMs).toISOString(), cost };
  return withState(card, { autoRenew }, 'ACTIVE');
}

/** Bought and not used yet. */
function world(now: number): Card {
  const card = toCard({
    userKey: 'c_world',
    title: 'Axis World',
    subscriberId: '•••• 2048',
    planId: 'world-5gb-30d',
    planName: 'World 5 GB',
    quotaBytes: 5_000_000_000,
    remainingBytes: 5_000_000_000,
    startMs: now,
    endMs: now + 30 * DAY_MS,
    regions: ['SE', 'JP', 'US'],
  });
  return asUnstarted(card, 97 * DAY_MS + 6 * HOUR_MS, now);
}

/** With credit, and a line that has to be topped up some day. */
function prepaid(now: number): Card {
  const card = toCard({
    userKey: 'c_prepaid',
    title: 'Axis Prepaid',
    subscriberId: '•••• 7715',
    planId: 'prepaid-2gb-30d',
    planName: 'Prepaid 2 GB',
    quotaBytes: 2_000_000_000,
    remainingBytes: 1_500_000_000,
    startMs: now - 6 * DAY_MS + 6 * HOUR_MS,
    endMs: now + 24 * DAY_MS + 6 * HOUR_MS,
    regions: ['SE'],
  });
  const credit = { currencyCode: 'SEK', units: '40', nanos: 0 };
  return { ...card, lineExpirationTime: new Date(now + 200 * DAY_MS).toISOString(), credit };
}

function toCard(seed: Seed): Card {
  const expirationTime = new Date(seed.endMs).toISOString();
  return {
    userKey: seed.userKey,
    title: seed.title,
    subscriberId: seed.subscriberId,
    cardState: 'ACTIVE',
    plans: [
      {
        planId: seed.planId,
        planName: seed.planName,
        planCategory: 'PREPAID',
        planState: 'ACTIVE',
        startTime: new Date(seed.startMs).toISOString(),
        expirationTime,
        regions: seed.regions,
        planModules: [
          {
            moduleId: 'main',
            moduleName: 'Main data',
            trafficCategories: ['GENERIC'],
            byteBalance: {
              quotaBytes: String(seed.quotaBytes),
              remainingBytes: String(seed.remainingBytes),
              reservedBytes: '0',
            },
            coarseBalanceLevel: seed.remainingBytes === 0 ? 'OUT_OF_DATA' : 'HIGH_QUOTA',
            planModuleState: 'ACTIVE',
            expirationTime,
            overUsagePolicy: 'BLOCKED',
            maxRateKbps: '0',
            refreshPeriod: 'NONE',
          },
        ],
      },
    ],
  };
}

function withState(card: Card, plan: Partial<Plan>, planModuleState: 'ACTIVE' | 'EXPIRING_SOON' | 'EXPIRED'): Card {
  const plans = card.plans.map((each) => ({
    ...each,
    ...plan,
    planModules: each.planModules.map((module) => ({ ...module, planModuleState })),
  }));
  return { ...card, plans };
}

function mask(phone: string): string {
  return `•••• ${phone.slice(-4)}`;
}
