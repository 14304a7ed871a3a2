import { describe, expect, test } from 'vitest';
import { defaultSeller, newAccount } from '../../../../utils/core/accounts/account.ts';
import {
  type AccountIndex,
  emptyIndex,
  withIndexedAccount,
  withJudgements,
} from '../../../../utils/core/accounts/account-index.ts';
import { type CardJudgement, currentStatus } from '../../../../utils/core/accounts/card-judgement.ts';
import { parseStored, toStored } from '../../../../utils/core/storage/stored-values.ts';
import { makeCard, makeSnapshot, start } from '../../support/builders.ts';

const seller = { ...defaultSeller('account-api', 'Axis'), origin: 'https://axis.example', signIn: true };
const account = newAccount('a', seller, start);
const snapshotOf = (...cardKeys: string[]) => makeSnapshot({ cards: cardKeys.map((key) => makeCard([], { key })) });
const judged: CardJudgement = {
  balance: { kind: 'known', leftBytes: 1e9, totalBytes: 3e9 },
  endsAt: start,
  status: 'ok',
  validUntil: start,
};
const id = (cardKey: string) => ({ accountId: 'a', cardKey });
const index = withIndexedAccount(emptyIndex, account, snapshotOf('c', 'd'));
const withJudged = withJudgements(index, new Map([['a/c', judged]]), id('c'));
const cardsOf = ({ accounts }: AccountIndex) => accounts.flatMap(({ cards }) => cards);

describe('what was judged of a card', () => {
  test('stands at it in the index, with the card of the toolbar', () => {
    expect(cardsOf(withJudged).map((card) => card.judged)).toEqual([judged, undefined]);
    expect(withJudged.shown).toEqual(id('c'));
  });

  test('is nothing to write where it is there already, as it was stored', () => {
    const stored = parseStored('index', toStored('index', withJudged)) ?? emptyIndex;
    expect(withJudgements(stored, new Map([['a/c', { ...judged }]]), id('c'))).toBe(stored);
    expect(withJudgements(stored, new Map([['a/c', { ...judged, endsAt: 1 }]]), id('c'))).not.toBe(stored);
    expect(withJudgements(stored, new Map(), id('d'))).toMatchObject({ shown: id('d'), accounts: stored.accounts });
  });

  test('stays with the next answer, and goes with a card that is listed no more', () => {
    const [entry] = withIndexedAccount(withJudged, account, snapshotOf('d', 'c')).accounts;
    expect(entry?.cards.map(({ key, judged: kept }) => [key, kept])).toEqual([
      ['d', undefined],
      ['c', judged],
    ]);
    const [after] = withIndexedAccount(withJudged, account, snapshotOf('d')).accounts;
    expect(after?.gone).toEqual([{ key: 'c', title: 'Axis Europe', number: null }]);
  });

  test('has no status past its time, and for ever where it has none', () => {
    expect([currentStatus(judged, start - 1), currentStatus(judged, start), currentStatus(null, start)]).toEqual([
      ...['ok', 'unknown', 'unknown'],
    ]);
    expect(currentStatus({ ...judged, status: 'action', validUntil: null }, start * 2)).toBe('action');
  });

  test('that cannot be read costs nothing else of the index', () => {
    const saved = {
      ...withJudged,
      accounts: [{ ...withJudged.accounts[0], cards: [{ key: 'c', title: 'C', judged: 7 }] }],
    };
    expect(parseStored('index', saved)?.accounts[0]?.cards).toEqual([{ key: 'c', title: 'C', number: null }]);
  });
});

test('the entry of an account has its seller’s unit and address, and whether its page is read by a press alone', () => {
  const page = { isKeptUpToDate: false, namesAccount: true, topUpUrl: null, usualPurchase: null };
  const entryOf = (kept: boolean) =>
    withIndexedAccount(
      emptyIndex,
      { ...account, seller: { ...seller, byteUnit: 1024, page: { ...page, isKeptUpToDate: kept } } },
      null,
    ).accounts[0];
  expect(entryOf(false)).toEqual({
    ...{ id: 'a', name: 'Axis', origin: 'https://axis.example', byteUnit: 1024 },
    ...{ isReadByPress: true, cards: [] },
  });
  expect(entryOf(true)).not.toHaveProperty('isReadByPress');
});
