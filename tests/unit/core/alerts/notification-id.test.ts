import { expect, test } from 'vitest';
import { initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import {
  alertNotificationId,
  isAlertAboutOnly,
  orderCardOf,
  orderNotificationId,
  summaryNotificationId,
} from '../../../../utils/core/alerts/notification-id.ts';

const account = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const cards = Array.from({ length: 60 }, (_, place) => `${account}/c_${place}`);

test('7.6 F27 an alert for one card is about that card', () => {
  const id = alertNotificationId('a/c', '20%', initialAlertState);
  expect([isAlertAboutOnly(id, ['a/c', 'a/d']), isAlertAboutOnly(id, ['a/d'])]).toEqual([true, false]);
});

test('7.6 F27 a summary is about all of its cards, and its id is as short as browsers demand', () => {
  const id = summaryNotificationId(cards, initialAlertState);
  expect(id.length).toBeLessThanOrEqual(500);
  expect(isAlertAboutOnly(id, cards)).toBe(true);
  for (const gone of cards.slice(0, 30)) {
    expect(
      isAlertAboutOnly(
        id,
        cards.filter((card) => card !== gone),
      ),
    ).toBe(false);
  }
});

test('7.6 F27 a notification of an order names its card, and others name none', () => {
  expect(orderCardOf(orderNotificationId('a/c', 'o', 'arrived', 5))).toBe('a/c');
  expect([orderCardOf('test'), isAlertAboutOnly('test', [])]).toEqual([null, true]);
});
