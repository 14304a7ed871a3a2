import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checked,
  type FieldDefinition,
  type FormValues,
  trimValues,
  validateForm,
} from '../../../../utils/core/forms/form-field.ts';
import type { ManualPlan } from '../../../../utils/core/manual/manual-plan.ts';
import {
  manualBalanceFields,
  manualCardFields,
  parseManualPlan,
} from '../../../../utils/core/manual/manual-plan-form.ts';
import { manualPlanToFormValues } from '../../../../utils/core/manual/manual-plan-values.ts';
import { dayMs, startOfDay } from '../../../../utils/core/values/time.ts';
import { start } from '../../support/builders.ts';

const now = start;
const planOf = (values: FormValues, byteUnit: 1000 | 1024 = 1000) => parseManualPlan(values, byteUnit, null, now);

describe('the fields', () => {
  test('have a name each, and of those that are needed all but what is left and the card’s name are filled in', () => {
    for (const fields of [manualCardFields, manualBalanceFields]) {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    }
    const filled = Object.fromEntries(manualCardFields.map(({ name, preset = '' }) => [name, preset]));
    expect(validateForm(manualCardFields, filled)).toEqual({ left: 'empty', name: 'empty' });
    expect(validateForm(manualBalanceFields, {})).toEqual({ left: 'empty' });
    expect(validateForm(manualBalanceFields, { unlimited: checked })).toEqual({});
  });

  test('of a seller that is known ask neither its name nor its page, prices or unit', () => {
    const names = (fields: readonly FieldDefinition[]) => fields.map(({ name }) => name);
    const more = ['name', 'link', 'price', 'region', 'gb'];
    expect(names(manualCardFields).filter((name) => !names(manualBalanceFields).includes(name))).toEqual(more);
    expect(names(manualBalanceFields).filter((name) => !names(manualCardFields).includes(name))).toEqual([]);
  });
});

describe('a plan', () => {
  test('of all entries has all of them', () => {
    const values = {
      name: 'Prepaid',
      quota: '3 GB',
      left: '1,24 GB',
      endsAt: '2026-12-10',
      startsAt: '2026-11-10',
      monthlyDay: '10',
      graceDays: '30',
      link: 'axis.example/renew',
      price: '99 SEK',
      dial: '*123#',
      region: 'SE, NO',
    };
    expect(planOf(values)).toEqual({
      quotaBytes: 3e9,
      left: { bytes: 1.24e9, at: now },
      startsAt: new Date(2026, 10, 10).getTime(),
      endsAt: new Date(2026, 11, 10, 23, 59).getTime(),
      monthlyDay: 10,
      graceDays: 30,
      renewal: { url: 'https://axis.example/renew', cost: { currency: 'SEK', units: '99', nanos: 0 } },
      ussdCode: '*123#',
      region: 'SE, NO',
      ...{ firstUse: null, lineEndsAt: null, credit: null },
    });
  });

  test('of no entries is of an unknown amount, never unlimited, and has no end', () => {
    expect(planOf({})).toEqual({
      ...{ quotaBytes: 'unknown', left: null, startsAt: null, endsAt: null, monthlyDay: null, graceDays: 0 },
      ...{ renewal: null, ussdCode: null, region: '', firstUse: null, lineEndsAt: null, credit: null },
    });
  });

  test.each<[string, FormValues, ManualPlan['quotaBytes'], number | null]>([
    ['is full where nothing is said of what is left', { quota: '3 GB' }, 3e9, 3e9],
    ['holds what is left where no amount is given', { left: '2 GB' }, 'unknown', 2e9],
    ['may hold more than its amount', { quota: '3 GB', left: '5 GB' }, 3e9, 5e9],
    ['may be used up', { quota: '3 GB', left: '0 GB' }, 3e9, 0],
    ['is unlimited where that is said', { unlimited: checked }, null, null],
  ])('%s', (_what, values, quotaBytes, left) => {
    const plan = planOf(values);
    expect([plan.quotaBytes, plan.left?.bytes ?? null, plan.left?.at ?? null]).toEqual([
      ...[quotaBytes, left, left === null ? null : now],
    ]);
  });

  test('is counted in the unit of its seller', () => {
    expect(planOf({ quota: '3 GB', left: '500 MB' }, 1024)).toMatchObject({
      quotaBytes: 3 * 2 ** 30,
      left: { bytes: 500 * 2 ** 20 },
    });
  });

  test('has a price only with the page on which it is paid, and a page without one', () => {
    expect(planOf({ price: '99 SEK' }).renewal).toBeNull();
    expect(planOf({ link: 'axis.example' }).renewal).toEqual({ url: 'https://axis.example/', cost: null });
  });
});

describe('an edit', () => {
  const before = {
    ...planOf({ quota: '3 GB', left: '2 GB', endsAt: '2026-12-10' }),
    left: { bytes: 2e9, at: now - dayMs },
  };
  const edited = (values: FormValues) => parseManualPlan(values, 1000, before, now).left;

  test('of anything else keeps what is left, and its age', () => {
    expect(edited({ quota: '3 GB', endsAt: '2027-01-10', ussdCode: '*123#' })).toEqual(before.left);
    expect(edited({ quota: '3000 MB', monthlyDay: '10' })).toEqual(before.left);
    const odd = { ...before, quotaBytes: 2_999_999_999 };
    expect(parseManualPlan({ quota: '2999.99 MB' }, 1000, odd, now)).toMatchObject({
      quotaBytes: 2_999_999_999,
      left: odd.left,
    });
  });

  test.each<[string, FormValues, number | null]>([
    ['says anew what is left', { quota: '3 GB', left: '1 GB' }, 1e9],
    ['says the same anew', { quota: '3 GB', left: '2 GB' }, 2e9],
    ['has another amount, which begins full', { quota: '10 GB' }, 10e9],
    ['makes it unlimited', { unlimited: checked }, null],
  ])('that %s counts from now on', (_what, values, bytes) => {
    expect(edited(values)).toEqual(bytes === null ? null : { bytes, at: now });
  });

  test('of an amount that is told only now, or no more, keeps what is left, and its age', () => {
    expect(edited({})).toEqual(before.left);
    const untold = { ...before, quotaBytes: 'unknown' as const };
    expect(parseManualPlan({ quota: '3 GB' }, 1000, untold, now)).toMatchObject({
      quotaBytes: 3e9,
      left: before.left,
    });
  });

  test('that touches nothing changes nothing, whatever was entered', () => {
    const anyValues: fc.Arbitrary<FormValues> = fc.record(
      {
        quota: fc.constantFrom('3 GB', '500 MB', '1,5 GB', '0.01 MB', '1234567.89 MB'),
        left: fc.constantFrom('2 GB', '0 MB', '9 GB'),
        startsAt: fc.constantFrom('2026-11-10', '2027-03-28'),
        endsAt: fc.constantFrom('2026-12-10', '2027-02-28'),
        monthlyDay: fc.constantFrom('1', '31'),
        ussdCode: fc.constantFrom('*123#'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyValues, fc.constantFrom(1000 as const, 1024 as const), (values, byteUnit) => {
        const plan = parseManualPlan(values, byteUnit, null, now);
        const { left: _, ...kept } = values;
        const again = { ...kept, ...manualPlanToFormValues(plan, byteUnit) };
        expect(parseManualPlan(again, byteUnit, plan, now + dayMs)).toEqual(plan);
      }),
    );
  });
});

describe('the entries of a plan, for the next change', () => {
  test.each([
    [3e9, 1000, '3 GB'],
    [1.24e9, 1000, '1.24 GB'],
    [1_234_567_890, 1000, '1234.56 MB'],
    [512 * 2 ** 20, 1024, '0.5 GB'],
    [500 * 2 ** 20, 1024, '500 MB'],
    [0, 1000, '0 GB'],
    [null, 1000, ''],
  ] as const)('say %d bytes by %i as "%s"', (quotaBytes, byteUnit, quota) => {
    expect(manualPlanToFormValues({ ...planOf({}), quotaBytes }, byteUnit).quota).toBe(quota);
  });

  test('say its first and its last day, whatever the hour', () => {
    const startsAt = new Date(2026, 10, 10, 14, 5).getTime();
    const endsAt = new Date(2026, 11, 10, 14, 5).getTime();
    expect(manualPlanToFormValues({ ...planOf({}), startsAt, endsAt }, 1000)).toEqual({
      ...{ quota: '', unlimited: '', ends: 'date', firstUse: '', startsAt: '2026-11-10', endsAt: '2026-12-10' },
    });
  });
});

test('the days of a plan are days of the clocks here', () => {
  const { startsAt, endsAt } = planOf(trimValues(manualCardFields, { startsAt: ' 2026-11-10 ', endsAt: '2026-11-10' }));
  expect(startsAt).toBe(startOfDay(startsAt ?? 0));
  expect(startOfDay(endsAt ?? 0)).toBe(startsAt);
});
