import { amountText, dateText, t } from '../../../utils/browser/i18n.ts';
import type { ExtraLine } from '../../../utils/core/usage/extra-line.ts';
import { planStartByOurClock, type WaitingPlan } from '../../../utils/core/usage/waiting-plans.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import { dayText } from '../../format/date-text.ts';

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
