import { amountText, durationText, locale, shortTimeText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import type { Forecast } from '../../../utils/core/forecast/forecast.ts';
import type { UnconfirmedJump } from '../../../utils/core/usage/card.ts';
import { dayMs, hourMs, instantOf, minuteMs, wallClock } from '../../../utils/core/values/time.ts';
import { roughText } from '../../format/data-amount-text.ts';
import type { BalanceView } from './summarize-balance.ts';

type Ready = Extract<Forecast, { kind: 'ready' }>;

/** Whether the data will last, in one sentence. */
export function usageStatusText(
  { reason, forecast, unconfirmed, skewMs }: BalanceView,
  seller: Seller,
  now: number,
): string {
  const ready = forecast.kind === 'ready' ? forecast : null;
  switch (reason) {
    case 'lasts':
      return ready ? lastsText(ready, seller, skewMs, now) : t('verdict.lasts');
    case 'close':
    case 'lasts-until':
      return t(reason === 'close' ? 'verdict.close' : 'verdict.lastsTill', {
        when: dayText(Math.max(now, (ready?.runOut.likely ?? now) - skewMs), now),
      });
    case 'runs-out':
      return ready ? runsOutText(ready, skewMs, now) : t('verdict.runningLow');
    case 'plenty':
      return t('verdict.plenty');
    case 'running-low':
      return t('verdict.runningLow');
    case 'almost-used-up':
      return t('verdict.almostUsedUp');
    case 'no-data-left':
      return t('verdict.noDataLeft');
    case 'throttled':
      return t('verdict.throttled');
    case 'pay-as-you-go':
      return t('verdict.payAsYouGo');
    case 'unlimited':
      return t('verdict.unlimited');
    case 'unknown':
      return t('verdict.unknown', { seller: seller.name });
    case 'no-plan':
      return t('verdict.noPlan', { seller: seller.name });
    case 'unconfirmed':
      return unconfirmed
        ? unconfirmedText(unconfirmed, seller, skewMs, now)
        : t('verdict.unknown', { seller: seller.name });
    case 'new-period':
      return t('verdict.newPeriod', { seller: seller.name });
    case 'ended':
      return t('verdict.ended', { seller: seller.name });
    case 'grace':
      return t('verdict.grace');
    case 'suspended':
      return t('verdict.suspended', { seller: seller.name });
    case 'expired':
      return t('verdict.expired');
  }
}

function unconfirmedText(jump: UnconfirmedJump, seller: Seller, skewMs: number, now: number) {
  const { leftBytes, measuredAt, needsPerson } = jump;
  if (needsPerson) return t('verdict.needsPerson', { amount: amountText(needsPerson.leftBytes, seller.byteUnit) });
  const when = shortTimeText(measuredAt - skewMs, now);
  return t('verdict.unconfirmed', { amount: amountText(leftBytes, seller.byteUnit), when, seller: seller.name });
}

/** How long usage has to be observed for a forecast; null if there is one or none is possible. */
export function insufficientDataText({ forecast }: BalanceView): string | null {
  if (forecast.kind !== 'insufficient-data') return null;
  const { observedMs, neededMs } = forecast;
  return t('verdict.tooEarly', { watched: wholeText(observedMs), needed: wholeText(neededMs) });
}

/** With the range to spare, as one amount if its ends round to the same; or from when on the data may not last. */
function lastsText({ spareBytes, runOut, endsFirst }: Ready, { byteUnit }: Seller, skewMs: number, now: number) {
  if (endsFirst === 'either' && runOut.early !== null) {
    return t('verdict.mayLast', { from: dayText(Math.max(now, runOut.early - skewMs), now) });
  }
  const [low, likely, high] = [spareBytes.low, spareBytes.likely, spareBytes.high].map((bytes) =>
    roughText(bytes, byteUnit),
  ) as [string, string, string];
  if (spareBytes.likely < byteUnit ** 2) return t('verdict.lasts');
  if (low === high || spareBytes.low < byteUnit ** 2) return t('verdict.lastsSpareAbout', { amount: likely });
  return t('verdict.lastsSpare', { low, high });
}

function runsOutText({ runOut, endsAt }: Ready, skewMs: number, now: number): string {
  const notPast = (at: number | null) => (at === null ? null : Math.max(now, at - skewMs));
  const likely = notPast(runOut.likely) ?? now;
  const end = notPast(endsAt);
  const early = wholeText((end ?? likely) - likely);
  const first = notPast(runOut.early) ?? likely;
  const last = notPast(runOut.late) ?? end ?? likely;
  const [from, to] = [dayText(first, now, last), dayText(last, now)];
  if (from === to) return t('verdict.runsOut', { when: shortTimeText(wholeHour(likely), now), early });
  return t('verdict.runsOutBetween', { from, to, early });
}

/**
 * A weekday within a week, else a date; a forecast is not precise to the minute. `farthest`: the last day named in the
 * same sentence, so that all days in it have one format.
 */
function dayText(at: number, now: number, farthest = at): string {
  const isNear = farthest - now < 6 * dayMs;
  const options: Intl.DateTimeFormatOptions = isNear ? { weekday: 'long' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale(), options).format(at);
}

/** The nearest whole hour in the local time zone. */
function wholeHour(at: number): number {
  return instantOf(Math.round(wallClock(at) / hourMs) * hourMs);
}

/** A duration in whole days; below a day in whole hours, below an hour in minutes. */
function wholeText(lengthMs: number): string {
  const unit = [dayMs, hourMs].find((size) => lengthMs >= size) ?? minuteMs;
  return durationText(Math.max(1, Math.floor(lengthMs / unit)) * unit);
}
