import { expect, test } from 'vitest';
import { previewPurchase } from '../../../../utils/core/offers/purchase-preview.ts';
import { estimateNeed } from '../../../../utils/core/recommendation/data-need.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makeOffer, start } from '../../support/builders.ts';

test('8.1 what would replace a balance that is not confirmed may lose something, even where nothing is listed', () => {
  const unconfirmed = { kind: 'drop', leftBytes: 1e9, measuredAt: start } as const;
  for (const card of [makeCard([makeModule(known(0))], { unconfirmed }), makeCard([], { plans: [], unconfirmed })]) {
    expect(previewPurchase(card, makeOffer({ effect: 'replace' }), start)).toMatchObject({
      left: { kind: 'unknown' },
      warnings: ['loses-data'],
    });
    const added = previewPurchase(card, makeOffer({ effect: 'add' }), start);
    expect([added.warnings, added.leftover === 'lost']).toEqual([[], false]);
  }
});

test('8.1 what is needed is not reckoned from a balance that is not confirmed', () => {
  const samples = { since: start - 9 * dayMs, intervals: [[start, 9e9, 1e9] as [number, number, number]], modules: [] };
  const input = { samples, until: start + 9 * dayMs, now: start };
  expect(estimateNeed({ ...input, card: makeCard() }).kind).toBe('ready');
  const unconfirmed = { kind: 'rise', leftBytes: 1e9, measuredAt: start } as const;
  expect(estimateNeed({ ...input, card: makeCard([makeModule(known(3e9))], { unconfirmed }) })).toEqual({
    kind: 'none',
  });
});
