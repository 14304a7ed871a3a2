import type { Forecast } from '../forecast/forecast.ts';
import { forecastVerdict } from '../forecast/usage-status.ts';
import type { AlertRules } from '../settings.ts';
import { chargeLeadMs, chargesFor } from '../usage/auto-renew.ts';
import type { Card } from '../usage/card.ts';
import { endingPlanFor, expiryFor, type Figure, figureFor, isAtOrUnder } from '../usage/card-balance.ts';
import { type ByteUnit, bytesOf } from '../values/bytes.ts';
import { hourMs } from '../values/time.ts';
import { chargeKeyOf } from './charge-key.ts';

/**
 * One thing worth a warning. `key` names it in the saved state: `0`, `20%`, `500MB`, `risk`, `24h`, `lapse`,
 * `charge:<its time>`.
 * empty: nothing left · left: at or under an amount · risk: will run out before it expires · ends: expires soon ·
 * charge: the seller renews it by itself soon · lapse: much will be left over when it expires.
 */
export type AlertTopic = { key: string; kind: 'empty' | 'left' | 'risk' | 'ends' | 'charge' | 'lapse' };

/** `now`: seller's clock. */
export type TopicInput = { card: Card; rules: AlertRules; byteUnit: ByteUnit; forecast: Forecast; now: number };

/** How long before its end the left-over is spoken of: late enough to be sure, early enough to use it. */
export const lapseLeadMs = 72 * hourMs;
const leastLapseBytes = 100_000_000;
const leastLapseShare = 0.1;

/** All that is true of the card now, said or not, the most serious first. */
export function topicsFor(input: TopicInput): AlertTopic[] {
  const { card, rules, forecast, now } = input;
  const figure = figureFor(card, now);
  const endsAt = expiryFor(card, now);
  const isEmpty = isAtOrUnder(figure, 0);
  const risk = rules.risk && !isEmpty && isAtRisk(card, forecast, now);
  const toEnd = endsAt === null || endsAt <= now || isEmpty ? null : endsAt - now;
  const leads = rules.leadHours.filter((hours) => toEnd !== null && toEnd <= hours * hourMs).sort((a, b) => a - b);
  const charges = rules.charge ? chargesFor(card, now).filter(({ at }) => at - now <= chargeLeadMs) : [];
  const lapse = rules.lapse && toEnd !== null && toEnd <= lapseLeadMs && willLapse(figure, forecast);
  return [
    ...amountTopics(input, figure),
    ...(risk ? [{ key: 'risk', kind: 'risk' as const }] : []),
    ...leads.map((hours) => ({ key: `${hours}h`, kind: 'ends' as const })),
    ...charges.map((charge) => ({ key: chargeKeyOf(charge), kind: 'charge' as const })),
    ...(lapse ? [{ key: 'lapse', kind: 'lapse' as const }] : []),
  ];
}

function amountTopics({ rules, byteUnit }: TopicInput, figure: Figure): AlertTopic[] {
  const totalBytes = figure.kind === 'known' ? (figure.totalBytes ?? 0) : 0;
  const percents = rules.thresholds
    .filter((percent) => isAtOrUnder(figure, percent))
    .map((percent) => ({
      key: percent === 0 ? '0' : `${percent}%`,
      bytes: percent === 0 ? -1 : (totalBytes * percent) / 100,
    }));
  const amounts = rules.amounts
    .map((amount) => ({ key: `${amount.value}${amount.unit}`, bytes: bytesOf(amount, byteUnit) }))
    .filter(({ bytes }) => isUnder(figure, bytes));
  return [...percents, ...amounts]
    .sort((a, b) => a.bytes - b.bytes)
    .map(({ key }) => ({ key, kind: key === '0' ? 'empty' : 'left' }));
}

function isUnder(figure: Figure, bytes: number): boolean {
  if (figure.kind === 'known') return figure.leftBytes <= bytes;
  return figure.kind === 'coarse' && (figure.level === 'out' || figure.upperBytes <= bytes);
}

function isAtRisk(card: Card, forecast: Forecast, now: number): boolean {
  return forecastVerdict(forecast, endingPlanFor(card, now)?.plan.startsAt ?? null) === 'out';
}

function willLapse(figure: Figure, forecast: Forecast): boolean {
  if (figure.kind !== 'known' || forecast.kind !== 'ready') return false;
  const least = Math.max(leastLapseBytes, (figure.totalBytes ?? figure.leftBytes) * leastLapseShare);
  return forecast.spareBytes.low >= least;
}

/** When time alone may make a topic true next; null: never. Seller's clock. */
export function nextTopicAt({ card, rules, now }: Pick<TopicInput, 'card' | 'rules' | 'now'>): number | null {
  const endsAt = expiryFor(card, now);
  const leads = [...rules.leadHours.map((hours) => hours * hourMs), ...(rules.lapse ? [lapseLeadMs] : [])];
  const ends = endsAt === null ? [] : leads.map((lead) => endsAt - lead);
  const charges = rules.charge ? chargesFor(card, now).map(({ at }) => at - chargeLeadMs) : [];
  const moments = [...ends, ...charges].filter((at) => at > now);
  return moments.length > 0 ? Math.min(...moments) : null;
}
