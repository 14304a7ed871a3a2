import { amountText, dateText, figureText, listText, moneyText, t } from '../../../utils/browser/i18n.ts';
import type { ExtraLine } from '../../../utils/core/usage/extra-line.ts';
import type { RegionalPart } from '../../../utils/core/usage/regional-parts.ts';
import { planStartByOurClock, type WaitingPlan } from '../../../utils/core/usage/waiting-plans.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import type { Money } from '../../../utils/core/values/money.ts';
import { dayText } from '../../format/date-text.ts';
import { regionNames } from '../../format/region-names.ts';

/** `skewMs`: how far the seller's clock, by which the line's times are, is ahead of ours. */
type Context = { byteUnit: ByteUnit; skewMs: number; now: number };

/** One line beside the balance; null: there is nothing to say. */
export function extraLineText(line: ExtraLine | null, { byteUnit, skewMs, now }: Context): string | null {
  switch (line?.kind) {
    case 'line-ends':
      return t('waiting.lineEnds', { day: dayText(line.at - skewMs, now) });
    case 'part-ends':
      return t('waiting.partEnds', {
        amount: amountText(line.bytes, byteUnit),
        day: dayText(line.at - skewMs, now),
      });
    case 'waiting':
      return waitingText(line, skewMs, now);
    default:
      return null;
  }
}

function waitingText({ plan: { name }, start: sellerStart }: WaitingPlan, skewMs: number, now: number): string {
  const start = planStartByOurClock(sellerStart, skewMs);
  const plan = name || t('waiting.plan');
  if (start.kind === 'at') return t('waiting.nextAt', { plan, day: dayText(start.at, now) });
  if (start.kind === 'later') return t('waiting.nextLater', { plan });
  return start.by === null
    ? t('waiting.planFirstUse', { plan })
    : t('waiting.planFirstUseBy', { plan, day: dateText(start.by, now) });
}

/** "1 GB of it only in Japan" */
export function regionalPartText({ bytes, regions }: RegionalPart, byteUnit: ByteUnit): string {
  return t('waiting.onlyIn', { amount: amountText(bytes, byteUnit), regions: listText(regionNames(regions)) });
}

/** "SEK 40.00 credit"; null: none is known. */
export function creditText(credit: Money | null | undefined): string | null {
  return credit ? t('waiting.credit', { price: figureText(moneyText(credit)) }) : null;
}
