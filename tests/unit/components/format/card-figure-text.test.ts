import { beforeAll, expect, test } from 'vitest';
import { cardFigureText, cardStatusText } from '../../../../components/format/card-figure-text.ts';
import type { CardJudgement } from '../../../../utils/core/accounts/card-judgement.ts';
import type { ListedCard } from '../../../../utils/core/accounts/card-preferences.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';

beforeAll(() => setLocale('en'));

const judged: CardJudgement = {
  balance: { kind: 'known', leftBytes: 180e6, totalBytes: 1e9 },
  endsAt: start + 2 * dayMs + 5 * hourMs,
  status: 'critical',
  validUntil: null,
};
const card = (some: Partial<CardJudgement> | null): ListedCard => ({
  ...{ id: { accountId: 'a', cardKey: 'c' }, idText: 'a/c', title: 'Axis Asia', seller: 'Axis', byteUnit: 1000 },
  judged: some && { ...judged, ...some },
  ...{ isHidden: false, isPinned: false },
});

test.each([
  [card({}), 'critical', 'left', '180 MB · 2 days'],
  [card({ endsAt: start + 5.5 * hourMs }), 'ok', 'left', '180 MB · 5 hours'],
  [card({ endsAt: null }), 'ok', 'left', '180 MB'],
  [card({ endsAt: start - hourMs }), 'unknown', 'left', '180 MB'],
  [card({}), 'critical', 'used', '820 MB used · 2 days'],
  [card({}), 'action', 'left', '180 MB · needs you'],
  [card({}), 'expired', 'left', 'expired'],
  [card({ balance: { kind: 'unlimited' } }), 'ok', 'used', 'Unlimited · 2 days'],
  [card(null), 'unknown', 'left', null],
] as const)('a list says what a card has and how long it is valid: %#', (listed, status, view, text) => {
  expect(cardFigureText(listed, status, view, start)).toBe(text);
});

test('the colour of each status is said in words, where the figure does not say it', () => {
  const statuses = ['ok', 'warning', 'critical', 'unknown', 'action', 'expired'] as const;
  expect(statuses.map(cardStatusText)).toEqual([
    ...['will last', 'just lasts', 'will not last', 'not known whether it lasts', null, null],
  ]);
});
