import { expect, test } from 'vitest';
import { isCreditAwaited } from '../../../../utils/core/orders/order.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder, start } from '../../support/builders.ts';

const page = { state: 'awaiting-payment', createdAt: start, changedAt: start, lastActivityAt: start } as const;

test('8.1 an order awaits its data while it can be paid, a little longer, and not for ever', () => {
  const limited = makeOrder({ ...page, expiresAt: start + hourMs });
  expect(isCreditAwaited(limited, start + hourMs + 5 * minuteMs)).toBe(true);
  expect(isCreditAwaited(limited, start + 2 * hourMs)).toBe(false);
  const endless = makeOrder({ ...page, expiresAt: null });
  expect([isCreditAwaited(endless, start + hourMs), isCreditAwaited(endless, start + 2 * dayMs)]).toEqual([
    true,
    false,
  ]);
  expect(isCreditAwaited(makeOrder({ ...page, state: 'paid', paidAt: start }), start + dayMs)).toBe(true);
  expect(isCreditAwaited(makeOrder({ ...page, state: 'cancelled' }), start + minuteMs)).toBe(false);
});
