import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateForm } from '../../../../../utils/core/forms/form-field.ts';
import {
  parseUsualPurchase,
  usualPurchaseFields,
  usualPurchaseToFormValues,
} from '../../../../../utils/core/page/setup/usual-purchase.ts';

const euro = (units: string, nanos = 0) => ({ currency: 'EUR', units, nanos });
const gigabytes = (value: number) => ({ value, unit: 'GB' as const });

test.each([
  ['all of it', { plan: 'Big', amount: '10 GB', price: '9.90 EUR' }, ['Big', gigabytes(10), euro('9', 900_000_000)]],
  ['a price alone', { price: '10 eur' }, [null, null, euro('10')]],
  ['an amount alone, with a decimal comma', { amount: '1,5 GB' }, [null, gigabytes(1.5), null]],
  ['a name alone, without what forges its surroundings', { plan: 'Big\u202e\n10' }, ['Big 10', null, null]],
])('what is usually bought may be entered as %s', (_, values, [planName, amount, cost]) => {
  expect(parseUsualPurchase(values)).toEqual({ planName, amount, cost });
});

test.each([{}, { plan: '' }, { amount: '0 GB' }, { plan: '\u200b' }])('%j says nothing of it', (values) => {
  expect(parseUsualPurchase(values)).toBeNull();
});

test('nothing of it has to be entered, and what is no price or amount, or too long, is told', () => {
  expect(validateForm(usualPurchaseFields, {})).toEqual({});
  const typed = { plan: 'x'.repeat(81), amount: 'ten', price: '10' };
  expect(validateForm(usualPurchaseFields, typed)).toEqual({ plan: 'tooLong', amount: 'amount', price: 'price' });
});

test('what was entered stands in the form again, exactly', () => {
  const some = fc.record({
    planName: fc.option(fc.constantFrom('Big', 'Europe 10 GB')),
    amount: fc.option(
      fc.record({
        value: fc.integer({ min: 1, max: 999_900 }).map((hundredths) => hundredths / 100),
        unit: fc.constantFrom('MB' as const, 'GB' as const),
      }),
    ),
    cost: fc.option(
      fc.record({
        currency: fc.constantFrom('EUR', 'IDR'),
        units: fc.nat(999_999_999).map(String),
        nanos: fc.nat(999_999_999),
      }),
    ),
  });
  fc.assert(
    fc.property(some, (usual) => {
      fc.pre(usual.planName !== null || usual.amount !== null || usual.cost !== null);
      const values = usualPurchaseToFormValues(usual);
      expect(validateForm(usualPurchaseFields, values)).toEqual({});
      expect(parseUsualPurchase(values)).toEqual(usual);
    }),
  );
});
