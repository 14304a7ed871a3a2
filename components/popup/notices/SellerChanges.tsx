import { listText, t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { shownProposal } from '../../../utils/core/accounts/discovery-changes.ts';
import '../../ui/button.css';
import './SellerChanges.css';

/** What the seller's document says anew, old and new side by side, until the user answers; the safe answer first. */
export function SellerChanges({ account }: { account: Account }) {
  const changes = shownProposal(account);
  if (!changes) return null;
  const { oldName, newName, oldHosts, newHosts, needsSignIn } = changes;
  const answer = (isAccepted: boolean) =>
    send('answerProposal', { accountId: account.id, isAccepted }).catch(() => undefined);
  return (
    <section class="seller-changes" data-testid="seller-changes">
      <p>{t(needsSignIn ? 'sellerChanges.signIn' : 'sellerChanges.name', { seller: oldName })}</p>
      <dl>
        <dt>{t('sellerChanges.before')}</dt>
        <dd>
          <bdi>{oldName}</bdi>
          {needsSignIn ? <small>{listText(oldHosts)}</small> : null}
        </dd>
        <dt>{t('sellerChanges.now')}</dt>
        <dd>
          <bdi>{newName}</bdi>
          {needsSignIn ? <small>{listText(newHosts)}</small> : null}
        </dd>
      </dl>
      <div class="seller-changes-answers">
        <button type="button" class="small-button" data-testid="changes-not-now" onClick={() => answer(false)}>
          {t('sellerChanges.notNow')}
        </button>
        {needsSignIn ? (
          <a
            class="small-button"
            data-testid="changes-sign-in"
            href={`connect.html?seller=${encodeURIComponent(account.seller.origin)}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('failure.signIn')}
          </a>
        ) : (
          <button type="button" class="small-button" data-testid="changes-accept" onClick={() => answer(true)}>
            {t('sellerChanges.accept')}
          </button>
        )}
      </div>
    </section>
  );
}
