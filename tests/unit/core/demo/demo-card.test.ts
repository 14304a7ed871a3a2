import { expect, test } from 'vitest';
import { demoSeller, isDemo, toDemoSnapshot } from '../../../../utils/core/demo/demo-card.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const seller = demoSeller('Demo card', start);
const leftAt = (now: number) => {
  const [card] = toDemoSnapshot(seller, now).cards;
  const balance = card && cardBalance(card, now);
  return balance?.kind === 'known' ? balance.leftBytes : Number.NaN;
};

test('the demo card is 14 days into its 30 when it is added, with 1.24 of 3 GB left', () => {
  const [plan] = toDemoSnapshot(seller, start).cards[0]?.plans ?? [];
  expect([plan?.startsAt, plan?.expiresAt]).toEqual([start - 14 * dayMs, start + 16 * dayMs]);
  expect(leftAt(start)).toBe(1.24e9);
  expect(isDemo(seller)).toBe(true);
});

test('its figures follow from the time alone, fall until they are used up, and begin anew with its next plan', () => {
  const times = Array.from({ length: 16 * 4 }, (_, at) => start + at * 6 * hourMs);
  const left = times.map(leftAt);
  expect(times.map(leftAt)).toEqual(left);
  expect(left.every((bytes, at) => at === 0 || bytes <= (left[at - 1] ?? 0))).toBe(true);
  expect(left.at(-1)).toBe(0);
  expect(leftAt(start + 16 * dayMs)).toBe(3e9);
});

test('it can be kept as any other', () => {
  const snapshot = toDemoSnapshot(seller, start);
  expect(parseStored('snapshot', snapshot)).toEqual(snapshot);
});
