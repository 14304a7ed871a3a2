import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { BalanceEntry } from '../entry/BalanceEntry.tsx';
import { UssdHint } from './UssdHint.tsx';
import './UsageSource.css';
import '../../ui/button.css';

/** Who metered the balance if not the network, and how to update it. */
export function UsageSource({ account, now }: { account: Account; now: number }) {
  const { meteredBy, manualPlan } = account.seller;
  if (meteredBy === 'network') return null;
  return (
    <div class="usage-source">
      <p class="usage-source-line">
        <span data-testid="counted-by">{meteredBy === 'hotspot' ? t('popup.byHotspot') : t('popup.byYou')}</span>
        {manualPlan === null ? null : (
          <a class="link" href={`connect.html?change=${account.id}`} target="_blank" rel="noreferrer">
            {t('popup.changePlan')}
          </a>
        )}
      </p>
      {manualPlan === null || manualPlan.quotaBytes === null ? null : <BalanceEntry account={account} now={now} />}
      {manualPlan === null || manualPlan.ussdCode === null ? null : <UssdHint code={manualPlan.ussdCode} />}
    </div>
  );
}
