import type { UsualPurchase } from '../../accounts/account.ts';
import type { FieldDefinition, FormValues } from '../../forms/form-field.ts';
import { parseMoney, parseTypedAmount, toFormMoney } from '../../forms/parse-input.ts';
import { cleanText, shortTextLength } from '../../values/clean-text.ts';

/* The form for what a person usually buys at a page that nobody else tells the plans of. */

export const usualPurchaseFields: readonly FieldDefinition[] = [
  { name: 'plan', textKey: 'usualPlan', kind: 'text', maxLength: shortTextLength, isOptional: true },
  { name: 'amount', textKey: 'usualAmount', kind: 'amount', isOptional: true },
  { name: 'price', textKey: 'price', kind: 'price', isOptional: true },
];

/** Null: nothing was entered. No data at all is no amount. */
export function parseUsualPurchase(values: FormValues): UsualPurchase | null {
  const planName = cleanText(values.plan ?? '', shortTextLength) || null;
  const typed = parseTypedAmount(values.amount ?? '');
  const amount = typed && typed.value > 0 ? typed : null;
  const cost = parseMoney(values.price ?? '');
  return planName === null && amount === null && cost === null ? null : { planName, amount, cost };
}

export function usualPurchaseToFormValues(usual: UsualPurchase | null): FormValues {
  const { planName = null, amount = null, cost = null } = usual ?? {};
  return {
    ...(planName === null ? {} : { plan: planName }),
    ...(amount === null ? {} : { amount: `${amount.value} ${amount.unit}` }),
    ...(cost === null ? {} : { price: toFormMoney(cost) }),
  };
}
