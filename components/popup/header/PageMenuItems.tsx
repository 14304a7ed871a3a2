import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { safeHref } from '../../../utils/core/values/urls.ts';
import type { OpenPage } from '../../hooks/use-open-page.ts';

type Props = {
  /** Of the card that is shown. */
  account: Account | null;
  cardTitle: string;
  openPage: OpenPage;
  close: () => void;
};

/** Below the cards: what can be done with the page in front, and how another card is added. */
export function PageMenuItems({ account, cardTitle, openPage, close }: Props) {
  const { url, connectHref } = openPage;
  const page = account?.seller.page ?? null;
  const canRenewHere = url !== null && safeHref(url) !== null && page !== null && page.topUpUrl !== url;
  const item = (testId: string, text: string, act: () => void) => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-testid={testId}
      onClick={() => {
        close();
        act();
      }}
    >
      {text}
    </button>
  );
  return (
    <>
      {account && openPage.isOf(account)
        ? item('pick-again', t('page.offerAgain'), () => openPage.pick(account.id))
        : null}
      {url === null ? null : item('read-page', t('page.offer'), () => openPage.pick(null))}
      {account && canRenewHere
        ? item('renew-here', t('page.renewHere', { card: cardTitle }), () => openPage.renewHere(account.id))
        : null}
      <a role="menuitem" tabIndex={-1} href={connectHref} target="_blank" rel="noreferrer" data-testid="add-card">
        {t('page.addCard')}
      </a>
    </>
  );
}
