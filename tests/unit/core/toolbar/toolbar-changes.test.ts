import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastFor } from '../../../../utils/core/forecast/forecast.ts';
import { usageStatus } from '../../../../utils/core/forecast/usage-status.ts';
import type { UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { badgeChoices } from '../../../../utils/core/settings.ts';
import { mostUrgentCard } from '../../../../utils/core/toolbar/card-urgency.ts';
import { nextToolbarChange } from '../../../../utils/core/toolbar/toolbar-changes.ts';
import { toolbarState } from '../../../../utils/core/toolbar/toolbar-state.ts';
import type { Balance, Card } from '../../../../utils/core/usage/card.ts';
import type { UsageSnapshot } from '../../../../utils/core/usage/usage-snapshot.ts';
import { formatDateTime, formatShortTime } from '../../../../utils/core/values/format-time.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, makeSnapshot, start } from '../../support/builders.ts';

const intervalMs = 15 * minuteMs;
type Entry = { card: Card; snapshot: UsageSnapshot; samples: UsageSamples | null };
type Choices = { badgeShows: (typeof badgeChoices)[number]; view: 'left' | 'used'; zone: string };

/** Everything the toolbar shows at `now`, words included, and when that next changes. */
function paint(entries: readonly Entry[], { badgeShows, view, zone }: Choices, now: number) {
  const cards = entries.map((entry, at) => {
    const sellerNow = now + entry.snapshot.skewMs;
    const forecast = forecastFor(entry.card, entry.samples, sellerNow, zone);
    return { ...entry, idText: String(at), forecast, sellerNow };
  });
  const urgent = mostUrgentCard(
    cards.map(({ sellerNow, ...card }) => ({ ...card, needsUserAction: false, hasNoProvider: false, now: sellerNow })),
  );
  const shown = cards.find(({ idText }) => idText === urgent) ?? null;
  const state = toolbarState({
    account: shown && { ...shown, byteUnit: 1000, title: shown.idText, failure: null },
    intervalMs,
    settings: { badgeNumber: true, badgeShows, view },
    now,
  });
  const { endsAt = null, runsOutAt = null, measuredAt = now } = state.card ?? {};
  const words = [
    endsAt === null ? null : [endsAt > now, formatDateTime(endsAt, now, 'en', zone)],
    typeof runsOutAt === 'number' ? formatShortTime(runsOutAt, now, 'en', zone) : runsOutAt,
    state.card && formatShortTime(measuredAt, now, 'en', zone),
  ];
  const changesAt = nextToolbarChange({ cards, shown, intervalMs, badgeShows, now, zone });
  return { look: JSON.stringify([state, words]), state, changesAt };
}

const near = (days: number) => fc.integer({ min: -days * dayMs, max: days * dayMs }).map((ms) => start + ms);
const maybe = (instant: fc.Arbitrary<number>) => fc.option(instant, { nil: null });
const balance: fc.Arbitrary<Balance> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 3e9 }), fc.constantFrom(0, 1e9, 3e9))
    .map(([left, quota]) => known(left, quota).balance as Balance),
  fc.constantFrom<Balance>(
    { kind: 'unlimited' },
    { kind: 'unknown' },
    { kind: 'coarse', level: 'low', upperBytes: 1e9 },
  ),
);
const module = fc.record({ balance, expiresAt: maybe(near(3)) }).map(makeModule);
const plan = fc
  .record({
    modules: fc.array(module, { maxLength: 2 }),
    state: fc.constantFrom(
      'active' as const,
      'active' as const,
      'queued' as const,
      'not-started' as const,
      'expired' as const,
    ),
    startsAt: maybe(near(3)),
    startBefore: maybe(near(3)),
    expiresAt: maybe(near(40)),
  })
  .map(({ modules, ...rest }) => makePlan(modules, rest));
const entry = fc
  .record({
    plans: fc.array(plan, { maxLength: 3 }),
    ageMs: fc.integer({ min: -hourMs, max: 2 * dayMs }),
    skewMs: fc.constantFrom(0, -hourMs, 90_000),
    freshMs: fc.integer({ min: 0, max: 5 * dayMs }),
    floorMs: fc.constantFrom(0, dayMs, dayMs),
    state: fc.constantFrom(
      'active' as const,
      'active' as const,
      'grace' as const,
      'suspended' as const,
      'expired' as const,
    ),
    perHourBytes: fc.constantFrom(null, 5e6, 1e8, 3e8),
  })
  .map(({ plans, ageMs, skewMs, freshMs, floorMs, state, perHourBytes }): Entry => {
    const measuredAt = start - ageMs + skewMs;
    const card = makeCard([], { plans, state, measuredAt });
    const snapshot = makeSnapshot({
      cards: [card],
      checkedAt: start - ageMs,
      measuredAt,
      skewMs,
      floorMs,
      expiresAt: measuredAt + freshMs,
    });
    const since = measuredAt - 10 * dayMs;
    const intervals = Array.from({ length: 240 }, (_, hour): [number, number, number] => [
      since + (hour + 1) * hourMs,
      perHourBytes ?? 0,
      1e9,
    ]);
    return { card, snapshot, samples: perHourBytes === null ? null : { since, intervals, modules: [] } };
  });
const choices: fc.Arbitrary<Choices> = fc.record({
  badgeShows: fc.constantFrom(...badgeChoices),
  view: fc.constantFrom('left' as const, 'used' as const),
  zone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Auckland'),
});

describe('8.4 F26 time alone', () => {
  test('changes nothing on the toolbar before the moment that is planned', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        choices,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (entries, chosen, share) => {
          let now = start;
          // Through several planned moments, as after each of them the next is planned.
          for (let step = 0; step < 8; step += 1) {
            const { look, changesAt } = paint(entries, chosen, now);
            if (changesAt === null) {
              expect(paint(entries, chosen, now + 400 * dayMs).look).toBe(look);
              return;
            }
            expect(changesAt).toBeGreaterThan(now);
            for (const at of [now + Math.floor(share * (changesAt - now - 1)), changesAt - 1])
              expect(paint(entries, chosen, at).look, new Date(at).toISOString()).toBe(look);
            now = changesAt;
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  const ends = (expiresAt: number, some: object = {}) => {
    const card = makeCard([], {
      plans: [makePlan([makeModule(known(2e9))], { expiresAt, ...some })],
      measuredAt: start,
    });
    return [
      { card, snapshot: makeSnapshot({ cards: [card], floorMs: dayMs, expiresAt: start + 2 * dayMs }), samples: null },
    ];
  };
  const usual: Choices = { badgeShows: 'amount', view: 'left', zone: 'UTC' };

  test('ends a plan at its time, though the seller may not be asked for a day', () => {
    const entries = ends(start + hourMs);
    expect(paint(entries, usual, start)).toMatchObject({
      state: { colour: 'ok', text: '2.0' },
      changesAt: start + hourMs,
    });
    expect(paint(entries, usual, start + hourMs).state).toMatchObject({ colour: 'stale', isHollow: true });
  });

  test('begins a plan at its time, whether it was announced as queued or as active', () => {
    for (const state of ['queued', 'active']) {
      const entries = ends(start + 30 * dayMs, { state, startsAt: start + hourMs });
      expect(paint(entries, usual, start)).toMatchObject({ state: { text: '3.0' }, changesAt: start + hourMs });
      expect(paint(entries, usual, start + hourMs).state.text).toBe('2.0');
    }
  });

  test('does not begin a queued plan whose time was past when the seller still called it queued', () => {
    const entries = ends(start + 30 * dayMs, { state: 'queued', startsAt: start - hourMs });
    expect(paint(entries, usual, start + hourMs).state).toMatchObject({
      text: '3.0',
      card: { start: { kind: 'later' } },
    });
  });

  test('begins a month anew: of that nothing is known, and it is no end', () => {
    const card = makeCard([], {
      plans: [
        makePlan([makeModule({ ...known(2e9), refreshPeriod: 'monthly', expiresAt: start + hourMs })], {
          expiresAt: null,
        }),
      ],
      measuredAt: start,
    });
    const snapshot = makeSnapshot({ cards: [card], floorMs: dayMs, expiresAt: start + 2 * dayMs });
    const after = paint([{ card, snapshot, samples: null }], usual, start + hourMs).state;
    expect(after).toMatchObject({ text: '?', colour: 'stale', card: { endsAt: null } });
    expect(usageStatus(card, { kind: 'none' }, start + hourMs)).toEqual({ status: 'unknown', reason: 'new-period' });
    const other = makePlan([makeModule(known(1e9))], { id: 'once', expiresAt: start + 2 * hourMs });
    const both = { ...card, plans: [...card.plans, other] };
    expect(usageStatus(both, { kind: 'none' }, start + 3 * hourMs).reason).toBe('new-period');
  });

  test('counts the days that are left down, where the badge shows them', () => {
    const entries = ends(start + 2 * dayMs + hourMs);
    const days = { ...usual, badgeShows: 'days' as const };
    const first = paint(entries, days, start);
    expect(first.state.text).toBe('2d');
    let { changesAt } = first;
    const texts = new Set(['2d']);
    while (changesAt !== null && changesAt <= start + 2 * dayMs + hourMs) {
      const next = paint(entries, days, changesAt);
      texts.add(next.state.text);
      changesAt = next.changesAt;
    }
    expect([...texts].slice(0, 3)).toEqual(['2d', '1d', '23h']);
    expect([...texts].slice(-3)).toEqual(['1h', '<1h', '0d']);
  });
});
