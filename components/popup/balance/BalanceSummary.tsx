import type { ComponentChildren } from 'preact';
import { dateTimeText, relativeText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { AutoRenewLines } from './AutoRenewLines.tsx';
import './BalanceSummary.css';
import { nextChargeText } from '../../format/auto-renew-text.ts';
import { roughText, wholeMegabytesText } from '../../format/data-amount-text.ts';
import { QuotaBar } from './QuotaBar.tsx';
import { RemainingData } from './RemainingData.tsx';
import type { BalanceView } from './summarize-balance.ts';
import { insufficientDataText, usageStatusText } from './usage-status-text.ts';

type Props = { summary: BalanceView; seller: Seller; now: number; children: ComponentChildren };

/** How much data is left, whether it will last, and until when. */
export function BalanceSummary({ summary, seller, now, children }: Props) {
  const { forecast, renewing } = summary;
  const insufficientData = insufficientDataText(summary);
  return (
    <section class="balance-summary" data-status={summary.isOld ? 'stale' : summary.status}>
      <RemainingData summary={summary} byteUnit={seller.byteUnit} />
      <QuotaBar summary={summary} byteUnit={seller.byteUnit} />
      <p class="usage-status" data-testid="verdict">
        {usageStatusText(summary, seller, now)}
      </p>
      {insufficientData === null ? null : (
        <p class="insufficient-data" data-testid="too-early">
          {insufficientData}
        </p>
      )}
      <dl class="facts">
        {summary.balance.kind === 'no-plan' ? null : (
          <>
            <dt>{summary.endsAt !== null && summary.endsAt <= now ? t('popup.ends') : t('popup.expires')}</dt>
            <dd data-testid="expiry">{endText(summary.endsAt, now)}</dd>
          </>
        )}
        {renewing.length === 0 ? null : (
          <>
            <dt>{t('popup.autoRenew')}</dt>
            <dd data-testid="next-charge">
              <AutoRenewLines renewing={renewing} textOf={(one) => nextChargeText(one, summary.skewMs, now)} />
            </dd>
          </>
        )}
        {summary.safePerDayBytes === null ? null : (
          <>
            <dt>{t('popup.safePerDay')}</dt>
            <dd data-testid="safe-per-day">
              <bdi>{wholeMegabytesText(summary.safePerDayBytes, seller.byteUnit)}</bdi>
            </dd>
          </>
        )}
        {summary.reason === 'runs-out' && forecast.kind === 'ready' ? (
          <>
            <dt>{t('popup.short')}</dt>
            <dd data-testid="short-by">
              {t('popup.shortSays', { amount: roughText(forecast.shortBytes.likely, seller.byteUnit) })}
            </dd>
          </>
        ) : null}
        {forecast.kind === 'ready' ? (
          <>
            <dt>{t('popup.pace')}</dt>
            <dd data-testid="pace-of-use">
              {t('popup.paceSays', { amount: roughText(forecast.perDayBytes, seller.byteUnit) })}
            </dd>
          </>
        ) : null}
      </dl>
      {children}
    </section>
  );
}

function endText(endsAt: number | null, now: number): string {
  if (endsAt === null) return t('popup.noEnd');
  const fallback = endsAt > now ? t('popup.soon') : t('popup.justNow');
  return `${dateTimeText(endsAt, now)} · ${relativeText(endsAt, now) ?? fallback}`;
}
