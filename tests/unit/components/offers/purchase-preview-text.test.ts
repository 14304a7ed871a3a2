// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  effectText,
  hintTexts,
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
    effectText(preview, seller, skewMs, now, false),
    ...hintTexts(preview, seller, skewMs, now),
    ...preview.warnings.map((warning) => `? ${warningText(warning, preview, seller, skewMs, now)}`),
  ];
}

const empty = cardOf({ kind: 'known', quotaBytes: 3e9, remainingBytes: 0, reservedBytes: 0 });
const withBalance = (balance: Balance) => cardOf(balance);
const withoutEnd = (card: Card): Card => ({ ...card, plans: card.plans.map((plan) => ({ ...plan, expiresAt: null })) });

describe('before the click', () => {
  test.each<[Partial<Offer>, Card, string[]]>([
    [{}, healthy, ['Adds 3 GB. Keeps your 1.24 GB, lasts until 23 Dec']],
    [{ durationMs: dayMs }, healthy, ['Adds 3 GB. Keeps your 1.24 GB, lasts until 4 Dec']],
    [{}, empty, ['Adds 3 GB. Starts at once, lasts until 23 Dec']],
    [{ quotaBytes: null }, empty, ['Adds unlimited data. Starts at once, lasts until 23 Dec']],
    [{}, withoutEnd(healthy), ['Adds 3 GB. Keeps your 1.24 GB']],
    [{}, withoutEnd(empty), ['Adds 3 GB. Starts at once']],
    [{}, withBalance({ kind: 'unknown' }), ['Adds 3 GB. Keeps what is left, lasts until 23 Dec']],
    [{}, withoutEnd(withBalance({ kind: 'unknown' })), ['Adds 3 GB. Keeps what is left']],
    [{}, withBalance({ kind: 'unlimited' }), ['Adds 3 GB. Keeps your unlimited data, lasts until 23 Dec']],
    [
      {},
      withBalance({ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }),
      ['Adds 3 GB. Keeps what is left, lasts until 23 Dec'],
    ],
    [{ durationMs: 400 * dayMs }, healthy, ['Adds 3 GB. Keeps your 1.24 GB, lasts until 28 Dec 2027']],
    [{ effect: 'queue' }, healthy, ['Brings 3 GB. Starts 4 Dec, lasts until 3 Jan']],
    [
      { effect: 'queue' },
      empty,
      ['Brings 3 GB. Starts 4 Dec, lasts until 3 Jan', 'Nothing is left, and this plan starts only 4 Dec.'],
    ],
    [{ effect: 'reset-validity' }, healthy, ['Adds 3 GB. Keeps your 1.24 GB, lasts until 23 Dec']],
    [
      { effect: 'reset-validity', durationMs: 7 * dayMs },
      empty,
      [
        'Adds 3 GB. Starts at once, lasts until 30 Nov',
        'It then ends 30 Nov, earlier than now (4 Dec).',
        '? It then ends 30 Nov, earlier than now (4 Dec).',
      ],
    ],
    [
      { effect: 'replace' },
      healthy,
      [
        'Brings 3 GB. Replaces the present plan, lasts until 23 Dec',
        'Your 1.24 GB would be lost.',
        '? Your 1.24 GB would be lost.',
      ],
    ],
    [
      { effect: 'replace' },
      withBalance({ kind: 'unlimited' }),
      [
        'Brings 3 GB. Replaces the present plan, lasts until 23 Dec',
        'Your unlimited data would be lost.',
        '? Your unlimited data would be lost.',
      ],
    ],
    [
      { effect: 'replace' },
      withBalance({ kind: 'unknown' }),
      [
        'Brings 3 GB. Replaces the present plan, lasts until 23 Dec',
        'What is left would be lost.',
        '? What is left would be lost.',
      ],
    ],
    [
      { effect: 'replace' },
      withBalance({ kind: 'coarse', level: 'high', upperBytes: 2 ** 30 }),
      [
        'Brings 3 GB. Replaces the present plan, lasts until 23 Dec',
        'What is left would be lost.',
        '? What is left would be lost.',
      ],
    ],
    [{ effect: 'unknown' }, healthy, ['Brings 3 GB. Axis does not say what happens to what is left.']],
    [{ effect: 'unknown' }, empty, ['Brings 3 GB. Axis does not say when it starts.']],
    [{ effect: 'replace' }, { ...healthy, state: 'expired' }, ['Brings 3 GB. Starts at once, lasts until 23 Dec']],
    [
      { effect: 'replace' },
      { ...healthy, state: 'grace' },
      [
        'Brings 3 GB. Starts at once, lasts until 23 Dec',
        'Your 1.24 GB would be lost.',
        '? Your 1.24 GB would be lost.',
      ],
    ],
    [
      { effect: 'replace', durationMs: hourMs },
      { ...healthy, plans: [] },
      ['Brings 3 GB. Starts at once, lasts until 14:05'],
    ],
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
      'Brings 3 GB. Starts 11 Dec, lasts until 10 Jan',
      'Europe 1 GB already waits: this one starts after it, 11 Dec.',
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
    ).toEqual(['Brings 3 GB. Starts Tue 12:05, lasts until 25 Nov']);
  });
});

const week = { durationMs: 7 * dayMs };

test.each<[Partial<Offer>, Card, string]>([
  [{}, healthy, 'Keeps your 1.24 GB, lasts until 23 Dec'],
  [{}, withoutEnd(healthy), 'Keeps your 1.24 GB'],
  [{}, empty, 'Starts at once, lasts until 23 Dec'],
  [{ effect: 'replace' }, { ...healthy, plans: [] }, 'Starts at once, lasts until 23 Dec'],
  [{ effect: 'replace' }, healthy, 'Your 1.24 GB would be lost.'],
  [{ effect: 'replace' }, empty, 'Replaces the present plan, lasts until 23 Dec'],
  [
    { effect: 'replace', ...week },
    healthy,
    'Your 1.24 GB would be lost. It then ends 30 Nov, earlier than now (4 Dec).',
  ],
  [{ effect: 'queue' }, healthy, 'Starts 4 Dec, lasts until 3 Jan'],
  [{ effect: 'reset-validity' }, healthy, 'Keeps your 1.24 GB, lasts until 23 Dec'],
  [{ effect: 'reset-validity', ...week }, healthy, 'It then ends 30 Nov, earlier than now (4 Dec).'],
  [{ effect: 'unknown' }, healthy, 'Axis does not say what happens to what is left.'],
  [{ effect: 'unknown' }, empty, 'Axis does not say when it starts.'],
])('7.17 a row says what buying %o does before it can be pressed', (some, card, sentence) => {
  expect(rowEffectText(previewPurchase(card, offerOf('eu3', some), now), seller, 0, now)).toBe(sentence);
});
