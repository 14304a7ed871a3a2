import { send } from '../utils/browser/messages.ts';
import { requestOrigins } from '../utils/browser/permissions.ts';
import { t } from '../utils/browser/words.ts';
import { type Account, patternFor } from '../utils/core/account.ts';
import type { Failure } from '../utils/core/failure.ts';
import './text-button.css';

type Props = { failure: Failure; account: Account; isHeld: boolean };

/** The one thing to do about a failure. */
export function FailureAction({ failure, account, isHeld }: Props) {
  const refresh = () => send('refresh', { accountId: account.id }).catch(() => undefined);
  if (failure.kind === 'permission-missing') {
    const patterns = patternsOf(account);
    const allow = () => requestOrigins(patterns).then((isGranted) => (isGranted ? refresh() : undefined));
    return (
      <button type="button" class="text-button" onClick={allow}>
        {t('failure.allow')}
      </button>
    );
  }
  if (failure.kind === 'signed-out' || failure.kind === 'card-gone') {
    const href = `connect.html?seller=${encodeURIComponent(account.seller.origin)}`;
    return (
      <a class="text-button" href={href} target="_blank" rel="noreferrer">
        {t('failure.signIn')}
      </a>
    );
  }
  return (
    <button type="button" class="text-button" aria-disabled={isHeld} onClick={() => (isHeld ? undefined : refresh())}>
      {t('failure.retry')}
    </button>
  );
}

function patternsOf({ seller }: Account): string[] {
  const { apiBase, issuer } = seller.endpoints;
  return [...new Set([apiBase, issuer].flatMap((url) => (url ? [patternFor(url)] : [])))];
}
