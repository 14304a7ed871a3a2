import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AlertState, initialAlertState } from '../../../../utils/core/alerts/alert-state.ts';
import { minuteMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, start } from '../../support/builders.ts';
import { decide, play } from './alert-setup.ts';

/* A balance the user entered is accepted at once: there is no second snapshot to confirm it. */

const seen: AlertState = { ...initialAlertState, leftBytes: 2e9, totalBytes: 3e9 };
const left = (bytes: number) => makeCard([makeModule(known(bytes))]);
const manual = { isManual: true };

test('nothing left, all of a sudden, is told at once where the person says so', () => {
  expect(decide(left(0), { saved: seen }).needsConfirmation).toBe(true);
  const { conditions, needsConfirmation, stateIfSent } = decide(left(0), { saved: seen, ...manual });
  expect([
    conditions.map(({ key }) => key),
    needsConfirmation,
    stateIfSent.leftBytes,
    stateIfSent.unconfirmedSince,
  ]).toEqual([['0'], false, 0, null]);
});

test('a drop faster than any network is told at once, too', () => {
  const overrides = { saved: { ...seen, leftBytes: 50e9, totalBytes: 60e9 }, previousMeasuredAt: start - minuteMs };
  const card = makeCard([makeModule(known(5e9, 60e9))]);
  expect(decide(card, overrides).needsConfirmation).toBe(true);
  expect(decide(card, { ...overrides, ...manual }).conditions.map(({ key }) => key)).toEqual(['10%']);
});

test('each amount is still told once, and again only after there was more', () => {
  expect(play([2e9, 0, 0, 3e9, 0], initialAlertState, manual).keys).toEqual([null, '0', null, null, '0']);
});

test('nothing that is certain is ever doubted', () => {
  const bytes = fc.integer({ min: 0, max: 60e9 });
  fc.assert(
    fc.property(bytes, bytes, fc.boolean(), (before, now, isUnconfirmed) => {
      const saved = { ...seen, leftBytes: before, totalBytes: 60e9, unconfirmedSince: isUnconfirmed ? start : null };
      expect(decide(left(now), { saved, ...manual })).toMatchObject({
        needsConfirmation: false,
        stateIfSent: { unconfirmedSince: null },
      });
    }),
  );
});
