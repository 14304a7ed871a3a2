import type { Forecast } from '../forecast/forecast.ts';
import { statusFromOutlook } from '../forecast/usage-status.ts';
import type { AlertRules } from '../settings.ts';
import { chargeLeadMs, upcomingCharges } from '../usage/auto-renew.ts';
import type { Card } from '../usage/card.ts';
import { type CardBalance, cardBalance, cardExpiresAt, isAtOrBelowPercent } from '../usage/card-balance.ts';
import { lapsesAt, waitingPlans } from '../usage/waiting-plans.ts';
import { type ByteUnit, toBytes } from '../values/bytes.ts';
import { dayMs, earliestOf, hourMs } from '../values/time.ts';
import type { DailyBudget } from './daily-budget.ts';
import { datedKey } from './dated-key.ts';

/**
 * One condition that is worth an alert. `key` identifies it in the saved state: `0`, `20%`, `500MB`, `risk`, `24h`,
 * `lapse`, `charge:<time of the charge>`, `line-end-7d:<time>`, `unstarted-1d:<time>`, `budget:<end of the day>`.
 * empty: nothing left · left: at or below an amount · risk: will run out before it expires · ends: expires soon ·
 * charge: the seller renews it automatically soon · lapse: much data will expire unused · line-end: the SIM ends soon
 * without a top-up · unstarted: a plan is lost soon unless it is begun · budget: today's share is used.
 */
export type AlertCondition = {
  key: string;
  kind: 'empty' | 'left' | 'risk' | 'ends' | 'charge' | 'lapse' | 'line-end' | 'unstarted' | 'budget';
};

/** `budget` absent or null: what may be used today is not known. `now`: seller's clock. */
export type ConditionInput = {
  card: Card;
  rules: AlertRules;
  byteUnit: ByteUnit;
  forecast: Forecast;
  budget?: DailyBudget | null;
  now: number;
};

/** How long before the card expires unused data is reported: late enough to be sure, early enough to use it. */
const unusedDataLeadMs = 72 * hourMs;
const minUnusedBytes = 100_000_000;
const minUnusedShare = 0.1;
/** How many days before a line ends, or a plan is lost, it is told: the nearest first. */
const dateLeadDays = [1, 7] as const;

/** All conditions the card meets now, whether their alerts were sent or not, the most serious first. */
export function activeConditions(input: ConditionInput): AlertCondition[] {
  const { card, rules, forecast, now } = input;
  const balance = cardBalance(card, now);
  const endsAt = cardExpiresAt(card, now);
  const isEmpty = balance.kind === 'no-plan' || isAtOrBelowPercent(balance, 0);
  const hasRisk = rules.risk && !isEmpty && isAtRisk(card, forecast, now);
  const toEndMs = endsAt === null || endsAt <= now || isEmpty ? null : endsAt - now;
  const leads = rules.leadHours.filter((hours) => toEndMs !== null && toEndMs <= hours * hourMs).sort((a, b) => a - b);
  const charges = rules.charge ? upcomingCharges(card, now).filter(({ at }) => at - now <= chargeLeadMs) : [];
  const isUnused = rules.lapse && toEndMs !== null && toEndMs <= unusedDataLeadMs && willBeUnused(balance, forecast);
  return [
    ...amountConditions(input, balance),
    ...(hasRisk ? [{ key: 'risk', kind: 'risk' as const }] : []),
    ...leads.map((hours) => ({ key: `${hours}h`, kind: 'ends' as const })),
    ...dateConditions('line-end', input),
    ...dateConditions('unstarted', input),
    ...charges.map(({ at }) => ({ key: datedKey('charge', at), kind: 'charge' as const })),
    ...(isUnused ? [{ key: 'lapse', kind: 'lapse' as const }] : []),
    ...budgetConditions(input, isEmpty),
  ];
}

type WarnedDate = 'line-end' | 'unstarted';

/** The end of the line, or when plans that have not begun are lost, where such an alert is wanted. */
function datesOf(kind: WarnedDate, { card, rules, now }: Pick<ConditionInput, 'card' | 'rules' | 'now'>): number[] {
  if (kind === 'line-end') return rules.lineEnd && card.lineEndsAt ? [card.lineEndsAt] : [];
  if (!rules.unstarted) return [];
  const times = waitingPlans(card, now).flatMap(({ plan }) => lapsesAt(plan) ?? []);
  return [...new Set(times)];
}

/** One for each date that is near, by its nearest lead. */
function dateConditions(kind: WarnedDate, input: ConditionInput): AlertCondition[] {
  return datesOf(kind, input)
    .filter((at) => at > input.now)
    .flatMap((at) => {
      const lead = dateLeadDays.find((days) => at - input.now <= days * dayMs);
      return lead === undefined ? [] : [{ key: datedKey(`${kind}-${lead}d`, at), kind }];
    });
}

/** Where nothing is left at all, that is said instead. */
function budgetConditions({ rules, budget = null }: ConditionInput, isEmpty: boolean): AlertCondition[] {
  if (!rules.dailyBudget || budget === null || isEmpty || budget.usedBytes < budget.budgetBytes) return [];
  return [{ key: datedKey('budget', budget.dayEndsAt), kind: 'budget' }];
}

function amountConditions({ rules, byteUnit }: ConditionInput, balance: CardBalance): AlertCondition[] {
  const totalBytes = balance.kind === 'known' ? (balance.totalBytes ?? 0) : 0;
  const percents = rules.thresholds
    .filter((percent) => isAtOrBelowPercent(balance, percent))
    .map((percent) => ({
      key: percent === 0 ? '0' : `${percent}%`,
      bytes: percent === 0 ? -1 : (totalBytes * percent) / 100,
    }));
  const amounts = rules.amounts
    .map((amount) => ({ key: `${amount.value}${amount.unit}`, bytes: toBytes(amount, byteUnit) }))
    .filter(({ bytes }) => isAtOrBelowBytes(balance, bytes));
  return [...percents, ...amounts]
    .sort((a, b) => a.bytes - b.bytes)
    .map(({ key }) => ({ key, kind: key === '0' ? 'empty' : 'left' }));
}

function isAtOrBelowBytes(balance: CardBalance, bytes: number): boolean {
  if (balance.kind === 'known') return balance.leftBytes <= bytes;
  return balance.kind === 'coarse' && (balance.level === 'out' || balance.upperBytes <= bytes);
}

function isAtRisk(card: Card, forecast: Forecast, now: number): boolean {
  return forecast.kind === 'ready' && statusFromOutlook(forecast, card, now) === 'critical';
}

function willBeUnused(balance: CardBalance, forecast: Forecast): boolean {
  if (balance.kind !== 'known' || forecast.kind !== 'ready') return false;
  const thresholdBytes = Math.max(minUnusedBytes, (balance.totalBytes ?? balance.leftBytes) * minUnusedShare);
  return forecast.spareBytes.low >= thresholdBytes;
}

/** When a condition may next become true through the passage of time alone; null: never. Seller's clock. */
export function nextConditionAt({ card, rules, now }: Pick<ConditionInput, 'card' | 'rules' | 'now'>): number | null {
  const endsAt = cardExpiresAt(card, now);
  const leads = [...rules.leadHours.map((hours) => hours * hourMs), ...(rules.lapse ? [unusedDataLeadMs] : [])];
  const ends = endsAt === null ? [] : leads.map((lead) => endsAt - lead);
  const charges = rules.charge ? upcomingCharges(card, now).map(({ at }) => at - chargeLeadMs) : [];
  const dates = (['line-end', 'unstarted'] as const).flatMap((kind) => datesOf(kind, { card, rules, now }));
  const dated = dates.flatMap((at) => dateLeadDays.map((days) => at - days * dayMs));
  return earliestOf([...ends, ...charges, ...dated].filter((at) => at > now));
}
