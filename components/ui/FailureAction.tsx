import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { requestOrigins } from '../../utils/browser/permissions.ts';
import type { Account, Seller } from '../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../utils/core/accounts/origins.ts';
import type { Failure } from '../../utils/core/values/failure.ts';
import './text-button.css';

type Props = { failure: Failure; account: Account; isRefreshBlocked: boolean };

/** What the user can do about a failure: grant the permission, sign in, open the page, connect again or retry. */
export function FailureAction({ failure, account, isRefreshBlocked }: Props) {
  const refresh = () => send('refresh', { accountId: account.id }).catch(() => undefined);
  if (failure.kind === 'permission-missing') {
    const patterns = requiredMatchPatterns(account.seller);
    const allow = () => requestOrigins(patterns).then((isGranted) => (isGranted ? refresh() : undefined));
    return (
      <button type="button" class="text-button" onClick={allow}>
        {t('failure.allow')}
      </button>
    );
  }
  const isHotspot = account.seller.meteredBy === 'hotspot';
  if (failure.kind === 'unsendable' || (failure.kind === 'forbidden' && isHotspot)) {
    return (
      <a class="text-button" href={connectPageOf(account.seller)} target="_blank" rel="noreferrer">
        {t('failure.connect')}
      </a>
    );
  }
  const isOfNetwork = ['offline', 'no-answer', 'captive-portal'].includes(failure.kind);
  if (failure.kind === 'locked' || (account.seller.page && !isOfNetwork)) {
    return (
      <a class="text-button" href={account.seller.accountUrl ?? ''} target="_blank" rel="noreferrer">
        {failure.kind === 'page-changed' ? t('failure.pointAgain') : t('failure.openPage')}
      </a>
    );
  }
  if (['signed-out', 'not-vouched', 'card-gone'].includes(failure.kind)) {
    return (
      <a class="text-button" href={connectPageOf(account.seller)} target="_blank" rel="noreferrer">
        {t('failure.signIn')}
      </a>
    );
  }
  return (
    <button
      type="button"
      class="text-button"
      aria-disabled={isRefreshBlocked}
      onClick={() => (isRefreshBlocked ? undefined : refresh())}
    >
      {t('failure.retry')}
    </button>
  );
}

/** The connect page as it was used before: with the seller's address or with the provider chosen. */
function connectPageOf({ origin, providerId, signIn, cardToken }: Seller): string {
  const [name, value] = signIn || cardToken ? ['seller', origin] : ['provider', providerId];
  return `connect.html?${name}=${encodeURIComponent(value)}`;
}
