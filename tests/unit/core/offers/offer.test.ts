import { describe, expect, test } from 'vitest';
import { defaultOffer, offersIn, offerTab } from '../../../../utils/core/offers/offer.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { makeCard, makeOffer, start } from '../../support/builders.ts';

describe('the plan on the primary button', () => {
  const day = makeOffer({ planId: 'day', durationMs: dayMs });
  const month = makeOffer({ planId: 'month', durationMs: 31 * dayMs });
  const current = makeOffer();
  const primary = (offers: ReturnType<typeof makeOffer>[], lastBought: string | null = null) =>
    defaultOffer(makeCard(), offers, lastBought, start)?.planId;

  test('is the one last bought here, else the present one, if on sale', () => {
    expect(primary([day, current], 'day')).toBe('day');
    expect(primary([day, current])).toBe('eu-3gb-30d');
    expect(primary([{ ...day, availability: 'sold-out' }, current], 'day')).toBe('eu-3gb-30d');
  });

  test('is else the first on sale of the nearest duration', () => {
    expect(primary([day, month])).toBe('month');
    expect(primary([{ ...month, availability: 'sold-out' }])).toBeUndefined();
  });

  test('follows the length of the plan last bought, listed or not on sale; and is none without a length', () => {
    const disabled = { ...day, availability: 'disabled' as const };
    expect(primary([disabled, makeOffer({ planId: 'two', durationMs: 2 * dayMs }), month], 'day')).toBe('two');
    expect(defaultOffer(makeCard([], { plans: [] }), [day], null, start)).toBeNull();
  });

  test('has neighbours in the seller’s order under each tab', () => {
    expect(offersIn('all', [month, day])).toEqual([month, day]);
    expect(offersIn('daily', [month, day])).toEqual([day]);
  });

  test('stands under the tab of its length', () => {
    expect(
      [day, makeOffer({ durationMs: 7 * dayMs }), month, makeOffer({ durationMs: 32 * dayMs })].map(offerTab),
    ).toEqual(['daily', 'weekly', 'monthly', 'all']);
  });
});
