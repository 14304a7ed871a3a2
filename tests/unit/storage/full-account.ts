import { defaultSeller } from '../../../utils/core/accounts/account.ts';
import { dayMs, hourMs, minuteMs } from '../../../utils/core/values/time.ts';
import { start } from '../support/builders.ts';

/* A seller and a schedule in which every member has a value, as they are stored with an account. */

const cost = { currency: 'SEK', units: '99', nanos: 0 };
const manualPlan = {
  ...{ quotaBytes: 3e9, startsAt: start - dayMs, endsAt: start + 20 * dayMs, monthlyDay: 3, graceDays: 2 },
  ...{ region: 'SE', ussdCode: '*123#' },
  renewal: { url: 'https://axis.example/renew', cost },
  left: { bytes: 1e9, at: start },
  ...{ firstUse: { by: start + dayMs, days: 30 }, lineEndsAt: start + dayMs, credit: cost },
};
export const fullSeller = {
  ...defaultSeller('account-api', 'Axis'),
  ...{ origin: 'https://axis.example', checkoutOrigins: ['https://pay.axis.example'], signIn: true },
  ...{ accountUrl: 'https://axis.example/me', dataDelayMs: minuteMs, manualPlan },
  page: {
    ...{ isKeptUpToDate: true, namesAccount: true, topUpUrl: 'https://pay.axis.example/top-up' },
    usualPurchase: { planName: 'Europe', amount: { value: 10, unit: 'GB' as const }, cost },
  },
  support: { url: 'https://axis.example/help', email: 'help@axis.example', phone: '+46 1' },
  endpoints: { apiBase: 'https://api.axis.example/v1' },
};

export const fullCheck: object = {
  failure: { kind: 'rate-limited', until: start + hourMs, isDefault: true },
  ...{ failingSince: start, failures: 1, triedAt: start, nextCheckAt: start + hourMs },
  ...{ reason: 'retry-after', manualRefreshAt: start, isNotified: true },
  ...{ pace: { paceMs: hourMs, reason: 'end' }, updateGapsMs: [hourMs] },
  unchanged: {
    ...{ measuredAt: start, expiresAt: start + hourMs, checkedAt: start, skewMs: 0, floorMs: 0, etag: '"1"' },
    cardTimes: [start],
  },
  traffic: { day: start, bytes: 150_000 },
};
