import {
  amountText,
  figureSentence,
  instantText,
  locale,
  moneyText,
  percentText,
  t,
} from '../../../utils/browser/i18n.ts';
import type { AlertTopic } from '../../../utils/core/alerts/alert-conditions.ts';
import { chargeKeyOf } from '../../../utils/core/alerts/charge-key.ts';
import { type VerdictFor, verdictFor } from '../../../utils/core/forecast/usage-status.ts';
import { type Charge, chargesFor } from '../../../utils/core/usage/auto-renew.ts';
import { expiryFor, figureFor, percentLeft, spokenOf, type View } from '../../../utils/core/usage/card-balance.ts';
import type { KnownCard } from '../state/card-snapshots.ts';

/** The card and its most serious news as the title, everything else as sentences below. */
export function alertWords(known: KnownCard, topics: readonly AlertTopic[], view: View, now: number) {
  const [first] = topics;
  const title = first ? titleFor(known, first, view, now) : '';
  return { title, message: sentences(known, topics, view, now).join(' ') };
}

function titleFor(known: KnownCard, topic: AlertTopic, view: View, now: number): string {
  const { listed, reading } = known;
  const card = listed.title;
  if (topic.kind === 'risk') return t('alert.risk', { card });
  const endsAt = expiryFor(known.card, known.sellerNow);
  if (topic.kind === 'ends' && endsAt !== null) {
    return t('alert.ends', { card, when: instantText(endsAt - reading.skewMs, now) });
  }
  const charge = chargesSaid(known, [topic])[0];
  if (charge) return t('alert.charge', { card, when: instantText(charge.at - reading.skewMs, now) });
  if (topic.kind === 'lapse') return t('alert.lapse', { card, amount: spareText(known) });
  return amountTitle(known, view);
}

function amountTitle({ listed, account, card, forecast, sellerNow }: KnownCard, view: View): string {
  const { byteUnit } = account.seller;
  const name = { card: listed.title };
  const figure = figureFor(card, sellerNow);
  if (card.state !== 'active') return t('alert.noData', name);
  if (figure.kind === 'coarse' && figure.level !== 'out') return figureSentence(listed.title, figure, byteUnit, view);
  if (figure.kind !== 'known' || figure.leftBytes === 0) {
    const isCutOff = afterwards(verdictFor(card, forecast, sellerNow)) === null;
    return t(isCutOff ? 'alert.noData' : 'alert.usedUp', name);
  }
  if (spokenOf(figure, view).isUsed) return figureSentence(listed.title, figure, byteUnit, view);
  return t('alert.left', { ...name, amount: amountText(figure.leftBytes, byteUnit) });
}

function sentences(known: KnownCard, topics: readonly AlertTopic[], view: View, now: number): string[] {
  const { account, reading, card, forecast, sellerNow } = known;
  const [first] = topics;
  const charges = chargesSaid(known, topics).flatMap((charge) => [
    first?.key === chargeKeyOf(charge)
      ? null
      : t('alert.chargeAt', { when: instantText(charge.at - reading.skewMs, now) }),
    costText(charge),
  ]);
  if (card.state !== 'active') return [t(`alert.${card.state}`), ...charges].filter((sentence) => sentence !== null);
  const has = (kind: AlertTopic['kind']) => topics.some((topic) => topic.kind === kind);
  const figure = figureFor(card, sellerNow);
  const percent = percentLeft(figure);
  const endsAt = expiryFor(card, sellerNow);
  const runsOutAt = forecast.kind === 'ready' ? forecast.runOut.likely : null;
  const hasLeft = figure.kind === 'known' && figure.leftBytes > 0;
  const left = hasLeft ? amountText(figure.leftBytes, account.seller.byteUnit) : null;
  return [
    ...(first?.kind === 'charge' ? charges : []),
    first?.kind !== 'left' && first?.kind !== 'empty' && left !== null ? t('alert.stillLeft', { amount: left }) : null,
    afterwards(verdictFor(card, forecast, sellerNow)),
    percent === null || percent === 0 ? null : shareText(percent, view),
    has('risk') && runsOutAt !== null
      ? t('alert.runsOut', { when: instantText(runsOutAt - reading.skewMs, now) })
      : null,
    has('lapse') && first?.kind !== 'lapse' ? t('alert.spare', { amount: spareText(known) }) : null,
    endsAt === null || first?.kind === 'ends'
      ? null
      : t('alert.until', { when: instantText(endsAt - reading.skewMs, now) }),
    ...(first?.kind === 'charge' ? [] : charges),
  ].filter((sentence) => sentence !== null);
}

function chargesSaid({ card, sellerNow }: KnownCard, topics: readonly AlertTopic[]): Charge[] {
  return chargesFor(card, sellerNow).filter((charge) => topics.some(({ key }) => key === chargeKeyOf(charge)));
}

/** Null where a part of it is not told: less than what will be charged would be wrong. */
function costText({ costs }: Charge): string | null {
  const told = costs.filter((cost) => cost !== null);
  if (told.length < costs.length) return null;
  return t('alert.chargeCost', { price: new Intl.ListFormat(locale()).format(told.map(moneyText)) });
}

/** What goes on although all is used up; null where nothing does. */
function afterwards({ reason }: VerdictFor): string | null {
  if (reason === 'throttled') return t('verdict.throttled');
  return reason === 'pay-as-you-go' ? t('verdict.payAsYouGo') : null;
}

function shareText(percentLeft: number, view: View): string {
  return view === 'used'
    ? t('alert.percentUsed', { percent: percentText(100 - percentLeft) })
    : t('alert.percent', { percent: percentText(percentLeft) });
}

function spareText({ account, forecast }: KnownCard): string {
  return amountText(forecast.kind === 'ready' ? forecast.spareBytes.low : 0, account.seller.byteUnit);
}
