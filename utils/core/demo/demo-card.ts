import { defaultSeller, type Seller } from '../accounts/account.ts';
import { singleModule } from '../usage/card.ts';
import type { UsageSnapshot } from '../usage/usage-snapshot.ts';
import { dayMs, hourMs } from '../values/time.ts';

/* A card that is nobody's, to look around with before there is a real one. Its figures follow from the time alone. */

const providerId = 'demo';
const megabyte = 1_000_000;
const quotaBytes = 3000 * megabyte;
const periodMs = 30 * dayMs;
/** What is used on each day, over and over: of 30 days the plan lasts for some 24. */
const dailyMegabytes = [96, 142, 118, 171, 88, 104, 155, 133, 149, 92, 127, 160, 99, 126];
/** Days of its plan that are past when it is added. */
const pastDays = dailyMegabytes.length;

export function isDemo(seller: Pick<Seller, 'providerId'>): boolean {
  return seller.providerId === providerId;
}

/** `now`: our clock, as all times here. */
export function demoSeller(name: string, now: number): Seller {
  return { ...defaultSeller(providerId, name), endpoints: { beganAt: String(now - pastDays * dayMs) } };
}

export const demoBeganAt = ({ endpoints }: Pick<Seller, 'endpoints'>): number => Number(endpoints.beganAt);

/** Measured at each whole hour since its plan began. */
export function toDemoSnapshot(seller: Seller, now: number): UsageSnapshot {
  const began = demoBeganAt(seller);
  const measuredAt = began + Math.floor((now - began) / hourMs) * hourMs;
  const startsAt = began + Math.floor((now - began) / periodMs) * periodMs;
  const remainingBytes = Math.max(0, quotaBytes - usedBytes(measuredAt - startsAt));
  const module = singleModule(providerId, { kind: 'known', quotaBytes, remainingBytes, reservedBytes: 0 });
  const plan = {
    id: providerId,
    name: seller.name,
    state: 'active' as const,
    startsAt,
    expiresAt: startsAt + periodMs,
    regions: [],
    modules: [module],
  };
  const card = { key: providerId, title: seller.name, subscriberId: null, state: 'active' as const, measuredAt };
  return {
    accountKey: null,
    cards: [{ ...card, plans: [plan] }],
    measuredAt,
    expiresAt: measuredAt + dayMs,
    checkedAt: now,
    skewMs: 0,
    floorMs: hourMs,
    etag: null,
  };
}

/** Evenly through each day. */
function usedBytes(sinceMs: number): number {
  const days = Math.floor(sinceMs / dayMs);
  const whole = Array.from({ length: days }, (_, day) => megabytesOn(day)).reduce((sum, used) => sum + used, 0);
  return Math.floor((whole + (megabytesOn(days) * (sinceMs % dayMs)) / dayMs) * megabyte);
}

function megabytesOn(day: number): number {
  return dailyMegabytes[day % dailyMegabytes.length] ?? 0;
}
