import { t } from '../../utils/browser/i18n.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { type OpenPageNotice, useOpenPage } from '../hooks/use-open-page.ts';
import type { PopupState } from '../hooks/use-popup-state.ts';
import { UnreadNotice } from '../page/UnreadNotice.tsx';
import { CardQuestion } from './CardQuestion.tsx';
import { CardView } from './CardView.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FailureBanner } from './FailureBanner.tsx';
import { PopupHeader } from './header/PopupHeader.tsx';
import { SellerChanges } from './SellerChanges.tsx';
import { UnreadableAccount } from './UnreadableAccount.tsx';
import './Popup.css';
import '../ui/text-button.css';

type Props = { shown: PopupState; now: number; show: (card: CardId) => void };

/** The popup for a stored state. `now`: our clock. */
export function Popup({ shown, now, show }: Props) {
  const openPage = useOpenPage(shown);
  const { account, snapshot } = shown;
  const notice = openPage.notice && <PageNotice notice={openPage.notice} />;
  if (!account && shown.accountId === null) return <EmptyState openPage={openPage}>{notice}</EmptyState>;
  if (!account) {
    return (
      <UnreadableAccount shown={shown} openPage={openPage} now={now} show={show}>
        {notice}
      </UnreadableAccount>
    );
  }
  const card = snapshot?.cards.find(({ key }) => key === shown.card?.cardKey) ?? null;
  const gone = shown.index.accounts.find(({ id }) => id === account.id)?.gone ?? [];
  const isMissing = snapshot !== null && (shown.card !== null || gone.length > 0);
  const canPointAgain = shown.check?.failure?.kind === 'page-changed' && openPage.isOf(account);
  // After a failure its banner says more.
  const missing = isMissing ? 'popup.cardMissing' : shown.check?.failure ? null : 'popup.waiting';
  return (
    <main class="popup">
      <PopupHeader shown={shown} openPage={openPage} account={account} card={card} now={now} show={show} />
      {shown.canSave ? null : (
        <p class="popup-line" role="alert" data-testid="cannot-save">
          {t('popup.cannotSave')}
        </p>
      )}
      {notice}
      <UnreadNotice unread={shown.unread} />
      <FailureBanner
        account={account}
        check={shown.check}
        snapshot={snapshot}
        card={card}
        now={now}
        action={canPointAgain ? <PointAgain point={() => openPage.pick(account.id)} /> : null}
      />
      <CardQuestion
        account={account}
        card={card}
        check={shown.check}
        skewMs={snapshot?.skewMs ?? 0}
        now={now}
        openPage={openPage}
      />
      <SellerChanges account={account} />
      {card && snapshot && shown.card ? (
        <CardView
          key={formatCardId(shown.card)}
          shown={shown}
          id={shown.card}
          account={account}
          snapshot={snapshot}
          card={card}
          now={now}
        />
      ) : (
        <div class="popup-line">
          {missing === null ? null : <p>{t(missing, { seller: account.seller.name })}</p>}
          {gone[0] ? <GoneCardLink card={{ accountId: account.id, cardKey: gone[0].key }} /> : null}
        </div>
      )}
    </main>
  );
}

/** What came of a press that has to do with the page in front. */
function PageNotice({ notice }: { notice: OpenPageNotice }) {
  const text =
    notice.kind === 'renews-here'
      ? t('page.renewHereSet', { host: notice.host })
      : t(notice.kind === 'failed' ? 'offer.problem.noWorker' : 'page.notStarted');
  return (
    <p class="popup-line" role="status" data-testid="page-notice">
      {text}{' '}
      {notice.kind === 'renews-here' ? (
        <a class="text-button" href="options.html" target="_blank" rel="noreferrer" data-testid="enter-usual">
          {t('page.usual.add')}
        </a>
      ) : null}
    </p>
  );
}

/** On the page itself, where the number is not where it was. */
function PointAgain({ point }: { point: () => void }) {
  return (
    <button type="button" class="text-button" data-testid="point-again" onClick={point}>
      {t('failure.pointAgain')}
    </button>
  );
}

/** The way to a card that is listed no more, where there is no other to show instead. */
function GoneCardLink({ card }: { card: CardId }) {
  return (
    <a
      class="text-button"
      href={`history.html?card=${encodeURIComponent(formatCardId(card))}`}
      target="_blank"
      rel="noreferrer"
      data-testid="gone-card"
    >
      {t('popup.goneCard')}
    </a>
  );
}
