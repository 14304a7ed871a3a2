import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import {
  accountNotificationId,
  alertNotificationId,
  isNotificationCurrent,
  orderCardOf,
  orderNotificationId,
  summaryNotificationId,
} from '../../../../utils/core/alerts/notification-id.ts';
import { formatCardId } from '../../../../utils/core/usage/card-id.ts';

const account = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const cards = Array.from({ length: 60 }, (_, place) => `${account}/c_${place}`);
const alertOf = (card: string) => alertNotificationId(card, '20%', initialAlertState);
const isCurrent = (id: string, cardIdTexts: readonly string[], accountIds: readonly string[] = []) =>
  isNotificationCurrent(id, { cardIdTexts, accountIds, needyAccountIds: [] });

test('7.6 F27 an alert for one card is about that card', () => {
  expect([isCurrent(alertOf('a/c'), ['a/c', 'a/d']), isCurrent(alertOf('a/c'), ['a/d'])]).toEqual([true, false]);
});

test('7.6 F27 a summary is about all of its cards, and its id is as short as browsers demand', () => {
  const id = summaryNotificationId(cards.map(alertOf));
  expect(id.length).toBeLessThanOrEqual(500);
  expect(isCurrent(id, cards)).toBe(true);
  for (const gone of cards.slice(0, 30)) {
    const others = cards.filter((card) => card !== gone);
    expect(isCurrent(id, others)).toBe(false);
  }
});

test('8.8 a summary goes with the account of an order, and once an account is mended', () => {
  const order = orderNotificationId(`${account}/c_1`, 'o', 'arrived', 5);
  const id = summaryNotificationId([order, accountNotificationId({ accountId: account, cardKey: '' }, 5)]);
  const subjects = { cardIdTexts: [], accountIds: [account], needyAccountIds: [account] };
  expect(isNotificationCurrent(id, subjects)).toBe(true);
  expect(isNotificationCurrent(id, { ...subjects, needyAccountIds: [] })).toBe(false);
  expect(isNotificationCurrent(id, { ...subjects, accountIds: [] })).toBe(false);
});

test('8.8 no id is longer than browsers allow, whatever the seller calls its cards and orders', () => {
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 40 }), key, (keys, orderId) => {
      const texts = keys.map((cardKey) => formatCardId({ accountId: account, cardKey }));
      const ids = [
        ...texts.map(alertOf),
        orderNotificationId(texts[0] ?? '', orderId.slice(0, 200), 'arrived', 1.8e12),
      ];
      for (const id of [...ids, summaryNotificationId(ids)]) expect(id.length).toBeLessThanOrEqual(500);
      for (const id of texts.map(alertOf)) expect([isCurrent(id, texts), isCurrent(id, [])]).toEqual([true, false]);
    }),
  );
});

test('8.7 a notice about an account goes once the account is mended', () => {
  const id = accountNotificationId({ accountId: account, cardKey: 'c_1' }, 5);
  const subjects = { cardIdTexts: cards, accountIds: [account] };
  expect(isNotificationCurrent(id, { ...subjects, needyAccountIds: [account] })).toBe(true);
  expect(isNotificationCurrent(id, { ...subjects, needyAccountIds: [] })).toBe(false);
});

test('7.6 F27 a notification of an order names its card, and others name none', () => {
  expect(orderCardOf(orderNotificationId('a/c', 'o', 'arrived', 5))).toBe('a/c');
  expect([orderCardOf('test'), isCurrent('test', [])]).toEqual([null, true]);
});
