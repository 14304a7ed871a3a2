import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { visibleOrders } from '../../../utils/core/orders/order-list.ts';
import type { Standing } from '../../../utils/core/popup/standing.ts';
import { failureActOf } from '../../../utils/core/popup/user-act.ts';
import type { PopupState } from '../../hooks/popup-state.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';
import { PrivacyNotice } from '../../page/PrivacyNotice.tsx';
import { UnreadNotice } from '../../page/UnreadNotice.tsx';
import { CardQuestion } from './CardQuestion.tsx';
import { FailureBanner } from './FailureBanner.tsx';
import { SellerChanges } from './SellerChanges.tsx';

type Props = {
  shown: PopupState;
  account: Account;
  standing: Standing;
  openPage: OpenPage;
  now: number;
  /** What came of a press. */
  children: ComponentChildren;
};

/** All that stands above the figure, where there is any. */
export function Notices({ shown, account, standing, openPage, now, children }: Props) {
  const { snapshot, check } = shown;
  const { card, failure, act } = standing;
  // What only the user can do stands as the main thing below, and a question is its own answer.
  const isOwnFailure = failure !== null && failure.kind !== 'other-account' && (act === null || act === 'answer');
  return (
    <>
      {shown.canSave ? null : (
        <p class="popup-line" role="alert" data-testid="cannot-save">
          {t('popup.cannotSave')}
        </p>
      )}
      {children}
      <PrivacyNotice settings={shown.settings} />
      <UnreadNotice unread={shown.unread} />
      <FailureBanner
        {...{ account, check, snapshot, card, now }}
        act={isOwnFailure ? failureActOf(failure, account.seller) : null}
        isBrief={act === 'answer' || visibleOrders(shown.orders, now).length > 0}
      />
      <CardQuestion {...{ account, card, check, now, openPage }} skewMs={snapshot?.skewMs ?? 0} />
      <SellerChanges account={account} />
    </>
  );
}
