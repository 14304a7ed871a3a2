import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFileName, historyCsv } from '../../../../utils/core/history/history-csv.ts';
import type { BalanceChange } from '../../../../utils/core/history/usage-samples.ts';
import type { OrderState } from '../../../../utils/core/orders/order.ts';
import { makeOrder } from '../../support/builders.ts';

const at = Date.UTC(2026, 10, 23, 13, 5);
const minute = 60_000;

/** As RFC 4180 reads it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('a row for all that was used and all that changed, oldest first', () => {
  const observed = [
    {
      since: at,
      intervals: [
        [at + minute, 5, 95],
        [at + 2 * minute, 0, 95],
        [at + 9 * minute, 7, 3_000_000_088],
      ] satisfies [number, number, number][],
    },
  ];
  const changes: BalanceChange[] = [
    { at: at + 9 * minute, cause: 'credited', bytes: 3e9, name: 'Data' },
    { at: at + 3 * minute, cause: 'corrected', bytes: -20, name: 'Data' },
  ];
  expect(historyCsv(observed, changes, [], 'Axis Europe', true)).toBe(
    [
      'from,to,card,cause,bytes,left_bytes,module,order,plan,state,price,currency,confirmation_code',
      '2026-11-23T13:05:00.000Z,2026-11-23T13:06:00.000Z,"Axis Europe",used,5,95,,,,,,,',
      '2026-11-23T13:08:00.000Z,2026-11-23T13:08:00.000Z,"Axis Europe",corrected,-20,,"Data",,,,,,',
      '2026-11-23T13:07:00.000Z,2026-11-23T13:14:00.000Z,"Axis Europe",used,7,3000000088,,,,,,,',
      '2026-11-23T13:14:00.000Z,2026-11-23T13:14:00.000Z,"Axis Europe",credited,3000000000,,"Data",,,,,,',
      '',
    ].join('\r\n'),
  );
});

test('an order is a row from when it was ordered to its last change, with its price as it is', () => {
  const some = { createdAt: at, cost: { currency: 'SEK', units: '99', nanos: 0 } };
  const orders = [
    makeOrder({ ...some, id: 'o-3', changedAt: at + 5 * minute, state: 'refunded', confirmationCode: 'AX-20418' }),
    makeOrder({
      ...{ id: 'o-2', createdAt: at, changedAt: at + minute, state: 'credited', planName: 'All, "you" want' },
      ...{ quotaBytes: null, cost: { currency: 'BHD', units: '9007199254740993', nanos: 50_500_000 } },
    }),
  ];
  const changes: BalanceChange[] = [{ at: at + 2 * minute, cause: 'credited', bytes: 3e9, name: 'Data' }];
  expect(historyCsv([], changes, orders, 'Axis', true).split('\r\n').slice(1, -1)).toEqual([
    '2026-11-23T13:05:00.000Z,2026-11-23T13:06:00.000Z,"Axis",order,,,,"o-2","All, ""you"" want",credited,9007199254740993.0505,BHD,',
    '2026-11-23T13:07:00.000Z,2026-11-23T13:07:00.000Z,"Axis",credited,3000000000,,"Data",,,,,,',
    '2026-11-23T13:05:00.000Z,2026-11-23T13:10:00.000Z,"Axis",order,3000000000,,,"o-3","Europe 3 GB",refunded,99,SEK,"AX-20418"',
  ]);
});

test('of an order whose plan and price nobody told, neither these nor an amount are in its row', () => {
  const cost = { currency: 'EUR', units: '10', nanos: 0 };
  const some = { createdAt: at, changedAt: at + minute, planName: 'Big', quotaBytes: 10e9, cost };
  const orders = [makeOrder({ ...some, id: 'o-4', state: 'credited', confirmationCode: null })];
  expect(historyCsv([], [], orders, 'Axis', false).split('\r\n')[1]).toBe(
    '2026-11-23T13:05:00.000Z,2026-11-23T13:06:00.000Z,"Axis",order,,,,"o-4",,credited,,,',
  );
});

test.each<OrderState>(['created', 'asked', 'price-changed', 'dropped'])('what is only %s was not ordered', (state) => {
  expect(parse(historyCsv([], [], [makeOrder({ state })], 'Axis', true))).toHaveLength(1);
});

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', 'Axis;=1+1;', '+1', '-1', '@a', 'a,"b"\r\nc', '"', "'="),
);

const withoutAdded = (text = '') => text.replaceAll(/'(?=[=+\-@＝＋－＠])/g, '');

test('7.11 any text comes back but for apostrophes, and none is a formula', () => {
  fc.assert(
    fc.property(texts, texts, texts, texts, (title, name, planName, code) => {
      const changes: BalanceChange[] = [{ at, cause: 'lapsed', bytes: 1, name }];
      const orders = [makeOrder({ id: code, createdAt: at, changedAt: at + 1, planName, confirmationCode: code })];
      const [, change = [], order = []] = parse(historyCsv([], changes, orders, title, true));
      for (const [cell = '', text] of [
        [change[2], title],
        [change[6], name],
        [order[7], code],
        [order[8], planName],
        [order[12], code],
      ]) {
        expect(cell).not.toMatch(/^\p{Zs}*[=+\-@]/u);
        expect(withoutAdded(cell)).toBe(withoutAdded(text));
      }
    }),
  );
});

test('every row has as many cells as the header, and rows are sorted by time', () => {
  const instants = fc.integer({ min: 0, max: 2e12 });
  const change = fc.record({
    at: instants,
    cause: fc.constantFrom<BalanceChange['cause']>('credited', 'corrected', 'reset'),
    bytes: fc.integer(),
    name: texts,
  });
  const order = fc
    .record({
      id: texts,
      planName: texts,
      createdAt: instants,
      changedAt: instants,
      quotaBytes: fc.option(fc.nat()),
      confirmationCode: fc.option(texts),
      state: fc.constantFrom<OrderState>('paid', 'credited', 'unknown', 'refunded'),
      cost: fc.record({
        currency: fc.constantFrom('SEK', 'JPY'),
        units: fc.bigInt({ min: 0n }).map(String),
        nanos: fc.integer({ min: 0, max: 999_999_999 }),
      }),
    })
    .map(makeOrder);
  fc.assert(
    fc.property(fc.array(change), fc.array(order), texts, (changes, orders, title) => {
      const observed = [{ since: at, intervals: [[at + minute, 5, 95] satisfies [number, number, number]] }];
      const [header = [], ...rows] = parse(historyCsv(observed, changes, orders, title, true));
      expect(rows).toHaveLength(1 + changes.length + orders.length);
      expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
      const ends = rows.map((row) => row[1]);
      expect(ends).toEqual([...ends].sort());
    }),
  );
});

test('a card without a past has the header alone', () => {
  expect(parse(historyCsv([], [], [], 'Axis', true))).toHaveLength(1);
});

test.each([
  ['Axis Europe', 'gigabar-axis-europe-2026-11-23.csv'],
  ['流量卡 1/2', 'gigabar-流量卡-1-2-2026-11-23.csv'],
  ['…', 'gigabar-card-2026-11-23.csv'],
])('the file of %s is %s', (title, name) => {
  expect(csvFileName(title, at, 'Europe/Stockholm')).toBe(name);
});
