import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCardId, parseCardId } from '../../../../utils/core/usage/card-id.ts';

describe('an address', () => {
  test('of a card survives its way through a text, whatever the seller’s id', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ minLength: 1, unit: 'grapheme' }), (accountId, cardKey) => {
        expect(parseCardId(formatCardId({ accountId, cardKey }))).toEqual({ accountId, cardKey });
        expect(formatCardId({ accountId, cardKey })).not.toContain(':');
      }),
    );
  });
});
