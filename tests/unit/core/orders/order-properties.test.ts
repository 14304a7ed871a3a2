import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConfirmationReason, decidePurchase } from '../../../../utils/core/orders/decide-purchase.ts';
import { canPay, isBeforeCheckout, isOpen, type Order } from '../../../../utils/core/orders/order.ts';
import { addOrder, adoptSellerOrder, visibleOrders } from '../../../../utils/core/orders/order-list.ts';
import { pendingNotification } from '../../../../utils/core/orders/order-notifications.ts';
import { nextPollAt } from '../../../../utils/core/orders/order-polling.ts';
import { nextOrder, type OrderEvent } from '../../../../utils/core/orders/order-transitions.ts';
import type { SellerOrderStatus } from '../../../../utils/core/orders/seller-order.ts';
import { orderStepOf } from '../../../../utils/core/popup/order-step.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makeSellerOrder, start } from '../../support/builders.ts';

/* A card's orders under any sequence of events: clicks in several windows, seller statuses, lost responses, time. */

const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const statuses = [
  ...(['awaiting-payment', 'paid', 'credited', 'queued', 'payment-failed', 'cancelled'] as const),
  ...(['expired', 'refunded', 'unknown'] as const),
];
const cost = { currency: 'SEK', units: '109', nanos: 0 };
const baseline = {
  heldBytes: 1e9,
  quotaBytes: 3e9,
  endsAt: start + dayMs,
  plans: [],
  isUnlimited: false,
  isActive: true,
};

const eventArb: fc.Arbitrary<OrderEvent> = fc.oneof(
  fc.constantFrom<OrderEvent>(
    ...[
      ...(['asked', 'refused', 'unknown-to-seller', 'time-passed'] as const),
      ...(['checkout-opened', 'activity', 'resumed', 'polled', 'dismissed', 'page-released'] as const),
    ].map((kind) => ({ kind })),
    { kind: 'price-changed', cost },
    { kind: 'price-accepted', terms: { planId: 'a', cost } },
    { kind: 'page-held', url: 'https://pay.example.net/s/1', problem: { kind: 'not-listed' } },
    { kind: 'problem', problem: { kind: 'failure', failure: { kind: 'offline' } } },
    { kind: 'problem', problem: { kind: 'not-opened' } },
  ),
  fc.record({ kind: fc.constant('balance-read' as const), hasIncreased: fc.boolean(), isBalanceOnly: fc.boolean() }),
  fc.record({
    kind: fc.constant('notified' as const),
    notification: fc.constantFrom('arrived', 'late', 'failed', 'refunded'),
  }),
  fc
    .record({
      status: fc.constantFrom(...statuses),
      hasPage: fc.boolean(),
      lifeMs: fc.integer({ min: 0, max: dayMs }),
      terms: fc.record({ planId: fc.constantFrom('a', 'b', null), cost: fc.constantFrom(cost, null) }),
    })
    .map(({ status, hasPage, lifeMs, terms }): OrderEvent => {
      const page = hasPage ? { checkoutUrl: 'https://pay.axis.example/s/1', expiresAt: start + lifeMs } : {};
      return { kind: 'seller-order', order: makeSellerOrder({ status, ...page, ...terms }) };
    }),
);

type Action =
  | {
      kind: 'click';
      planId: string;
      warning: 'loses-data' | null;
      confirmed: ConfirmationReason[];
      knownIndex: number | null;
    }
  | { kind: 'event'; index: number; event: OrderEvent }
  | { kind: 'adopt'; index: number }
  | { kind: 'wait'; ms: number };

const index = fc.integer({ min: 0, max: 3 });
const actionArb: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('click' as const),
      planId: fc.constantFrom('a', 'b'),
      warning: fc.constantFrom('loses-data' as const, null),
      confirmed: fc.subarray<ConfirmationReason>(['order-open', 'loses-data']),
      knownIndex: fc.option(index),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('event' as const), index, event: eventArb }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('adopt' as const), index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 2 * minuteMs }), fc.integer({ min: 0, max: 3 * dayMs })),
    }),
  },
);

/** States that only the seller's status leads to. */
const sellerOnlyStates: readonly string[] = [
  'payment-failed',
  'cancelled',
  'expired',
  'refunded',
  'queued',
  'paid',
  'awaiting-payment',
];

test('whatever happens: no second order without a yes, no failure without the seller’s word, none lost, none silent', () => {
  const reported = new Map<string, Set<SellerOrderStatus>>();
  const increasedIds = new Set<string>();
  let made = 0;

  const run = (actions: Action[]) => {
    let orders: Order[] = [];
    let now = start;
    for (const action of actions) {
      const before = orders;
      if (action.kind === 'wait') now += action.ms;
      else if (action.kind === 'click') orders = click(orders, action, now);
      else {
        const order = orders[action.index];
        if (!order) continue;
        orders = action.kind === 'adopt' ? adopt(orders, order, now) : applyEvent(orders, order, action.event, now);
      }
      checkInvariants(before, orders, now);
    }
  };

  const click = (
    orders: Order[],
    { planId, warning, confirmed, knownIndex }: Action & { kind: 'click' },
    now: number,
  ): Order[] => {
    const openOrderId = knownIndex === null ? null : (orders[knownIndex]?.id ?? null);
    const decision = decidePurchase(orders, planId, warning ? [warning] : [], { reasons: confirmed, openOrderId }, now);
    const open = orders.find((order) => isOpen(order, now));
    if (decision.kind === 'resume') expect(decision.order).toBe(open);
    if (decision.kind === 'confirm') expect(decision.request.reasons.length).toBeGreaterThan(0);
    if (decision.kind !== 'start') return orders;
    if (warning) expect(confirmed).toContain(warning);
    if (open) {
      expect(confirmed).toContain('order-open');
      expect(openOrderId).toBe(open.id);
    }
    expect(decision.isSecond).toBe(open !== undefined);
    made += 1;
    const order = makeOrder({
      id: `o${made}`,
      planId,
      baseline,
      createdAt: now,
      changedAt: now,
      lastActivityAt: now,
      state: 'created',
      checkoutUrl: null,
      expiresAt: null,
    });
    return addOrder(orders, order, now);
  };

  /** The seller names another order only while it does not know ours. */
  const adopt = (orders: Order[], order: Order, now: number): Order[] => {
    if (order.state !== 'asked') return orders;
    made += 1;
    return adoptSellerOrder(orders, order, `o${made}`, now);
  };

  const applyEvent = (orders: Order[], order: Order, event: OrderEvent, now: number): Order[] => {
    if (event.kind === 'seller-order')
      reported.set(order.id, (reported.get(order.id) ?? new Set()).add(event.order.status));
    if (event.kind === 'balance-read' && event.hasIncreased) increasedIds.add(order.id);
    const after = nextOrder(order, event, now);
    expect(after.id).toBe(order.id);
    return orders.map((one) => (one.id === order.id ? after : one));
  };

  const checkInvariants = (before: Order[], orders: Order[], now: number) => {
    for (const order of before.filter((one) => isOpen(one, now) && one.state !== 'asked'))
      expect(orders.map(({ id }) => id)).toContain(order.id);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
    for (const order of orders) {
      const { id, state, sellerStatus } = order;
      if (sellerOnlyStates.includes(state)) expect(reported.get(id)).toContain(state);
      if (state === 'credited') expect(reported.get(id)?.has('credited') || increasedIds.has(id)).toBe(true);
      // An order the seller has reported is never in a state from before it knew the order.
      if (sellerStatus !== null) expect(isBeforeCheckout(order) || state === 'asked').toBe(false);
      const pending = orderStepOf(order, usual, now);
      const pollAt = nextPollAt(order, usual, now);
      if (isOpen(order, now)) {
        expect(pending).not.toBeNull();
        expect(pollAt).not.toBeNull();
      }
      if (pollAt !== null) expect(pollAt).toBeGreaterThanOrEqual(now);
      if (pendingNotification(order, usual, now) === 'failed')
        expect(
          ['payment-failed', 'cancelled', 'expired'].some((status) => reported.get(id)?.has(status as never)),
        ).toBe(true);
      // 7.12: nothing the seller reports changes what the user accepted, and no page is offered for anything else.
      const was = before.find((one) => one.id === id);
      if (was && was.sellerTerms === null && was.newCost === null) {
        expect([order.planId, order.cost]).toEqual([was.planId, was.cost]);
      }
      if (canPay(order, now)) expect([order.sellerTerms, order.paidAt]).toEqual([null, null]);
    }
    const visible = visibleOrders(orders, now);
    for (const order of orders) if (isOpen(order, now) && !order.dismissed) expect(visible).toContain(order);
  };

  fc.assert(fc.property(fc.array(actionArb, { minLength: 1, maxLength: 30 }), run), { numRuns: 20_000 });
}, 60_000);

test('left alone, an order ends or is followed for no longer than a month, and asks no more often than is told', () => {
  fc.assert(
    fc.property(fc.constantFrom(...statuses, 'created' as const, 'asked' as const), fc.boolean(), (state, hasPage) => {
      const page = hasPage ? {} : { checkoutUrl: null, expiresAt: null };
      let order = makeOrder({
        state,
        sellerStatus: state === 'created' || state === 'asked' ? null : state,
        baseline,
        ...page,
      });
      let pollCount = 0;
      for (let at = nextPollAt(order, usual, start); at !== null; at = nextPollAt(order, usual, at)) {
        pollCount += 1;
        order = nextOrder(nextOrder(order, { kind: 'polled' }, at), { kind: 'time-passed' }, at);
        expect(at).toBeLessThanOrEqual(start + 31 * dayMs);
      }
      // A dozen polls at first, one in 15 minutes for a day, one a day for a month.
      expect(pollCount).toBeLessThanOrEqual(13 + 96 + 31);
    }),
  );
});
