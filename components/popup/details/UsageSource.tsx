import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { EnterLeft } from './BalanceEntry.tsx';
import { DialHint } from './UssdHint.tsx';
import './UsageSource.css';
import '../../ui/text-button.css';

/** Whose count the figure is, where it is not the network's; and the way to a newer one. */
export function CountedBy({ account }: { account: Account }) {
  const { countedBy, own } = account.seller;
  if (countedBy === 'carrier') return null;
  return (
    <div class="counted-by">
      <p class="counted-by-whom">
        <span data-testid="counted-by">{countedBy === 'router' ? t('popup.byHotspot') : t('popup.byYou')}</span>
        {own === null ? null : (
          <a class="text-button" href={`connect.html?change=${account.id}`} target="_blank" rel="noreferrer">
            {t('popup.changePlan')}
          </a>
        )}
      </p>
      {own === null || own.quotaBytes === null ? null : <EnterLeft account={account} />}
      {own === null || own.dial === null ? null : <DialHint dial={own.dial} />}
    </div>
  );
}
