import { afterEach, expect, test, vi } from 'vitest';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { undoableForMs } from '../../../../utils/core/undo/undoable.ts';
import { setUpOrders } from '../orders/order-setup.ts';

afterEach(() => void vi.useRealTimers());

test('an order that was closed is shown again, as it was', async () => {
  const { card, buy, order } = await setUpOrders();
  await buy();
  const before = await order();
  await messageHandlers.dismissOrder({ card, orderId: before?.id ?? '' });
  expect((await order())?.dismissed).toBe(true);
  expect(await messageHandlers.undo({})).toEqual({ isUndone: true });
  expect(await order()).toEqual(before);
});

test('what was taken back once is not taken back again', async () => {
  const { card, buy, order } = await setUpOrders();
  await buy();
  await messageHandlers.dismissOrder({ card, orderId: (await order())?.id ?? '' });
  await messageHandlers.undo({});
  expect(await messageHandlers.undo({})).toEqual({ isUndone: false });
});

test('after a minute it stays closed', async () => {
  const { card, buy, order } = await setUpOrders();
  await buy();
  await messageHandlers.dismissOrder({ card, orderId: (await order())?.id ?? '' });
  const later = Date.now() + undoableForMs;
  vi.useFakeTimers({ now: later, toFake: ['Date'] });
  expect(await messageHandlers.undo({})).toEqual({ isUndone: false });
  expect((await order())?.dismissed).toBe(true);
});
