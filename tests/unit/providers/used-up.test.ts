import { expect, test } from 'vitest';
import { usageStatus } from '../../../utils/core/forecast/usage-status.ts';
import { cardBalance } from '../../../utils/core/usage/card-balance.ts';
import { buildCard, usedUp } from '../../../utils/providers/adapter/to-snapshot.ts';
import { decide } from '../core/alerts/alert-setup.ts';
import { badgeFor } from '../core/toolbar/badge-setup.ts';
import { start } from '../support/builders.ts';

test.each([null, 0, 5e9, Number.POSITIVE_INFINITY])(
  '8.3 8.14 what its source calls used up is empty and alerted about, of a quota of %s',
  (quota) => {
    const card = buildCard({ key: 'k', title: 'K', balance: usedUp(quota), measuredAt: start });
    expect(usageStatus(card, { kind: 'none' }, start)).toEqual({ status: 'critical', reason: 'no-data-left' });
    expect(badgeFor({ balance: cardBalance(card, start) })).toBe('0');
    expect(decide(card).conditions.map(({ kind }) => kind)).toContain('empty');
  },
);
