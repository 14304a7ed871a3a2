import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../../../utils/core/offers/offer.ts';
import { previewPurchase } from '../../../../utils/core/offers/purchase-preview.ts';
import type { Balance, Card, Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makeOffer, makePlan, start } from '../../support/builders.ts';
import { anyCard, anyOffer } from './purchase-setup.ts';

/** The preview of buying 3 GB for thirty days, by default for a card with 1.24 GB left for twenty. */
const previewOf = (overrides: Partial<Offer>, card: Card = makeCard()) =>
  previewPurchase(card, makeOffer(overrides), start);
const currentEndsAt = start + 20 * dayMs;
const withPlans = (...plans: Plan[]) => makeCard([], { plans });
const cardWith = (balance: Balance) => makeCard([makeModule({ balance })]);
const queued = makePlan([makeModule()], {
  state: 'queued',
  name: 'Europe 1 GB',
  startsAt: currentEndsAt,
  expiresAt: currentEndsAt + 7 * dayMs,
});

describe('buying a plan', () => {
  test.each([
    ['add', 'stays', start, start + 30 * dayMs, 'later'],
    ['queue', 'stays', currentEndsAt, currentEndsAt + 30 * dayMs, 'later'],
    ['reset-validity', 'stays', start, start + 30 * dayMs, 'later'],
    ['replace', 'lost', start, start + 30 * dayMs, 'later'],
    ['unknown', 'unknown', null, null, 'unknown'],
  ] as const)(
    'that is said to %s: what is left, when it starts and when all ends',
    (effect, leftover, from, to, change) => {
      expect(previewOf({ effect })).toMatchObject({
        kind: effect,
        left: { kind: 'known', leftBytes: 1.24e9 },
        leftover,
        addedBytes: 3e9,
        startsAt: from,
        endsAt: to,
        endsNowAt: currentEndsAt,
        change,
      });
    },
  );

  test('that adds never shortens what is there; one that starts anew may, and says so', () => {
    const week = { durationMs: 7 * dayMs };
    expect(previewOf({ effect: 'add', ...week })).toMatchObject({ endsAt: currentEndsAt, change: 'same', hints: [] });
    for (const effect of ['reset-validity', 'replace'] as const) {
      const { change, hints, warnings } = previewOf({ effect, ...week });
      expect(change).toBe('earlier');
      expect(warnings).toContain('ends-earlier');
      expect(hints).toContainEqual({ kind: 'shorter', endsAt: start + 7 * dayMs, endsNowAt: currentEndsAt });
    }
  });

  test('for an expired card starts at once and can lose nothing', () => {
    const preview = previewOf({ effect: 'replace' }, makeCard([makeModule()], { state: 'expired' }));
    expect(preview).toMatchObject({ kind: 'fresh', leftover: 'none', startsAt: start, warnings: [], hints: [] });
  });

  test.each(['queue', 'unknown'] as const)(
    'that is said to %s starts at once where nothing counts any more',
    (effect) => {
      const expired = makePlan([makeModule()], { expiresAt: start - hourMs });
      expect(previewOf({ effect }, withPlans(expired))).toMatchObject({ kind: 'fresh', startsAt: start, warnings: [] });
    },
  );
});

describe('a doubt', () => {
  test.each<[Balance, boolean]>([
    [{ kind: 'known', quotaBytes: 3e9, remainingBytes: 1, reservedBytes: 0 }, true],
    [{ kind: 'known', quotaBytes: 3e9, remainingBytes: 0, reservedBytes: 0 }, false],
    [{ kind: 'unlimited' }, true],
    [{ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }, true],
    [{ kind: 'coarse', level: 'out', upperBytes: 0 }, false],
    [{ kind: 'unknown' }, true],
  ])('is that something is lost, where there is something to lose: %o', (balance, isLost) => {
    const { warnings, hints } = previewOf({ effect: 'replace' }, cardWith(balance));
    expect(warnings).toEqual(isLost ? ['loses-data'] : []);
    expect(hints.some(({ kind }) => kind === 'leftover-lost')).toBe(isLost);
  });

  test('7.17 is that data for other traffic is lost with the plan it belongs to, counted or not', () => {
    const video = (remainingBytes: number) => makeModule({ ...known(remainingBytes), id: 'v', categories: ['video'] });
    const untold = { kind: 'leftover-lost', left: { kind: 'unknown' } };
    for (const modules of [[makeModule(known(0)), video(1)], [video(1)]]) {
      const { warnings, hints } = previewOf({ effect: 'replace' }, makeCard(modules));
      expect([warnings, hints]).toEqual([['loses-data'], [untold]]);
      expect(previewOf({ effect: 'add' }, makeCard(modules)).warnings).toEqual([]);
    }
    expect(previewOf({ effect: 'replace' }, makeCard([makeModule(known(0)), video(0)])).warnings).toEqual([]);
  });

  test('7.17 is that an end that is known comes earlier, though that of another plan is not', () => {
    const endless = makePlan([makeModule()], { id: 'endless', expiresAt: null });
    const card = withPlans(makePlan([makeModule()], { expiresAt: start + 60 * dayMs }), endless);
    const { warnings, hints } = previewOf({ effect: 'reset-validity' }, card);
    expect(warnings).toEqual(['ends-earlier']);
    expect(hints).toEqual([{ kind: 'shorter', endsAt: start + 30 * dayMs, endsNowAt: start + 60 * dayMs }]);
    expect(previewOf({ effect: 'add' }, card).warnings).toEqual([]);
  });

  test('7.17 is that what a card in its grace period holds, back with a payment, would be lost or end earlier', () => {
    const card = makeCard([makeModule()], { state: 'grace' });
    const { warnings, hints } = previewOf({ effect: 'replace', durationMs: 7 * dayMs }, card);
    expect(warnings).toEqual(['loses-data', 'ends-earlier']);
    expect(hints[0]).toMatchObject({ kind: 'leftover-lost', left: { kind: 'known', leftBytes: 1.24e9 } });
    expect(previewOf({ effect: 'reset-validity', durationMs: 7 * dayMs }, card).warnings).toEqual(['ends-earlier']);
    expect(previewOf({ effect: 'add' }, card).warnings).toEqual([]);
    const empty = makeCard([makeModule(known(0))], { state: 'grace' });
    expect(previewOf({ effect: 'replace' }, empty).warnings).toEqual([]);
  });

  test('7.17 is that a plan that waits may be lost to one that replaces', () => {
    for (const card of [withPlans(queued), withPlans(makePlan([makeModule(known(0))]), queued)]) {
      expect(previewOf({ effect: 'replace' }, card).warnings).toEqual(['loses-data']);
      expect(previewOf({ effect: 'add' }, card).warnings).toEqual([]);
      expect(previewOf({ effect: 'queue' }, card).warnings).toEqual([]);
    }
  });

  test('7.17 is whatever takes data or days away, and nothing else', () => {
    fc.assert(
      fc.property(anyCard, anyOffer, (card, offer) => {
        const { warnings, change, kind, leftover } = previewPurchase(card, offer, start);
        const isNewEnd = kind === 'replace' || kind === 'reset-validity';
        if (isNewEnd && change !== 'unknown') expect(warnings.includes('ends-earlier')).toBe(change === 'earlier');
        if (!isNewEnd && card.state === 'active') expect(warnings).not.toContain('ends-earlier');
        if (leftover === 'lost') expect(warnings).toContain('loses-data');
        if (kind === 'add' || kind === 'queue') expect(change).not.toBe('earlier');
      }),
    );
  });

  test('is that a suspended card lets nothing start, whatever the plan does', () => {
    fc.assert(
      fc.property(anyCard, anyOffer, (card, offer) => {
        const preview = previewPurchase({ ...card, state: 'suspended' }, offer, start);
        expect(preview).toMatchObject({
          warnings: ['cannot-start'],
          blockedBy: 'suspended',
          startsAt: null,
          endsAt: null,
        });
      }),
    );
  });

  test('is that a queued plan has a plan before it whose end nobody knows', () => {
    const endless = makePlan([makeModule()], { expiresAt: null });
    for (const card of [
      withPlans(endless),
      withPlans(makePlan([makeModule()]), { ...queued, expiresAt: null, modules: [] }),
    ]) {
      expect(previewOf({ effect: 'queue' }, card)).toMatchObject({
        warnings: ['cannot-start'],
        blockedBy: 'endless-plan',
      });
      expect(previewOf({ effect: 'add' }, card).warnings).toEqual([]);
    }
  });

  test('is none about a period that begins anew within a plan whose end is known', () => {
    const daily = makeModule({ refreshPeriod: 'daily', expiresAt: start + hourMs });
    expect(previewOf({ effect: 'queue' }, makeCard([daily]))).toMatchObject({ startsAt: currentEndsAt, warnings: [] });
  });
});

describe('before the click it is worth a word', () => {
  test('that another plan waits already, and this one starts after it', () => {
    const preview = previewOf({ effect: 'queue' }, withPlans(makePlan([makeModule()]), queued));
    const startsAt = currentEndsAt + 7 * dayMs;
    expect(preview.startsAt).toBe(startsAt);
    expect(preview.hints).toEqual([{ kind: 'queue-taken', behind: 'Europe 1 GB', startsAt }]);
  });

  test('that nothing is left until a queued plan starts', () => {
    const hints = previewOf({ effect: 'queue' }, makeCard([makeModule(known(0))])).hints;
    expect(hints).toEqual([{ kind: 'nothing-until', startsAt: currentEndsAt }]);
  });

  test.each([
    [true, 47, true],
    [true, 49, false],
    [true, -1, false],
    [true, null, false],
    [false, 1, false],
  ])('that it renews by itself soon: turned on %s, charge in %s h', (isEnabled, hours, isHinted) => {
    const at = hours === null ? null : start + hours * hourMs;
    const cost = makeOffer().cost;
    const plan = makePlan([makeModule()], { autoRenew: { isEnabled, nextChargeAt: at, cost } });
    expect(previewOf({}, withPlans(plan)).hints).toEqual(isHinted ? [{ kind: 'renews-itself', at, cost }] : []);
  });

  test('that it renews by itself soon, at no price where several plans are charged at once', () => {
    const cost = makeOffer().cost;
    const charged = (afterMs: number) =>
      makePlan([makeModule()], { autoRenew: { isEnabled: true, nextChargeAt: start + afterMs, cost } });
    const at = start + 2 * hourMs;
    const together = withPlans(charged(2 * hourMs), charged(2.5 * hourMs));
    expect(previewOf({}, together).hints).toContainEqual({ kind: 'renews-itself', at, cost: null });
    const apart = withPlans(charged(2 * hourMs), charged(30 * hourMs));
    expect(previewOf({}, apart).hints).toContainEqual({ kind: 'renews-itself', at, cost });
  });

  test('nothing of the charge for a plan that has ended', () => {
    const autoRenew = { isEnabled: true, nextChargeAt: start + hourMs, cost: makeOffer().cost };
    const ended = makePlan([makeModule()], { autoRenew, state: 'expired' });
    expect(previewOf({}, withPlans(makePlan([makeModule()]), ended)).hints).toEqual([]);
  });
});

describe('whatever the card and the plan', () => {
  test('the effect is whole: no odd numbers, nothing ends before it starts or before now', () => {
    fc.assert(
      fc.property(anyCard, anyOffer, (card, offer) => {
        const { startsAt, endsAt, endsNowAt, change, blockedBy, warnings } = previewPurchase(card, offer, start);
        for (const at of [startsAt, endsAt, endsNowAt]) {
          if (at !== null) expect(at).toBeGreaterThanOrEqual(start);
        }
        if (startsAt !== null && endsAt !== null) expect(endsAt).toBeGreaterThan(startsAt);
        expect(change === 'unknown').toBe(endsAt === null || endsNowAt === null);
        expect(warnings.includes('cannot-start')).toBe(blockedBy !== null);
      }),
      { numRuns: 1000 },
    );
  });

  test('replacing never keeps, adding and waiting never lose', () => {
    fc.assert(
      fc.property(anyCard, anyOffer, (card, offer) => {
        const { kind, leftover } = previewPurchase(card, offer, start);
        if (kind === 'replace') expect(leftover).not.toBe('stays');
        if (kind !== 'replace') expect(leftover).not.toBe('lost');
        if (kind === 'fresh') expect(leftover).toBe('none');
      }),
      { numRuns: 1000 },
    );
  });
});
