import type { ComponentChildren } from 'preact';
import { dateTimeText, relativeText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { AutoRenewLines } from './AutoRenewLines.tsx';
import './BalanceSummary.css';
import { roughText, wholeMegabytesText } from '../../format/amount-text.ts';
import { nextChargeText } from '../../format/auto-renew-text.ts';
import { QuotaBar } from './QuotaBar.tsx';
import { RemainingData } from './RemainingData.tsx';
import type { BalanceView } from './summarize-balance.ts';
import { insufficientDataText, usageStatusText } from './usage-status-text.ts';

type Props = { answer: BalanceView; seller: Seller; now: number; children: ComponentChildren };

/** How much is left, whether it will last, and until when. */
export function BalanceSummary({ answer, seller, now, children }: Props) {
  const { forecast, renewing } = answer;
  const tooEarly = insufficientDataText(answer);
  return (
    <section class="answer" data-status={answer.isOld ? 'stale' : answer.status}>
      <RemainingData summary={answer} byteUnit={seller.byteUnit} />
      <QuotaBar summary={answer} byteUnit={seller.byteUnit} />
      <p class="verdict" data-testid="verdict">
        {usageStatusText(answer, seller, now)}
      </p>
      {tooEarly === null ? null : (
        <p class="too-early" data-testid="too-early">
          {tooEarly}
        </p>
      )}
      <dl class="facts">
        <dt>{answer.endsAt !== null && answer.endsAt <= now ? t('popup.ends') : t('popup.expires')}</dt>
        <dd data-testid="expiry">{endText(answer.endsAt, now)}</dd>
        {renewing.length === 0 ? null : (
          <>
            <dt>{t('popup.autoRenew')}</dt>
            <dd data-testid="next-charge">
              <AutoRenewLines renewing={renewing} says={(one) => nextChargeText(one, answer.skewMs, now)} />
            </dd>
          </>
        )}
        {answer.safePerDayBytes === null ? null : (
          <>
            <dt>{t('popup.safePerDay')}</dt>
            <dd data-testid="safe-per-day">
              <bdi>{wholeMegabytesText(answer.safePerDayBytes, seller.byteUnit)}</bdi>
            </dd>
          </>
        )}
        {answer.reason === 'runs-out' && forecast.kind === 'ready' ? (
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
  const near = endsAt > now ? t('popup.soon') : t('popup.justNow');
  return `${dateTimeText(endsAt, now)} · ${relativeText(endsAt, now) ?? near}`;
}
