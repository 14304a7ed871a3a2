import { amountText, locale, planStartText, shortTimeText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { type Outlook, outlookOf } from '../../../utils/core/forecast/forecast.ts';
import type { UnconfirmedJump } from '../../../utils/core/usage/card.ts';
import { planStartByOurClock } from '../../../utils/core/usage/waiting-plans.ts';
import { dayMs, startOfWallDay, wallClock, wholeHour } from '../../../utils/core/values/time.ts';
import { rationTexts, roughText } from '../../format/data-amount-text.ts';
import { wholeDurationText } from '../../format/whole-duration-text.ts';
import type { BalanceView } from './summarize-balance.ts';

/** Whether the data will last, in one sentence. */
export function usageStatusText(summary: BalanceView, seller: Seller, now: number): string {
  const { reason, balance, unconfirmed, endsAt, skewMs } = summary;
  switch (reason) {
    case 'lasts':
    case 'close':
    case 'lasts-until':
    case 'runs-out':
      return outlookText(reason, summary, now);
    case 'plenty':
      return t('verdict.plenty');
    case 'too-early':
      return t('verdict.tooEarly');
    case 'used-fast':
      return t('verdict.usedFast');
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
    case 'not-started':
      return balance.kind === 'not-started'
        ? planStartText(planStartByOurClock(balance.start, skewMs), now)
        : t('verdict.unknown', { seller: seller.name });
    case 'no-plan':
      return t('verdict.noPlan', { seller: seller.name });
    case 'unconfirmed':
      return unconfirmed
        ? unconfirmedText(unconfirmed, seller, skewMs, now)
        : t('verdict.unknown', { seller: seller.name });
    case 'new-period':
      return t('verdict.newPeriod', { seller: seller.name });
    case 'ended':
      return endsAt === null || endsAt > now
        ? t('verdict.endedUntold', { seller: seller.name })
        : t('verdict.ended', { when: daysAgoText(endsAt, now), seller: seller.name });
    case 'grace':
    case 'expired':
      return endsAt === null || endsAt > now
        ? t('verdict.expiredUntold')
        : t('verdict.expired', { when: daysAgoText(endsAt, now) });
    case 'suspended':
      return t('verdict.suspended', { seller: seller.name });
  }
}

/**
 * What to do so that the data lasts, or what will be to spare, in one short line; null: there is nothing to say. A
 * forecast that leaves open whether it lasts promises nothing to spare.
 */
export function safePerDayText({ reason, forecast, safePerDayBytes }: BalanceView, { byteUnit }: Seller) {
  const outlook = outlookOf(forecast);
  if (reason === 'lasts' && outlook?.endsFirst === 'validity') {
    const bytes = outlook.spareBytes.likely;
    return bytes < byteUnit ** 2 ? null : t('verdict.spare', { amount: roughText(bytes, byteUnit) });
  }
  if (safePerDayBytes === null) return null;
  const { ration, pace } = rationTexts(safePerDayBytes, outlook?.perDayBytes ?? 0, byteUnit);
  if (!outlook || outlook.perDayBytes === 0) return t('verdict.ration', { amount: ration });
  return forecast.kind === 'first-estimate'
    ? t('verdict.rationSoFar', { amount: ration, pace })
    : t('verdict.rationLately', { amount: ration, pace });
}

function unconfirmedText(jump: UnconfirmedJump, seller: Seller, skewMs: number, now: number) {
  const { leftBytes, measuredAt, needsPerson } = jump;
  if (needsPerson) return t('verdict.needsPerson', { amount: amountText(needsPerson.leftBytes, seller.byteUnit) });
  const when = shortTimeText(measuredAt - skewMs, now);
  return t('verdict.unconfirmed', { amount: amountText(leftBytes, seller.byteUnit), when, seller: seller.name });
}

type ByOutlook = 'lasts' | 'close' | 'lasts-until' | 'runs-out';

/** Without the forecast, which an old figure does not have, only what its status says. */
function outlookText(reason: ByOutlook, { status, forecast, skewMs }: BalanceView, now: number): string {
  const outlook = outlookOf(forecast);
  const says = forecast.kind === 'first-estimate' ? 'verdict.first' : 'verdict.watched';
  if (reason === 'close') return t(`${says}.close`);
  if (reason === 'runs-out') return outlook ? runsOutText(outlook, says, skewMs, now) : t('verdict.runningLow');
  if (reason === 'lasts-until') {
    const at = outlook?.runOut.likely ?? null;
    if (at === null) return t(status === 'ok' ? 'verdict.plenty' : 'verdict.runningLow');
    return t(`${says}.lastsTill`, { when: dayText(Math.max(now, at - skewMs), now) });
  }
  if (outlook?.endsFirst !== 'either' || outlook.runOut.early === null) return t(`${says}.lasts`);
  return t(`${says}.mayLast`, { from: dayText(Math.max(now, outlook.runOut.early - skewMs), now) });
}

/** An interval wider than this share of the time until the likely run-out is told, a narrower one as its middle. */
const maxUntoldWidth = 0.6;

function runsOutText(
  { runOut, endsAt }: Outlook,
  says: 'verdict.first' | 'verdict.watched',
  skewMs: number,
  now: number,
): string {
  const notPast = (at: number | null) => (at === null ? null : Math.max(now, at - skewMs));
  const likely = notPast(runOut.likely) ?? now;
  const end = notPast(endsAt);
  const early = wholeDurationText((end ?? likely) - likely);
  const first = notPast(runOut.early) ?? likely;
  const last = notPast(runOut.late) ?? end ?? likely;
  if (dayText(first, now, last) === dayText(last, now)) {
    return t(`${says}.runsOut`, { when: shortTimeText(wholeHour(likely), now), early });
  }
  if (last - first <= (likely - now) * maxUntoldWidth) {
    return t(`${says}.runsOut`, { when: dayText(likely, now), early });
  }
  return t(`${says}.runsOutBetween`, { range: dayFormat(last, now).formatRange(first, last), early });
}

/**
 * A weekday within a week, else a date; a forecast is not precise to the minute. `farthest`: the last day named in the
 * same sentence, so that all days in it have one format.
 */
function dayText(at: number, now: number, farthest = at): string {
  return dayFormat(farthest, now).format(at);
}

function dayFormat(farthest: number, now: number): Intl.DateTimeFormat {
  const isNear = farthest - now < 6 * dayMs;
  return new Intl.DateTimeFormat(locale(), isNear ? { weekday: 'long' } : { day: 'numeric', month: 'short' });
}

/** "yesterday", "3 days ago": calendar days by our clock. */
function daysAgoText(at: number, now: number): string {
  const days = (startOfWallDay(wallClock(at)) - startOfWallDay(wallClock(now))) / dayMs;
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day');
}
