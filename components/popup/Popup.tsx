import { t } from '../../utils/browser/i18n.ts';
import { shownProposal } from '../../utils/core/accounts/discovery-changes.ts';
import { visibleOrders } from '../../utils/core/orders/order-list.ts';
import { failureActOf, requiredAct } from '../../utils/core/popup/user-act.ts';
import { toPollIntervalMs } from '../../utils/core/settings.ts';
import { hasExpired } from '../../utils/core/usage/card-balance.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import { isStale } from '../../utils/core/usage/staleness.ts';
import { toSellerTime } from '../../utils/core/usage/usage-snapshot.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { type OpenPageNotice, useOpenPage } from '../hooks/use-open-page.ts';
import type { PopupState } from '../hooks/use-popup-state.ts';
import { PrivacyNotice } from '../page/PrivacyNotice.tsx';
import { UnreadNotice } from '../page/UnreadNotice.tsx';
import { UndoLine } from '../undo/UndoLine.tsx';
import { RequiredAct } from './act/RequiredAct.tsx';
import { CardView } from './CardView.tsx';
import { EmptyState } from './EmptyState.tsx';
import { PopupHeader } from './header/PopupHeader.tsx';
import { CardQuestion } from './notices/CardQuestion.tsx';
import { FailureBanner } from './notices/FailureBanner.tsx';
import { SellerChanges } from './notices/SellerChanges.tsx';
import { UnreadableAccount } from './UnreadableAccount.tsx';
import './Popup.css';
import '../ui/button.css';

type Props = { shown: PopupState; now: number; show: (card: CardId) => void };

/** The popup for a stored state. `now`: our clock. */
export function Popup({ shown, now, show }: Props) {
  const openPage = useOpenPage(shown);
  useKeptFocus();
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
  const failure = shown.check?.failure ?? null;
  // After a failure its banner says more.
  const missing = isMissing ? 'popup.cardMissing' : failure ? null : 'popup.waiting';
  const isOld =
    snapshot !== null &&
    card !== null &&
    !hasExpired(card, toSellerTime(snapshot, now)) &&
    isStale(snapshot, toPollIntervalMs(shown.settings), now);
  const act = requiredAct({ failure, seller: account.seller, card, isOld });
  // What only the user can do stands as the main thing below, and a question is its own answer.
  const isOwnFailure = failure !== null && failure.kind !== 'other-account' && (act === null || act === 'answer');
  const pointAgain = openPage.isOf(account) ? () => openPage.pick(account.id) : null;
  const hasNotice =
    failure !== null ||
    card?.unconfirmed?.needsPerson !== undefined ||
    shownProposal(account) !== null ||
    shown.unread.some(({ isDismissed }) => !isDismissed) ||
    shown.settings.privacyMode;
  return (
    <main class="popup">
      <PopupHeader shown={shown} openPage={openPage} account={account} card={card} now={now} show={show} />
      {shown.canSave ? null : (
        <p class="popup-line" role="alert" data-testid="cannot-save">
          {t('popup.cannotSave')}
        </p>
      )}
      {notice}
      <PrivacyNotice settings={shown.settings} />
      <UnreadNotice unread={shown.unread} />
      <FailureBanner
        account={account}
        check={shown.check}
        snapshot={snapshot}
        card={card}
        now={now}
        act={isOwnFailure ? failureActOf(failure, account.seller) : null}
        isBrief={act === 'answer' || visibleOrders(shown.orders, now).length > 0}
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
          act={act}
          hasNotice={hasNotice}
          pointAgain={pointAgain}
          connectHref={openPage.connectHref}
          show={show}
          now={now}
        />
      ) : (
        <>
          <div class="popup-line">
            {missing === null ? null : <p>{t(missing, { seller: account.seller.name })}</p>}
            {gone[0] ? <GoneCardLink card={{ accountId: account.id, cardKey: gone[0].key }} /> : null}
          </div>
          {act === null || act === 'answer' ? null : (
            <RequiredAct {...{ act, account, pointAgain, now }} cardTitle={card?.title ?? null} isPrimary />
          )}
        </>
      )}
      <UndoLine />
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
        <a class="link" href="options.html" target="_blank" rel="noreferrer" data-testid="enter-usual">
          {t('page.usual.add')}
        </a>
      ) : null}
    </p>
  );
}

/** The way to a card that is listed no more, where there is no other to show instead. */
function GoneCardLink({ card }: { card: CardId }) {
  return (
    <a
      class="link"
      href={`history.html?card=${encodeURIComponent(formatCardId(card))}`}
      target="_blank"
      rel="noreferrer"
      data-testid="gone-card"
    >
      {t('popup.goneCard')}
    </a>
  );
}
