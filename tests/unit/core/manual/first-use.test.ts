import { describe, expect, test } from 'vitest';
import { checked } from '../../../../utils/core/forms/form-field.ts';
import {
  manualPlanAfterPurchase,
  manualPlanWithLeft,
  toManualSnapshot,
} from '../../../../utils/core/manual/manual-plan.ts';
import { parseManualPlan } from '../../../../utils/core/manual/manual-plan-form.ts';
import { manualPlanToFormValues } from '../../../../utils/core/manual/manual-plan-values.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { cardBalance } from '../../../../utils/core/usage/card-balance.ts';
import { extraLineOf } from '../../../../utils/core/usage/extra-line.ts';
import { isStale } from '../../../../utils/core/usage/staleness.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { makeOffer, start } from '../../support/builders.ts';
import { makeManualPlan, readManualPlan } from './manual-setup.ts';

const by = start + 60 * dayMs;
const unused = makeManualPlan({
  ...{ quotaBytes: 5e9, endsAt: null, left: { bytes: 5e9, at: start } },
  firstUse: { by, days: 30 },
});

describe('a card kept by hand that has not begun', () => {
  test('stands for its size, begins at first use and never becomes old', () => {
    const now = start + 40 * dayMs;
    const { card, plan, snapshot } = readManualPlan(unused, now);
    expect(plan).toMatchObject({ state: 'not-started', durationMs: 30 * dayMs, startBefore: by, expiresAt: null });
    expect(cardBalance(card, now)).toEqual({
      kind: 'not-started',
      size: { kind: 'known', bytes: 5e9 },
      start: { kind: 'first-use', by },
    });
    expect(isStale(snapshot, hourMs, now)).toBe(false);
    expect(parseStored('snapshot', snapshot)).toEqual(snapshot);
  });

  test('may be of an amount of which only what is left was entered, or without limit', () => {
    const sizeOf = (quotaBytes: number | 'unknown' | null) =>
      cardBalance(readManualPlan({ ...unused, quotaBytes }, start).card, start);
    expect(sizeOf('unknown')).toMatchObject({ size: { kind: 'known', bytes: 5e9 } });
    expect(sizeOf(null)).toMatchObject({ kind: 'not-started', size: { kind: 'unlimited' } });
  });

  test('begins once less than all of it is entered as left', () => {
    expect(manualPlanWithLeft(unused, 5e9, start + dayMs)).toMatchObject({ firstUse: unused.firstUse });
    const begun = manualPlanWithLeft(unused, 4e9, start + dayMs);
    expect(begun).toMatchObject({
      ...{ firstUse: null, startsAt: start + dayMs, endsAt: start + 31 * dayMs },
      left: { bytes: 4e9, at: start + dayMs },
    });
    expect(cardBalance(readManualPlan(begun, start + dayMs).card, start + dayMs)).toMatchObject({ leftBytes: 4e9 });
    const endless = manualPlanWithLeft({ ...unused, firstUse: { by, days: null } }, 4e9, start);
    expect(endless).toMatchObject({ firstUse: null, endsAt: null });
  });

  test('that has begun keeps its dates whatever is entered as left', () => {
    const begun = makeManualPlan();
    expect(manualPlanWithLeft(begun, 1e9, start + dayMs)).toEqual({
      ...begun,
      left: { bytes: 1e9, at: start + dayMs },
    });
  });

  test('holds more after a purchase, and still has to be begun', () => {
    const { card } = readManualPlan(unused, start);
    expect(manualPlanAfterPurchase(unused, card, makeOffer({ quotaBytes: 3e9 }), start)).toEqual({
      ...unused,
      quotaBytes: 8e9,
    });
  });
});

test('the end of its line and its credit are those of the card, whatever its plan', () => {
  const credit = { currency: 'SEK', units: '40', nanos: 0 };
  const plan = makeManualPlan({ lineEndsAt: start + 5 * dayMs, credit });
  const [card] = toManualSnapshot(plan, { key: 'k', title: 'Prepaid' }, start).cards;
  expect(card).toMatchObject({ lineEndsAt: start + 5 * dayMs, credit });
  expect(card && extraLineOf(card, start)).toEqual({ kind: 'line-ends', at: start + 5 * dayMs });
});

describe('the entries', () => {
  const values = { firstUse: checked, startBefore: '2027-03-01', firstUseDays: '30', left: '5 GB' };

  test('of a plan that has not begun leave out all its other dates', () => {
    const dates = { startsAt: '2026-11-10', endsAt: '2026-12-10', monthlyDay: '10' };
    expect(parseManualPlan({ ...values, ...dates }, 1000, null, start)).toMatchObject({
      ...{ startsAt: null, endsAt: null, monthlyDay: null },
      firstUse: { by: new Date(2027, 2, 1, 23, 59).getTime(), days: 30 },
    });
  });

  test('of the line are its last day and its credit', () => {
    expect(parseManualPlan({ lineEndsAt: '2027-06-10', credit: '40.50 SEK' }, 1000, null, start)).toMatchObject({
      lineEndsAt: new Date(2027, 5, 10, 23, 59).getTime(),
      credit: { currency: 'SEK', units: '40', nanos: 500_000_000 },
    });
  });

  test('say for the next change whether it has begun', () => {
    expect(manualPlanToFormValues(unused, 1000).firstUse).toBe(checked);
    expect(manualPlanToFormValues(manualPlanWithLeft(unused, 1e9, start), 1000).firstUse).toBe('');
  });

  test('saved before these were asked for are of a plan that has begun', () => {
    const { firstUse, lineEndsAt, credit, ...older } = makeManualPlan();
    const seller = { providerId: 'manual', origin: '', name: 'Prepaid', byteUnit: 1000, checkoutOrigins: [] };
    const support = { url: null, email: null, phone: null };
    const rest = { accountUrl: null, support, dataDelayMs: null, creditMs: 0, signIn: false, cardToken: false };
    const saved = {
      id: 'a',
      seller: { ...seller, ...rest, manualPlan: older, endpoints: {} },
      accountKey: null,
      addedAt: 1,
    };
    expect(parseStored('account', { ...saved, version: 2 })?.seller.manualPlan).toEqual(makeManualPlan());
  });
});
