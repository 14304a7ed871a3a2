import { type BadgeInput, badgeText } from '../../../../utils/core/toolbar/badge-text.ts';
import { start } from '../../support/builders.ts';

/** The badge's text, by default of an amount that is left. */
export const badgeFor = (overrides: Partial<BadgeInput>) =>
  badgeText({
    balance: { kind: 'unknown' },
    byteUnit: 1000,
    view: 'left',
    shows: 'amount',
    toEndMs: null,
    forecast: { kind: 'none' },
    now: start,
    ...overrides,
  });
