import type { PopupState } from '../../../components/hooks/popup-state.ts';
import type { Account, Seller } from '../../../utils/core/accounts/account.ts';
import type { CardJudgement } from '../../../utils/core/accounts/card-judgement.ts';
import type { UsageInterval } from '../../../utils/core/history/usage-samples.ts';
import type { Card, Plan } from '../../../utils/core/usage/card.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Failure, FailureKind } from '../../../utils/core/values/failure.ts';
import { dayMs, hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { healthy, moduleOf, now, offerOf, shownOf } from '../components/popup-setup.ts';
import { orderStates } from './order-states.ts';

/* The named states of the popup. All are as of one instant, `now`, and complete: whoever renders them gets the same. */

export { now };

const id = { accountId: 'a1', cardKey: 'c1' };
const gb = 1e9;
const left = (bytes: number, quotaBytes = 3 * gb) =>
  moduleOf({ kind: 'known', quotaBytes, remainingBytes: bytes, reservedBytes: 0 });

/** A card with the plan of `healthy`, begun 14 days ago, changed. */
function cardWith(plan: Partial<Plan>, card: Partial<Card> = {}): Card {
  const times = { startsAt: now - 14 * dayMs, expiresAt: now + 16 * dayMs };
  return { ...healthy, plans: healthy.plans.map((usual) => ({ ...usual, ...times, ...plan })), ...card };
}

type Change = { card: Card; perDayBytes?: number; snapshot?: Partial<UsageSnapshot>; seller?: Partial<Seller> };

const noAmount = (kind: 'unlimited' | 'unknown'): Change => ({ card: cardWith({ modules: [moduleOf({ kind })] }) });
const inState = (state: Card['state']): Change => ({ card: cardWith({ modules: [left(0.3 * gb)] }, { state }) });
const jump = { kind: 'rise', leftBytes: 1.24 * gb, measuredAt: now - 5 * minuteMs } as const;
const renews = { isEnabled: true, nextChargeAt: now + 16 * dayMs, cost: { currency: 'SEK', units: '199', nanos: 0 } };

/** How a card stands. `perDayBytes`: what was watched for two weeks; without it nothing was. */
const statuses = {
  ok: { card: cardWith({ modules: [left(2.4 * gb)] }), perDayBytes: 80e6 },
  'ok and just connected': { card: cardWith({ modules: [left(2.4 * gb)] }) },
  'used faster than time passes': { card: cardWith({ modules: [left(1.0 * gb)] }) },
  close: { card: cardWith({ modules: [left(1.24 * gb)] }), perDayBytes: 80e6 },
  'runs out': { card: cardWith({ modules: [left(1.24 * gb)] }), perDayBytes: 112e6 },
  'runs out today': { card: cardWith({ modules: [left(0.05 * gb)] }), perDayBytes: 150e6 },
  empty: { card: cardWith({ modules: [left(0)] }), perDayBytes: 112e6 },
  throttled: { card: cardWith({ modules: [{ ...left(0), overUsage: 'throttled' }] }), perDayBytes: 112e6 },
  'charged by use': { card: cardWith({ modules: [{ ...left(0), overUsage: 'pay-as-you-go' }] }) },
  'validity over': { card: cardWith({ modules: [left(0.5 * gb)], expiresAt: now - dayMs }) },
  grace: inState('grace'),
  suspended: inState('suspended'),
  expired: inState('expired'),
  unlimited: noAmount('unlimited'),
  unknown: noAmount('unknown'),
  coarse: { card: cardWith({ modules: [moduleOf({ kind: 'coarse', level: 'low', upperBytes: gb })] }) },
  'no plan': { card: cardWith({ modules: [] }) },
  'not started': {
    card: cardWith({ state: 'not-started', startsAt: null, expiresAt: null, startBefore: now + 90 * dayMs }),
  },
  'new period': {
    card: cardWith({ modules: [{ ...left(0.2 * gb), refreshPeriod: 'monthly', expiresAt: now - hourMs }] }),
  },
  'renews by itself': { card: cardWith({ modules: [left(2.4 * gb)], autoRenew: renews }), perDayBytes: 80e6 },
  'to be confirmed': { card: { ...cardWith({}), unconfirmed: jump } },
  'in doubt whose': { card: { ...cardWith({}), unconfirmed: { ...jump, needsPerson: { leftBytes: 9 * gb } } } },
  stale: { card: cardWith({}), perDayBytes: 112e6, snapshot: { checkedAt: now - 7 * hourMs } },
} satisfies Record<string, Change> as Record<string, Change>;

const untilLater = (kind: 'rate-limited' | 'seller-down'): Failure => ({ kind, until: now + 15 * minuteMs });
const plainFailures = {
  offline: true,
  'no-answer': true,
  'captive-portal': true,
  'signed-out': true,
  locked: true,
  forbidden: true,
  'permission-missing': true,
  'not-vouched': true,
  'card-gone': true,
  away: true,
  unreadable: true,
  'no-cards': true,
  'other-account': true,
  'page-changed': true,
  unsendable: true,
  closed: true,
  unsupported: true,
} satisfies Record<Exclude<FailureKind, 'rate-limited' | 'seller-down'>, true>;

/** What failed. */
const failures: Record<string, Failure | null> = {
  'no failure': null,
  ...Object.fromEntries(Object.keys(plainFailures).map((kind) => [kind, { kind } as Failure])),
  'rate-limited': untilLater('rate-limited'),
  'seller-down': untilLater('seller-down'),
};

const nextPlan: Plan = {
  ...{ id: 'eu10', name: 'Europe 10 GB', state: 'queued', regions: [], modules: [left(10 * gb, 10 * gb)] },
  ...{ startsAt: now + 16 * dayMs, expiresAt: now + 46 * dayMs },
};
const bonus = { ...left(0.4 * gb, gb), id: 'm2', name: 'Bonus', expiresAt: now + 4 * dayMs };
const withBonus = (plan: Plan): Plan => ({ ...plan, modules: [...plan.modules, bonus] });

/** What the one extra line is about. */
const extras: Record<string, { of?: (card: Card) => Card; canWarn?: boolean }> = {
  'nothing more': {},
  'SIM ends soon': { of: (card) => ({ ...card, lineEndsAt: now + 6 * dayMs }) },
  'part ends first': { of: (card) => ({ ...card, plans: card.plans.map(withBonus) }) },
  'plan waits': { of: (card) => ({ ...card, plans: [...card.plans, nextPlan] }) },
  'alerts off': { canWarn: false },
};

/** Which of the above; what is not named is the first of its kind. */
export type StateName = { status?: string; order?: string; failure?: string; extra?: string; isMany?: boolean };

/** Two weeks of even use, watched from the first to now. */
function samplesOf(perDayBytes: number, card: Card): PopupState['samples'] {
  const intervals = Array.from(
    { length: 14 },
    (_, day): UsageInterval => [card.measuredAt - (13 - day) * dayMs, perDayBytes, 0],
  );
  return { since: card.measuredAt - 14 * dayMs, intervals, modules: [] };
}

const judged = (leftBytes: number, status: CardJudgement['status']): CardJudgement => ({
  balance: { kind: 'known', leftBytes, totalBytes: gb },
  endsAt: now + 2 * dayMs,
  status,
  validUntil: now + hourMs,
});

const others = [
  { key: 'c2', title: 'Axis Asia', judged: judged(0.18 * gb, 'critical') },
  { key: 'c3', title: 'Home', judged: judged(0.9 * gb, 'warning') },
  { key: 'c4', title: 'Watch', judged: judged(0, 'expired') },
];

/** The seller can be reached in every way, so that each state is as full as it can be. */
const reachable: Partial<Seller> = {
  support: { url: 'https://axis.example/help', email: 'help@axis.example', phone: '+46 8 000 00 00' },
  accountUrl: 'https://axis.example/me',
};

const offers = {
  offers: [
    offerOf('eu3'),
    offerOf('eu1', { name: 'Europe 1 GB', quotaBytes: gb, cost: { currency: 'SEK', units: '39', nanos: 0 } }),
    offerOf('eu10', { name: 'Europe 10 GB', quotaBytes: 10 * gb, cost: { currency: 'SEK', units: '249', nanos: 0 } }),
  ],
  ...{ expiresAt: null, checkedAt: now, unreadable: 0 },
};

/** A popup in this state. */
export function popupState(name: StateName): PopupState {
  const change = statuses[name.status ?? 'ok'];
  const extra = extras[name.extra ?? 'nothing more'];
  const order = orderStates[name.order ?? 'no order'];
  const failure = failures[name.failure ?? 'no failure'];
  if (!change || !extra || order === undefined || failure === undefined) throw new Error(JSON.stringify(name));
  const card = extra.of ? extra.of(change.card) : change.card;
  const base = shownOf(card, { offers, orders: order === null ? [] : [order], canWarn: extra.canWarn ?? true });
  const account = base.account as Account;
  const { index, snapshot, check } = base;
  if (!snapshot || !check) throw new Error('No figures');
  const failing = failure && { failure, failingSince: now - 20 * minuteMs, failures: 3 };
  return {
    ...base,
    account: { ...account, seller: { ...account.seller, ...reachable, ...change.seller } },
    snapshot: { ...snapshot, ...change.snapshot },
    check: { ...check, ...failing },
    samples: change.perDayBytes === undefined ? null : samplesOf(change.perDayBytes, card),
    index: {
      ...index,
      shown: id,
      accounts: index.accounts.map((one) => {
        const cards = one.cards.map((listed) => ({ ...listed, judged: judged(2.4 * gb, 'ok') }));
        return { ...one, cards: name.isMany ? [...cards, ...others] : cards };
      }),
    },
  };
}

/** "runs out, many cards, late": what differs from a single card that is ok. */
export function titleOf({ status = 'ok', isMany = false, ...rest }: StateName): string {
  return [status, isMany ? 'many cards' : null, ...Object.values(rest)].filter(Boolean).join(', ');
}

type Dimension = 'status' | 'order' | 'failure' | 'extra';

function pairsOf(a: Dimension, some: readonly string[], b: Dimension, others: readonly string[]): StateName[] {
  return some.flatMap((one) => others.map((other) => ({ [a]: one, [b]: other })));
}

const allStatuses = Object.keys(statuses);
const allOrders = Object.keys(orderStates);
const allFailures = Object.keys(failures);
/** Those of each kind that say most, or that most has to be done about. */
const fullStatuses = ['ok', 'used faster than time passes', 'runs out', 'renews by itself', 'in doubt whose'];
const fullFailures = ['no-answer', 'captive-portal', 'other-account', 'signed-out', 'not-vouched', 'forbidden'];

/**
 * Every status, with one card and with many, with every extra line, and with the fullest failures; every order and every
 * failure with the fullest statuses, and the fullest failures with every order.
 */
export const firstScreens: StateName[] = [
  ...pairsOf('status', allStatuses, 'extra', Object.keys(extras)),
  ...pairsOf('status', allStatuses, 'extra', ['nothing more', 'alerts off']).map(withMany),
  ...pairsOf('status', allStatuses, 'failure', ['no-answer', 'signed-out']).map(withMany),
  ...pairsOf('status', fullStatuses, 'order', allOrders).map((name) => ({ ...withMany(name), extra: 'SIM ends soon' })),
  ...pairsOf('status', fullStatuses, 'failure', allFailures).map((name) => ({
    ...withMany(name),
    extra: 'plan waits',
  })),
  ...pairsOf('order', allOrders, 'failure', fullFailures).map((name) => ({ ...withMany(name), status: 'runs out' })),
];

function withMany(name: StateName): StateName {
  return { ...name, isMany: true };
}

/** Each status, order, failure and extra line once. */
export const eachOnce: StateName[] = [
  ...allStatuses.map((status) => ({ status })),
  ...allOrders.slice(1).map((order) => ({ order })),
  ...allFailures.slice(1).map((failure) => ({ failure })),
  ...Object.keys(extras)
    .slice(1)
    .map((extra) => ({ extra })),
];
