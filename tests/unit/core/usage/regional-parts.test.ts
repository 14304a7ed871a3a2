import { expect, test } from 'vitest';
import type { Module } from '../../../../utils/core/usage/card.ts';
import { regionalParts } from '../../../../utils/core/usage/regional-parts.ts';
import { known, makeCard, makeModule, makePlan, start } from '../../support/builders.ts';

const partsOf = (regions: string[], ...modules: Partial<Module>[]) =>
  regionalParts(makeCard([], { plans: [makePlan(modules.map(makeModule), { regions })] }), start);

test('data that is good in fewer regions than the rest is told apart', () => {
  expect(partsOf(['JP', 'KR'], known(2e9), { ...known(1e9), regions: ['JP'] })).toEqual([
    { bytes: 1e9, regions: ['JP'] },
  ]);
});

test('data that is good in other regions than the rest is told apart, each with its own', () => {
  expect(partsOf(['SE'], known(2e9), { ...known(1e9), regions: ['JP'] })).toEqual([
    { bytes: 2e9, regions: ['SE'] },
    { bytes: 1e9, regions: ['JP'] },
  ]);
});

test('what is good in the same regions is one part, in whatever order they are named', () => {
  const japan = { ...known(1e9), regions: ['JP', 'KR'] };
  expect(partsOf([], known(5e9), japan, { ...japan, regions: ['KR', 'JP'] })).toEqual([
    { bytes: 2e9, regions: ['JP', 'KR'] },
  ]);
});

test('nothing is told apart where all is good in the same regions, or nothing is left of the part', () => {
  expect(partsOf(['SE', 'NO'], known(2e9), { ...known(1e9), regions: ['NO', 'SE'] })).toEqual([]);
  expect(partsOf(['SE', 'NO'], known(2e9), { ...known(0), regions: ['SE'] })).toEqual([]);
  expect(partsOf([], known(2e9), known(1e9))).toEqual([]);
});
