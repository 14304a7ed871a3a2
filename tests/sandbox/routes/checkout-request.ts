import type { Money } from '../wire.ts';

export type CheckoutRequest = {
  transactionId: string;
  userKey: string;
  planId: string;
  cost: Money;
  allowSecond: boolean;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A string is the error message for an invalid body. */
export function toCheckoutRequest(body: unknown): CheckoutRequest | string {
  if (!isRecord(body)) return 'The body is no JSON object.';
  const { transactionId, userKey, planId, allowSecond } = body;
  if (!isId(transactionId) || !UUID.test(transactionId)) return 'transactionId is no UUID.';
  if (!isId(userKey)) return 'userKey is missing.';
  if (!isId(planId)) return 'planId is missing.';
  const cost = toMoney(body.cost);
  if (!cost) return 'cost is no money.';
  if (allowSecond !== undefined && allowSecond !== null && typeof allowSecond !== 'boolean') {
    return 'allowSecond is neither true nor false.';
  }
  return { transactionId, userKey, planId, cost, allowSecond: allowSecond === true };
}

function toMoney(value: unknown): Money | null {
  if (!isRecord(value)) return null;
  const { currencyCode, units, nanos = 0 } = value;
  const isPrice =
    typeof currencyCode === 'string' &&
    /^[A-Z]{3}$/.test(currencyCode) &&
    typeof units === 'string' &&
    /^\d{1,19}$/.test(units);
  if (!isPrice || typeof nanos !== 'number' || !Number.isInteger(nanos) || nanos < 0 || nanos > 999_999_999)
    return null;
  return { currencyCode, units, nanos };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= 200;
}
