import { useState } from 'preact/hooks';
import { amountText, shortTimeText, t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import './CardQuestion.css';
import '../../ui/banner.css';
import '../../ui/button.css';

type Props = {
  account: Account;
  card: Card | null;
  check: CheckState | null;
  skewMs: number;
  now: number;
  openPage: OpenPage;
};

/**
 * Asks whether what a seller's page now shows is still this card: where it names another account, or where it names none
 * and the figure has jumped. Nothing where there is no doubt.
 */
export function CardQuestion({ account, card, check, skewMs, now, openPage }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const jump = card?.unconfirmed?.needsPerson ? card.unconfirmed : null;
  if (!jump && check?.failure?.kind !== 'other-account') return null;
  const { id: accountId, seller } = account;
  const answer = (isSameCard: boolean) => {
    setFailed(false);
    send('confirmPage', { accountId, isSameCard }).catch(() => setFailed(true));
  };
  const question = jump
    ? t('page.jump', {
        seller: seller.name,
        now: amountText(jump.needsPerson?.leftBytes ?? 0, seller.byteUnit),
        before: amountText(jump.leftBytes, seller.byteUnit),
        when: shortTimeText(jump.measuredAt - skewMs, now),
      })
    : t('page.otherCard');
  return (
    <section class="banner card-question" data-testid="card-question" aria-label={t('page.otherCard')}>
      <p>{question}</p>
      <div class="card-question-answers">
        {jump ? (
          <button type="button" class="small-button" data-testid="another-card" onClick={() => answer(false)}>
            {t('page.jumpNo')}
          </button>
        ) : (
          <AddCard account={account} openPage={openPage} />
        )}
        <button type="button" class="small-button" data-testid="same-card" onClick={() => answer(true)}>
          {t(jump ? 'page.jumpYes' : 'page.sameCard')}
        </button>
      </div>
      <p role="status" class="card-question-failed">
        {hasFailed ? t('offer.problem.noWorker') : null}
      </p>
    </section>
  );
}

/** The other person's card, by the number on the page: from there where it is in front, else on the way to it. */
function AddCard({ account, openPage }: Pick<Props, 'account' | 'openPage'>) {
  if (openPage.isOf(account)) {
    return (
      <button type="button" class="small-button" data-testid="another-card" onClick={() => openPage.pick(null)}>
        {t('page.anotherCard')}
      </button>
    );
  }
  return (
    <a
      class="small-button"
      href={account.seller.accountUrl ?? ''}
      target="_blank"
      rel="noreferrer"
      data-testid="another-card"
    >
      {t('page.openPage')}
    </a>
  );
}
