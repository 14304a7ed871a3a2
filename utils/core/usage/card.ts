import type { Money } from '../values/money.ts';

/** The balance of one module. Unknown and unlimited are kinds of their own, never 0 or Infinity. Bytes are integers. */
export type Balance =
  | { kind: 'known'; quotaBytes: number; remainingBytes: number; reservedBytes: number }
  | { kind: 'unlimited' }
  | { kind: 'coarse'; level: CoarseLevel; upperBytes: number }
  | { kind: 'unknown' };

export type CoarseLevel = 'out' | 'low' | 'high';
export type CardState = 'active' | 'grace' | 'suspended' | 'expired';
/** queued: starts at its time, or when the present plan ends · not-started: begins at first use. */
export type PlanState = 'active' | 'queued' | 'not-started' | 'expired';
type ModuleState = 'active' | 'newly-active' | 'expiring-soon' | 'expired';
export type TrafficCategory = 'generic' | 'video' | 'music' | 'gaming' | 'social' | 'messaging';
export type OverUsage = 'blocked' | 'throttled' | 'pay-as-you-go';
export type RefreshPeriod = 'none' | 'daily' | 'weekly' | 'monthly';

/** Whether the seller renews a plan automatically. `nextChargeAt`: seller's clock. Null, as for `cost`: not given. */
export type AutoRenew = { isEnabled: boolean; nextChargeAt: number | null; cost: Money | null };

/** All times are epoch milliseconds by the seller's clock. */
export type Module = {
  id: string;
  name: string;
  categories: TrafficCategory[];
  balance: Balance;
  state: ModuleState;
  expiresAt: number | null;
  overUsage: OverUsage;
  maxRateKbps: number | null;
  refreshPeriod: RefreshPeriod;
  /** Where it can be used, if not wherever its plan can; absent: there. */
  regions?: string[];
};

export type Plan = {
  id: string;
  name: string;
  state: PlanState;
  startsAt: number | null;
  expiresAt: number | null;
  /** Of a plan that begins at first use: how long it lasts from then, and when it is lost. Null or absent: not told. */
  durationMs?: number | null;
  startBefore?: number | null;
  regions: string[];
  /** Null or absent: the seller does not say. */
  autoRenew?: AutoRenew | null;
  modules: Module[];
  /** How many more the seller listed than are taken in; absent: none. */
  omittedModules?: number;
};

/** `key` is the seller's opaque id of the card. `measuredAt`: when the seller measured this card. */
export type Card = {
  key: string;
  title: string;
  subscriberId: string | null;
  state: CardState;
  measuredAt: number;
  plans: Plan[];
  /** As `omittedModules`. */
  omittedPlans?: number;
  /** When the SIM or its number ends without a top-up; null or absent: not told. */
  lineEndsAt?: number | null;
  /** Prepaid, in money: never counted as data. Null or absent: not told. */
  credit?: Money | null;
  /** A web page about this card; null or absent: none. */
  link?: CardLink | null;
  /**
   * A jump of its balance that is to be confirmed, by a second answer or the user, noted as the answer is saved; absent:
   * there is none.
   */
  unconfirmed?: UnconfirmedJump;
};

/**
 * Neither an order nor the seller explains it. `leftBytes`, `measuredAt`: what was left before, and when. `needsPerson`:
 * it may be another card's figure, which no second answer would show: the card keeps its own until the user has told;
 * there `leftBytes` is what is left by the new one.
 */
export type UnconfirmedJump = {
  kind: 'rise' | 'drop';
  leftBytes: number;
  measuredAt: number;
  needsPerson?: { leftBytes: number };
};

/** renew: buys the plan again; `cost` is its price, null: not known · page: the seller's page for this card. */
export type CardLink = { kind: 'renew' | 'page'; url: string; cost: Money | null };

/** How many plans and modules of a card are not taken in: its balance may be more. */
export function omittedPartCount({ plans, omittedPlans = 0 }: Card): number {
  return plans.reduce((sum, { omittedModules = 0 }) => sum + omittedModules, omittedPlans);
}

/** How much of a module is left; 0 where no amount is known. */
export function remainingBytesOf({ balance }: Module): number {
  return balance.kind === 'known' ? balance.remainingBytes : 0;
}

/** A module of which only the balance is known. */
export function singleModule(id: string, balance: Balance, refreshPeriod: RefreshPeriod = 'none'): Module {
  return {
    id,
    name: '',
    categories: ['generic'],
    balance,
    state: 'active',
    expiresAt: null,
    overUsage: 'blocked',
    maxRateKbps: null,
    refreshPeriod,
  };
}

/**
 * Whether a plan has begun by `now` (seller's clock). One that was queued when the card was measured begins at its time;
 * where that was past already, the seller means something else by it.
 */
export function hasBegun({ state, startsAt }: Plan, measuredAt: number, now: number): boolean {
  if (state === 'queued') return startsAt !== null && startsAt > measuredAt && startsAt <= now;
  return state === 'active' && (startsAt === null || startsAt <= now);
}

/** Whether a card was bought and none of its plans has begun, e.g. an eSIM that is not activated. */
export function hasNotBegun({ plans }: Card): boolean {
  return plans.some(({ state }) => state !== 'expired') && !plans.some(({ state }) => state === 'active');
}
