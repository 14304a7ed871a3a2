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
import { chargeKey } from '../../../utils/core/alerts/charge-key.ts';
import { type StatusWithReason, usageStatus } from '../../../utils/core/forecast/usage-status.ts';
import { type UpcomingCharge, upcomingCharges } from '../../../utils/core/usage/auto-renew.ts';
import {
  cardBalance,
  cardExpiresAt,
  type DisplayMode,
  displayedAmount,
  remainingPercent,
} from '../../../utils/core/usage/card-balance.ts';
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
    first?.key === chargeKey(charge)
      ? null
      : t('alert.chargeAt', { when: dateTimeText(charge.at - snapshot.skewMs, now) }),
    costText(charge),
  ]);
  if (card.state !== 'active') return [t(`alert.${card.state}`), ...charges].filter((sentence) => sentence !== null);
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
    ...(first?.kind === 'charge' ? [] : charges),
  ].filter((sentence) => sentence !== null);
}

function chargesAmong({ card, sellerNow }: CardOverview, conditions: readonly AlertCondition[]): UpcomingCharge[] {
  return upcomingCharges(card, sellerNow).filter((charge) => conditions.some(({ key }) => key === chargeKey(charge)));
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
