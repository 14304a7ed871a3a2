import { isPlain, standingOf } from '../../utils/core/popup/standing.ts';
import { type CardId, formatCardId } from '../../utils/core/usage/card-id.ts';
import type { PopupState } from '../hooks/popup-state.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useOpenPage } from '../hooks/use-open-page.ts';
import { CardView } from './CardView.tsx';
import { PopupHeader } from './header/PopupHeader.tsx';
import { usePart } from './parts.ts';
import './Popup.css';
import '../ui/button.css';

type Props = { shown: PopupState; now: number; show: (card: CardId) => void };

/** The popup for a stored state. `now`: our clock. */
export function Popup({ shown, now, show }: Props) {
  const openPage = useOpenPage(shown);
  useKeptFocus();
  const rest = usePart('rest', true);
  const hasMore = openPage.notice !== null || !shown.canSave || !isPlain(shown, now);
  const rare = usePart('rare', hasMore);
  const { account, snapshot } = shown;
  const notice = rare && openPage.notice ? <rare.PageNotice notice={openPage.notice} /> : null;
  if (!account) {
    if (!rare) return null;
    if (shown.accountId === null) return <rare.EmptyState openPage={openPage}>{notice}</rare.EmptyState>;
    return (
      <rare.UnreadableAccount {...{ shown, openPage, now, show }} CardMenu={rest?.CardMenu ?? null}>
        {notice}
      </rare.UnreadableAccount>
    );
  }
  const standing = standingOf(shown, account, now);
  const { card, failure, act } = standing;
  const [gone] = shown.index.accounts.find(({ id }) => id === account.id)?.gone ?? [];
  const isMissing = snapshot !== null && (shown.card !== null || gone !== undefined);
  // After a failure its banner says more.
  const missing = isMissing ? 'popup.cardMissing' : failure ? null : 'popup.waiting';
  const pointAgain = openPage.isOf(account) ? () => openPage.pick(account.id) : null;
  return (
    <main class="popup">
      <PopupHeader {...{ shown, openPage, account, card, now, show }} CardMenu={rest?.CardMenu ?? null} />
      {rare && hasMore ? <rare.Notices {...{ shown, account, standing, openPage, now }}>{notice}</rare.Notices> : null}
      {card && snapshot && shown.card ? (
        <CardView
          key={formatCardId(shown.card)}
          {...{ shown, account, snapshot, card, act, rest, rare, pointAgain, show, now }}
          id={shown.card}
          hasNotice={standing.hasNotice}
          connectHref={openPage.connectHref}
        />
      ) : rare ? (
        <>
          <rare.MissingCard
            reason={missing}
            seller={account.seller.name}
            gone={gone ? { accountId: account.id, cardKey: gone.key } : null}
          />
          {act === null || act === 'answer' ? null : (
            <rare.RequiredAct {...{ act, account, pointAgain, now }} cardTitle={card?.title ?? null} isPrimary />
          )}
        </>
      ) : null}
      {rest ? <rest.UndoLine /> : null}
    </main>
  );
}
