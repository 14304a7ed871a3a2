import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConfirmationReason, decidePurchase } from '../../../../utils/core/orders/decide-purchase.ts';
import { isBeforeCheckout, isOpen, type Order } from '../../../../utils/core/orders/order.ts';
import { addOrder, adoptSellerOrder, visibleOrders } from '../../../../utils/core/orders/order-list.ts';
import { pendingNotification } from '../../../../utils/core/orders/order-notifications.ts';
import { nextPollAt } from '../../../../utils/core/orders/order-polling.ts';
import { pendingStep } from '../../../../utils/core/orders/order-status.ts';
import { nextOrder, type OrderEvent } from '../../../../utils/core/orders/order-transitions.ts';
import type { SellerOrderStatus } from '../../../../utils/core/orders/seller-order.ts';
import { dayMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, makeSellerOrder, start } from '../../support/builders.ts';

/* A card's orders under any events in any order: clicks of several windows, the seller's words, lost answers, days. */

const usual = { creditMs: 5 * minuteMs, dataDelayMs: null };
const words = [
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
      ...(['asked', 'price-accepted', 'refused', 'unknown-to-seller', 'time-passed'] as const),
      ...(['checkout-opened', 'activity', 'polled', 'dismissed'] as const),
    ].map((kind) => ({ kind })),
    { kind: 'price-changed', cost },
    { kind: 'problem', problem: { kind: 'failure', failure: { kind: 'offline' } } },
    { kind: 'problem', problem: { kind: 'not-opened' } },
  ),
  fc.record({ kind: fc.constant('balance-read' as const), hasIncreased: fc.boolean(), isBalanceOnly: fc.boolean() }),
  fc.record({
    kind: fc.constant('notified' as const),
    notification: fc.constantFrom('arrived', 'late', 'failed', 'refunded'),
  }),
  fc
    .record({ status: fc.constantFrom(...words), hasPage: fc.boolean(), lifeMs: fc.integer({ min: 0, max: dayMs }) })
    .map(({ status, hasPage, lifeMs }): OrderEvent => {
      const page = hasPage ? { checkoutUrl: 'https://pay.axis.example/s/1', expiresAt: start + lifeMs } : {};
      return { kind: 'seller-order', order: makeSellerOrder({ status, ...page }) };
    }),
);

type Deed =
  | { kind: 'click'; planId: string; plan: 'loses-data' | null; yes: ConfirmationReason[]; knows: number | null }
  | { kind: 'event'; which: number; event: OrderEvent }
  | { kind: 'adopt'; which: number }
  | { kind: 'wait'; ms: number };

const which = fc.integer({ min: 0, max: 3 });
const deedArb: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('click' as const),
      planId: fc.constantFrom('a', 'b'),
      plan: fc.constantFrom('loses-data' as const, null),
      yes: fc.subarray<ConfirmationReason>(['order-open', 'loses-data']),
      knows: fc.option(which),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('event' as const), which, event: eventArb }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('adopt' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 2 * minuteMs }), fc.integer({ min: 0, max: 3 * dayMs })),
    }),
  },
);

/** What only the seller can say. */
const sellersOwn: readonly string[] = [
  'payment-failed',
  'cancelled',
  'expired',
  'refunded',
  'queued',
  'paid',
  'awaiting-payment',
];

test('whatever happens: no second order without a yes, no failure without the seller’s word, none lost, none silent', () => {
  const heard = new Map<string, Set<SellerOrderStatus>>();
  const isGrown = new Set<string>();
  let made = 0;

  const run = (deeds: Deed[]) => {
    let orders: Order[] = [];
    let now = start;
    for (const deed of deeds) {
      const earlier = orders;
      if (deed.kind === 'wait') now += deed.ms;
      else if (deed.kind === 'click') orders = click(orders, deed, now);
      else {
        const order = orders[deed.which];
        if (!order) continue;
        orders = deed.kind === 'adopt' ? adopt(orders, order, now) : step(orders, order, deed.event, now);
      }
      hold(earlier, orders, now);
    }
  };

  const click = (orders: Order[], { planId, plan, yes, knows }: Deed & { kind: 'click' }, now: number): Order[] => {
    const openOrderId = knows === null ? null : (orders[knows]?.id ?? null);
    const decision = decidePurchase(orders, planId, plan ? [plan] : [], { reasons: yes, openOrderId }, now);
    const open = orders.find((order) => isOpen(order, now));
    if (decision.kind === 'go-on') expect(decision.order).toBe(open);
    if (decision.kind === 'ask') expect(decision.question.reasons.length).toBeGreaterThan(0);
    if (decision.kind !== 'start') return orders;
    if (plan) expect(yes).toContain(plan);
    if (open) {
      expect(yes).toContain('order-open');
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

  /** The seller names another purchase only while it knows none of ours. */
  const adopt = (orders: Order[], order: Order, now: number): Order[] => {
    if (order.state !== 'asked') return orders;
    made += 1;
    return adoptSellerOrder(orders, order, `o${made}`, now);
  };

  const step = (orders: Order[], order: Order, event: OrderEvent, now: number): Order[] => {
    if (event.kind === 'seller-order') heard.set(order.id, (heard.get(order.id) ?? new Set()).add(event.order.status));
    if (event.kind === 'balance-read' && event.hasIncreased) isGrown.add(order.id);
    const after = nextOrder(order, event, now);
    expect(after.id).toBe(order.id);
    return orders.map((one) => (one.id === order.id ? after : one));
  };

  const hold = (earlier: Order[], orders: Order[], now: number) => {
    for (const order of earlier.filter((one) => isOpen(one, now) && one.state !== 'asked'))
      expect(orders.map(({ id }) => id)).toContain(order.id);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
    for (const order of orders) {
      const { id, state, sellerStatus } = order;
      if (sellersOwn.includes(state)) expect(heard.get(id)).toContain(state);
      if (state === 'credited') expect(heard.get(id)?.has('credited') || isGrown.has(id)).toBe(true);
      // What the seller has told of is never taken for something it does not know.
      if (sellerStatus !== null) expect(isBeforeCheckout(order) || state === 'asked').toBe(false);
      const waits = pendingStep(order, usual, now);
      const look = nextPollAt(order, usual, now);
      if (isOpen(order, now)) {
        expect(waits).not.toBeNull();
        expect(look).not.toBeNull();
      }
      if (look !== null) expect(look).toBeGreaterThanOrEqual(now);
      if (pendingNotification(order, usual, now) === 'failed') expect(heard.get(id)).toContain('payment-failed');
    }
    const seen = visibleOrders(orders, now);
    for (const order of orders) if (isOpen(order, now) && !order.dismissed) expect(seen).toContain(order);
  };

  fc.assert(fc.property(fc.array(deedArb, { minLength: 1, maxLength: 30 }), run), { numRuns: 20_000 });
}, 60_000);

test('left alone, an order ends or is followed for no longer than a month, and asks no more often than is told', () => {
  fc.assert(
    fc.property(fc.constantFrom(...words, 'created' as const, 'asked' as const), fc.boolean(), (state, hasPage) => {
      const page = hasPage ? {} : { checkoutUrl: null, expiresAt: null };
      let order = makeOrder({
        state,
        sellerStatus: state === 'created' || state === 'asked' ? null : state,
        baseline,
        ...page,
      });
      let looks = 0;
      for (let at = nextPollAt(order, usual, start); at !== null; at = nextPollAt(order, usual, at)) {
        looks += 1;
        order = nextOrder(nextOrder(order, { kind: 'polled' }, at), { kind: 'time-passed' }, at);
        expect(at).toBeLessThanOrEqual(start + 31 * dayMs);
      }
      // A dozen at first, one in 15 minutes for a day, one a day for a month.
      expect(looks).toBeLessThanOrEqual(13 + 96 + 31);
    }),
  );
});
