import { expect, test } from 'vitest';
import { previewPurchase } from '../../../../utils/core/offers/purchase-preview.ts';
import { known, makeCard, makeModule, makeOffer, start } from '../../support/builders.ts';

test('8.1 what would replace a balance that is not confirmed may lose something, even where nothing is listed', () => {
  const unconfirmed = { kind: 'drop', leftBytes: 1e9, measuredAt: start } as const;
  for (const card of [makeCard([makeModule(known(0))], { unconfirmed }), makeCard([], { plans: [], unconfirmed })]) {
    expect(previewPurchase(card, makeOffer({ effect: 'replace' }), start)).toMatchObject({
      left: { kind: 'unknown' },
      warnings: ['loses-data'],
    });
    expect(previewPurchase(card, makeOffer({ effect: 'add' }), start).warnings).toEqual([]);
  }
});
