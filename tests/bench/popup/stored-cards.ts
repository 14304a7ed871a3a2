import { type Account, newAccount } from '../../../utils/core/accounts/account.ts';
import { type AccountIndex, toIndexedAccount } from '../../../utils/core/accounts/account-index.ts';
import { compact } from '../../../utils/core/history/compaction.ts';
import { sampleModules } from '../../../utils/core/history/module-samples.ts';
import type { UsageInterval } from '../../../utils/core/history/usage-samples.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import { type Stored, type StoredKind, toStored } from '../../../utils/core/storage/stored-values.ts';
import { asWritten } from '../../../utils/core/storage/versions.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { formatCardId } from '../../../utils/core/usage/card-id.ts';
import { dayMs, hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { shownOf } from '../../unit/components/popup-setup.ts';
import {
  known,
  makeCard,
  makeModule,
  makeOffer,
  makeOrder,
  makePlan,
  makeSnapshot,
} from '../../unit/support/builders.ts';

/* Accounts with cards and their past, under the names and in the shapes in which the background stores them. */

export type Amount = { accounts: number; cardsEach: number; historyDays: number; orders: number };

const maxOrdersOfCard = 50;

/** `now`: our clock, and the sellers'. */
export function storedCards({ accounts, cardsEach, historyDays, orders }: Amount, now: number) {
  const all = Array.from({ length: accounts }, (_, at) => accountWith(`a${at}`, cardsEach, now));
  const index: AccountIndex = {
    accounts: all.map(({ account, snapshot }) => toIndexedAccount(account, snapshot, null)),
    shown: { accountId: 'a0', cardKey: 'c0' },
    requested: null,
  };
  const cards = all.flatMap(({ account, snapshot }) => snapshot.cards.map((card) => ({ account, card })));
  return Object.fromEntries([
    entry('index', 'index', index),
    ...all.flatMap(({ account, snapshot, check }) => [
      entry('account', `account:${account.id}`, account),
      entry('snapshot', `reading:${account.id}`, snapshot),
      entry('check', `check:${account.id}`, check),
    ]),
    ...cards.flatMap(({ account, card }, nth) => {
      const id = { accountId: account.id, cardKey: card.key };
      const count = Math.max(0, Math.min(maxOrdersOfCard, orders - nth * maxOrdersOfCard));
      const { samples, archive } = pastOf(card, historyDays, now);
      const offers = Array.from({ length: 6 }, (_, at) =>
        makeOffer(at === 0 ? {} : { planId: `p${at}`, name: `Plan ${at}` }),
      );
      return [
        entry('offers', `offers:${formatCardId(id)}`, { offers, expiresAt: null, checkedAt: now, unreadable: 0 }),
        entry('orders', `orders:${formatCardId(id)}`, ordersOf(id, count, now)),
        entry('samples', `samples:${formatCardId(id)}`, samples),
        entry('archive', `archive:${formatCardId(id)}`, archive),
      ];
    }),
  ]);
}

function entry<K extends StoredKind>(kind: K, name: string, value: Stored<K>): [string, unknown] {
  return [name, asWritten(kind, toStored(kind, value))];
}

function accountWith(id: string, cardCount: number, now: number) {
  const cards = Array.from({ length: cardCount }, (_, at) => {
    const times = { startsAt: now - 19 * dayMs, expiresAt: now + 11 * dayMs };
    const plan = makePlan([makeModule(known(1_240_000_000))], times);
    return makeCard([], { key: `c${at}`, title: `Card ${id}-${at}`, measuredAt: now, plans: [plan] });
  });
  const { account: usual, check: usualCheck } = shownOf(makeCard());
  if (!usual || !usualCheck) throw new Error('The usual popup has an account');
  const account: Account = newAccount(id, { ...usual.seller, name: `Seller ${id}` }, now - 400 * dayMs);
  const snapshot = makeSnapshot({ cards, measuredAt: now, checkedAt: now, expiresAt: now + 6 * hourMs });
  return { account, snapshot, check: { ...usualCheck, triedAt: now, nextCheckAt: now + 15 * minuteMs } };
}

/** Something used every hour, as it is kept. */
function pastOf(card: Card, days: number, now: number) {
  const perHourBytes = 4_000_000;
  const intervals = Array.from({ length: days * 24 }, (_, nth): UsageInterval => {
    return [now - (days * 24 - 1 - nth) * hourMs, perHourBytes, 1_240_000_000];
  });
  const since = now - days * dayMs;
  const samples = { since, intervals, modules: sampleModules(card) };
  return compact({ samples, archive: { since, intervals: [], changes: [] } }, now);
}

/** All of them arrived long ago. */
function ordersOf(card: Order['card'], count: number, now: number): Order[] {
  return Array.from({ length: count }, (_, nth) => {
    const at = now - (nth + 1) * 7 * dayMs;
    const times = { createdAt: at, changedAt: at, lastActivityAt: at, paidAt: at, expiresAt: at + hourMs };
    return makeOrder({ id: `o${nth}`, card, ...times, state: 'credited', sellerStatus: 'credited', checkoutUrl: null });
  });
}
