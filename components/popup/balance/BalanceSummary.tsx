import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { locale, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { type RenewingPlan, upcomingChargeAt } from '../../../utils/core/usage/auto-renew.ts';
import { autoRenewText } from '../../format/auto-renew-text.ts';
import { AutoRenewLines } from './AutoRenewLines.tsx';
import { QuotaBar } from './QuotaBar.tsx';
import { RemainingData } from './RemainingData.tsx';
import type { BalanceView } from './summarize-balance.ts';
import { safePerDayText, usageStatusText } from './usage-status-text.ts';
import './BalanceSummary.css';

type Props = {
  summary: BalanceView;
  /** The figure is grey: it is old, or there is none anew before the user has done something. */
  isGrey: boolean;
  /** Other things are said beside it, and only what matters most is said of it. */
  isBrief: boolean;
  /** The plans that the seller renews. */
  renewing: RenewingPlan[];
  seller: Seller;
  now: number;
  /** What the figure is made of, while it is open. */
  parts: () => ComponentChildren;
  /** The one extra line. */
  children: ComponentChildren;
};

/** How much data is left, whether it will last, and until when. */
export function BalanceSummary({ summary, isGrey, isBrief, renewing, seller, now, parts, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const partsId = useId();
  const { byteUnit } = seller;
  const perDay = isGrey || isBrief ? null : safePerDayText(summary, seller);
  const button = { isOpen, toggle: () => setOpen(!isOpen), controls: partsId };
  return (
    <section class="balance-summary" data-status={isGrey ? 'stale' : summary.status}>
      <RemainingData summary={summary} byteUnit={byteUnit} parts={button} />
      <QuotaBar summary={summary} byteUnit={byteUnit} now={now} />
      <p class="usage-status" data-testid="verdict">
        {usageStatusText(summary, seller, now)}
      </p>
      <div class="balance-lines">
        {perDay === null ? null : <p data-testid="safe-per-day">{perDay}</p>}
        {hasEnd(summary, renewing, now) ? <p data-testid="expiry">{endText(summary.endsAt, now)}</p> : null}
        {renewing.length === 0 ? null : (
          <div data-testid="next-charge">
            <AutoRenewLines renewing={renewing} textOf={(one) => autoRenewText(one, summary.skewMs, now)} />
          </div>
        )}
        {children}
      </div>
      <div id={partsId} hidden={!isOpen}>
        {isOpen ? parts() : null}
      </div>
    </section>
  );
}

/** What renews by itself does not expire: the day of that is told instead. */
function hasEnd({ balance, endsAt, skewMs }: BalanceView, renewing: RenewingPlan[], now: number): boolean {
  if (balance.kind === 'no-plan' || balance.kind === 'not-started') return false;
  return endsAt === null || !renewing.some(({ autoRenew }) => upcomingChargeAt(autoRenew, now + skewMs) !== null);
}

/** In the computer's own time zone. */
function endText(endsAt: number | null, now: number): string {
  if (endsAt === null) return t('popup.noEnd');
  const isThisYear = new Date(endsAt).getFullYear() === new Date(now).getFullYear();
  const when = new Intl.DateTimeFormat(locale(), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(endsAt);
  return endsAt <= now ? t('popup.endedAt', { when }) : t('popup.expiresAt', { when });
}
