import {
  amountText,
  balanceText,
  dateTimeText,
  listText,
  moneyText,
  percentText,
  t,
} from '../../../utils/browser/i18n.ts';
import type { AlertCondition } from '../../../utils/core/alerts/alert-conditions.ts';
import { dailyBudget } from '../../../utils/core/alerts/daily-budget.ts';
import { datedKey, dateOfKey } from '../../../utils/core/alerts/dated-key.ts';
import { type StatusWithReason, usageStatus } from '../../../utils/core/forecast/usage-status.ts';
import { type UpcomingCharge, upcomingCharges } from '../../../utils/core/usage/auto-renew.ts';
import {
  cardBalance,
  cardExpiresAt,
  type DisplayMode,
  displayedAmount,
  remainingPercent,
} from '../../../utils/core/usage/card-balance.ts';
import { lapsesAt, waitingPlans } from '../../../utils/core/usage/waiting-plans.ts';
import type { CardOverview } from '../state/card-overviews.ts';

/** Title: the card and its most serious condition; message: everything else, a sentence each. */
export function alertText(
  overview: CardOverview,
  conditions: readonly AlertCondition[],
  view: DisplayMode,
  now: number,
) {
  const [first] = conditions;
  const title = first ? titleFor(overview, first, view, now) : '';
  return { title, message: sentences(overview, conditions, view, now).join(' ') };
}

function titleFor(overview: CardOverview, condition: AlertCondition, view: DisplayMode, now: number): string {
  const { listed, snapshot } = overview;
  const card = listed.title;
  if (condition.kind === 'risk') return t('alert.risk', { card });
  const endsAt = cardExpiresAt(overview.card, overview.sellerNow);
  if (condition.kind === 'ends' && endsAt !== null) {
    return t('alert.ends', { card, when: dateTimeText(endsAt - snapshot.skewMs, now) });
  }
  if (condition.kind === 'line-end') return t('alert.lineEnd', { card, when: dateText(overview, condition, now) });
  if (condition.kind === 'unstarted') {
    return t('alert.unstarted', {
      card,
      plan: lostPlans(overview, condition),
      when: dateText(overview, condition, now),
    });
  }
  if (condition.kind === 'budget') return t('alert.budget', { card, amount: budgetText(overview) });
  const charge = chargesAmong(overview, [condition])[0];
  if (charge) return t('alert.charge', { card, when: dateTimeText(charge.at - snapshot.skewMs, now) });
  if (condition.kind === 'lapse') return t('alert.lapse', { card, amount: spareText(overview) });
  return amountTitle(overview, view);
}

function amountTitle({ listed, account, card, forecast, sellerNow }: CardOverview, view: DisplayMode): string {
  const { byteUnit } = account.seller;
  const name = { card: listed.title };
  const balance = cardBalance(card, sellerNow);
  if (card.state !== 'active') return t('alert.noData', name);
  if (balance.kind === 'coarse' && balance.level !== 'out') return balanceText(listed.title, balance, byteUnit, view);
  if (balance.kind !== 'known' || balance.leftBytes === 0) {
    const isCutOff = overUsageText(usageStatus(card, forecast, sellerNow)) === null;
    return t(isCutOff ? 'alert.noData' : 'alert.usedUp', name);
  }
  if (displayedAmount(balance, view).isUsed) return balanceText(listed.title, balance, byteUnit, view);
  return t('alert.left', { ...name, amount: amountText(balance.leftBytes, byteUnit) });
}

function sentences(
  overview: CardOverview,
  conditions: readonly AlertCondition[],
  view: DisplayMode,
  now: number,
): string[] {
  const { account, snapshot, card, forecast, sellerNow } = overview;
  const [first] = conditions;
  const charges = chargesAmong(overview, conditions).flatMap((charge) => [
    first?.key === datedKey('charge', charge.at)
      ? null
      : t('alert.chargeAt', { when: dateTimeText(charge.at - snapshot.skewMs, now) }),
    costText(charge),
  ]);
  const isDateFirst = first?.kind === 'line-end' || first?.kind === 'unstarted';
  const dates = conditions.flatMap((condition) => dateSentence(overview, condition, condition === first, now) ?? []);
  if (card.state !== 'active') {
    return [t(`alert.${card.state}`), ...dates, ...charges].filter((sentence) => sentence !== null);
  }
  const has = (kind: AlertCondition['kind']) => conditions.some((condition) => condition.kind === kind);
  const balance = cardBalance(card, sellerNow);
  const percent = remainingPercent(balance);
  const endsAt = cardExpiresAt(card, sellerNow);
  const likely = forecast.kind === 'ready' ? forecast.runOut.likely : null;
  const runsOutAt = likely === null ? null : Math.max(likely, sellerNow);
  const hasLeft = balance.kind === 'known' && balance.leftBytes > 0;
  const left = hasLeft ? amountText(balance.leftBytes, account.seller.byteUnit) : null;
  return [
    ...(first?.kind === 'charge' ? charges : []),
    ...(isDateFirst ? dates : []),
    first?.kind !== 'left' && first?.kind !== 'empty' && left !== null ? t('alert.stillLeft', { amount: left }) : null,
    overUsageText(usageStatus(card, forecast, sellerNow)),
    percent === null || percent === 0 ? null : shareText(percent, view),
    has('risk') && runsOutAt !== null
      ? t('alert.runsOut', { when: dateTimeText(runsOutAt - snapshot.skewMs, now) })
      : null,
    has('lapse') && first?.kind !== 'lapse' ? t('alert.spare', { amount: spareText(overview) }) : null,
    endsAt === null || first?.kind === 'ends'
      ? null
      : t('alert.until', { when: dateTimeText(endsAt - snapshot.skewMs, now) }),
    has('budget') && first?.kind !== 'budget' ? t('alert.budgetSays', { amount: budgetText(overview) }) : null,
    ...(isDateFirst ? [] : dates),
    ...(first?.kind === 'charge' ? [] : charges),
  ].filter((sentence) => sentence !== null);
}

/** When the line ends, or plans are lost. */
function dateText({ snapshot }: CardOverview, { key }: AlertCondition, now: number): string {
  return dateTimeText(dateOfKey(key) - snapshot.skewMs, now);
}

function lostPlans({ card, sellerNow }: CardOverview, { key }: AlertCondition): string {
  const at = dateOfKey(key);
  const lost = waitingPlans(card, sellerNow).filter(({ plan }) => lapsesAt(plan) === at);
  return listText(lost.map(({ plan }) => plan.name || t('waiting.plan')));
}

/** Of a date that the title tells, what to do. Null: the condition is about none of these. */
function dateSentence(
  overview: CardOverview,
  condition: AlertCondition,
  isInTitle: boolean,
  now: number,
): string | null {
  if (condition.kind === 'line-end') {
    return isInTitle ? t('alert.lineEndHow') : t('alert.lineEndSays', { when: dateText(overview, condition, now) });
  }
  if (condition.kind !== 'unstarted') return null;
  if (isInTitle) return t('alert.unstartedHow');
  const plan = lostPlans(overview, condition);
  return t('alert.unstartedSays', { plan, when: dateText(overview, condition, now) });
}

function chargesAmong({ card, sellerNow }: CardOverview, conditions: readonly AlertCondition[]): UpcomingCharge[] {
  return upcomingCharges(card, sellerNow).filter((charge) =>
    conditions.some(({ key }) => key === datedKey('charge', charge.at)),
  );
}

/** Null where the cost of a plan is unknown: a smaller sum would be wrong. */
function costText({ costs }: UpcomingCharge): string | null {
  const known = costs.filter((cost) => cost !== null);
  if (known.length < costs.length) return null;
  return t('alert.chargeCost', { price: listText(known.map(moneyText)) });
}

/** How data can still be used although the quota is used up; null where it cannot. */
function overUsageText({ reason }: StatusWithReason): string | null {
  if (reason === 'throttled') return t('verdict.throttled');
  return reason === 'pay-as-you-go' ? t('verdict.payAsYouGo') : null;
}

function shareText(percentLeft: number, view: DisplayMode): string {
  return view === 'used'
    ? t('alert.percentUsed', { percent: percentText(100 - percentLeft) })
    : t('alert.percent', { percent: percentText(percentLeft) });
}

function spareText({ account, forecast }: CardOverview): string {
  return amountText(forecast.kind === 'ready' ? forecast.spareBytes.low : 0, account.seller.byteUnit);
}

/** What could be used today; its condition is met only where that is known. */
function budgetText({ account, card, samples, forecast, sellerNow }: CardOverview): string {
  const budget = dailyBudget({ card, samples, forecast, isOutdated: false, now: sellerNow });
  return amountText(budget?.budgetBytes ?? 0, account.seller.byteUnit);
}
