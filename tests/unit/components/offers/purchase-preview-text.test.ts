// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  hintTexts,
  previewText,
  rowEffectText,
  warningText,
} from '../../../../components/offers/purchase-preview-text.ts';
import type { Offer } from '../../../../utils/core/offers/offer.ts';
import { previewPurchase } from '../../../../utils/core/offers/purchase-preview.ts';
import type { Balance, Card } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeModule, makePlan } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';
import { cardOf, healthy, now, offerOf, shownOf } from '../popup-setup.ts';

beforeAll(async () => {
  vi.stubEnv('TZ', 'UTC');
  await setLocale('en');
});
afterAll(() => vi.unstubAllEnvs());

const seller = shownOf(healthy).account?.seller as NonNullable<ReturnType<typeof shownOf>['account']>['seller'];

/** The sentences shown before a purchase. The card has 1.24 GB until Fri 4 Dec; it is Mon 23 Nov. */
function sentencesFor(some: Partial<Offer>, card: Card = healthy, skewMs = 0): string[] {
  const offer = offerOf('eu3', some);
  const preview = previewPurchase(card, offer, now + skewMs);
  return [
    previewText(preview, seller, skewMs, now),
    ...hintTexts(preview, seller, skewMs, now),
    ...preview.warnings.map((warning) => `? ${warningText(warning, preview, seller, skewMs, now)}`),
  ];
}

const empty = cardOf({ kind: 'known', quotaBytes: 3e9, remainingBytes: 0, reservedBytes: 0 });
const withBalance = (balance: Balance) => cardOf(balance);
const withoutEnd = (card: Card): Card => ({ ...card, plans: card.plans.map((plan) => ({ ...plan, expiresAt: null })) });

describe('before the click', () => {
  test.each<[Partial<Offer>, Card, string[]]>([
    [{}, healthy, ['Adds 3 GB. What is left, 1.24 GB, stays and now lasts until Wed 23 Dec.']],
    [{ durationMs: dayMs }, healthy, ['Adds 3 GB. What is left, 1.24 GB, stays. All of it lasts until Fri 4 Dec.']],
    [{}, empty, ['Adds 3 GB until Wed 23 Dec.']],
    [{ quotaBytes: null }, empty, ['Adds unlimited data until Wed 23 Dec.']],
    [{}, withoutEnd(healthy), ['Adds 3 GB. What is left, 1.24 GB, stays.']],
    [{}, withoutEnd(empty), ['Adds 3 GB.']],
    [{}, withBalance({ kind: 'unknown' }), ['Adds 3 GB. What is left stays, and all of it lasts until Wed 23 Dec.']],
    [
      {},
      withBalance({ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }),
      ['Adds 3 GB. What is left, under 1 GiB, stays and now lasts until Wed 23 Dec.'],
    ],
    [{ effect: 'queue' }, healthy, ['Starts when the present plan ends, Fri 4 Dec, and lasts until Sun, 3 Jan 2027.']],
    [
      { effect: 'queue' },
      empty,
      [
        'Starts when the present plan ends, Fri 4 Dec, and lasts until Sun, 3 Jan 2027.',
        'Nothing is left, and this plan starts only Fri 4 Dec.',
      ],
    ],
    [
      { effect: 'reset-validity' },
      healthy,
      ['Adds 3 GB to the 1.24 GB that is left. All of it then lasts until Wed 23 Dec.'],
    ],
    [
      { effect: 'reset-validity', durationMs: 7 * dayMs },
      empty,
      [
        'Adds 3 GB. All of it then lasts until Mon 30 Nov.',
        'It then ends Mon 30 Nov, earlier than now (Fri 4 Dec).',
        '? It then ends Mon 30 Nov, earlier than now (Fri 4 Dec).',
      ],
    ],
    [
      { effect: 'replace' },
      healthy,
      ['Replaces the present plan with 3 GB until Wed 23 Dec.', '1.24 GB would be lost.', '? 1.24 GB would be lost.'],
    ],
    [
      { effect: 'replace' },
      withBalance({ kind: 'unlimited' }),
      [
        'Replaces the present plan with 3 GB until Wed 23 Dec.',
        'What is left, unlimited data, would be lost.',
        '? What is left, unlimited data, would be lost.',
      ],
    ],
    [
      { effect: 'replace' },
      withBalance({ kind: 'unknown' }),
      [
        'Replaces the present plan with 3 GB until Wed 23 Dec. What is left is lost.',
        'What is left would be lost.',
        '? What is left would be lost.',
      ],
    ],
    [{ effect: 'unknown' }, healthy, ['Axis does not say what happens to the 1.24 GB that is left.']],
    [{ effect: 'unknown' }, empty, ['Brings 3 GB. Axis does not say when it starts.']],
    [{ effect: 'replace' }, { ...healthy, state: 'expired' }, ['Starts at once: 3 GB until Wed 23 Dec.']],
    [
      { effect: 'replace' },
      { ...healthy, state: 'grace' },
      ['Starts at once: 3 GB until Wed 23 Dec.', '1.24 GB would be lost.', '? 1.24 GB would be lost.'],
    ],
    [{ effect: 'replace', durationMs: hourMs }, { ...healthy, plans: [] }, ['Starts at once: 3 GB until 14:05.']],
    [
      {},
      { ...healthy, state: 'suspended' },
      [
        'Axis has suspended this card: the plan cannot start until that is lifted.',
        '? Axis has suspended this card: the plan cannot start until that is lifted.',
      ],
    ],
    [
      { effect: 'queue' },
      withoutEnd(healthy),
      [
        'This plan starts when the present one ends, but Axis does not say when that is.',
        '? This plan starts when the present one ends, but Axis does not say when that is.',
      ],
    ],
  ])('of a plan %o', (some, card, sentences) => {
    expect(sentencesFor(some, card)).toEqual(sentences);
  });

  test('a queue says who is before', () => {
    const end = healthy.plans[0]?.expiresAt ?? 0;
    const next = makePlan([makeModule()], {
      ...{ name: 'Europe 1 GB', state: 'queued' },
      ...{ startsAt: end, expiresAt: end + 7 * dayMs },
    });
    expect(sentencesFor({ effect: 'queue' }, { ...healthy, plans: [...healthy.plans, next] })).toEqual([
      'Waits its turn and lasts until Sun, 10 Jan 2027.',
      'Europe 1 GB already waits: this one starts after it, Fri 11 Dec.',
    ]);
  });

  test('a charge that comes soon anyway is said with its price, where that is told', () => {
    const renewing = (cost: Offer['cost'] | null) => {
      const autoRenew = { isEnabled: true, nextChargeAt: now + 3 * hourMs, cost };
      return { ...healthy, plans: healthy.plans.map((plan) => ({ ...plan, autoRenew })) };
    };
    expect(sentencesFor({}, renewing(offerOf('x').cost))[1]?.replaceAll('\u00a0', ' ')).toBe(
      'The card renews by itself anyway, 16:05, for SEK 99.00.',
    );
    expect(sentencesFor({}, renewing(null))[1]).toBe('The card renews by itself anyway, 16:05.');
  });

  test('instants are told by the clock here', () => {
    const endingSoon = healthy.plans.map((plan) => ({ ...plan, expiresAt: now + 2 * dayMs }));
    expect(
      sentencesFor({ effect: 'queue', durationMs: dayMs }, { ...healthy, plans: endingSoon }, dayMs + hourMs),
    ).toEqual(['Starts when the present plan ends, Tue 12:05, and lasts until Wed 25 Nov.']);
  });
});

const week = { durationMs: 7 * dayMs };

test.each<[Partial<Offer>, Card, string]>([
  [{}, healthy, 'Adds to what is left, and all of it lasts until Wed 23 Dec.'],
  [{}, withoutEnd(healthy), 'Adds to what is left.'],
  [{}, empty, 'Starts at once.'],
  [{ effect: 'replace' }, { ...healthy, plans: [] }, 'Starts at once.'],
  [{ effect: 'replace' }, healthy, '1.24 GB would be lost.'],
  [{ effect: 'replace' }, empty, 'Replaces the present plan.'],
  [
    { effect: 'replace', ...week },
    healthy,
    '1.24 GB would be lost. It then ends Mon 30 Nov, earlier than now (Fri 4 Dec).',
  ],
  [{ effect: 'queue' }, healthy, 'Starts Fri 4 Dec.'],
  [{ effect: 'reset-validity' }, healthy, 'Adds to what is left, and all of it lasts until Wed 23 Dec.'],
  [{ effect: 'reset-validity', ...week }, healthy, 'It then ends Mon 30 Nov, earlier than now (Fri 4 Dec).'],
  [{ effect: 'unknown' }, healthy, 'Axis does not say what happens to what is left.'],
  [{ effect: 'unknown' }, empty, 'Axis does not say when it starts.'],
])('7.17 a row says what buying %o does before it can be pressed', (some, card, sentence) => {
  expect(rowEffectText(previewPurchase(card, offerOf('eu3', some), now), seller, 0, now)).toBe(sentence);
});
