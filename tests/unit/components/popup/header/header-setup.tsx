import type { PopupState } from '../../../../../components/hooks/popup-state.ts';
import type { OpenPage } from '../../../../../components/hooks/use-open-page.ts';
import { CardMenu } from '../../../../../components/popup/header/CardMenu.tsx';
import { PopupHeader } from '../../../../../components/popup/header/PopupHeader.tsx';
import type { CardJudgement } from '../../../../../utils/core/accounts/card-judgement.ts';
import type { CardId } from '../../../../../utils/core/usage/card-id.ts';
import { dayMs } from '../../../../../utils/core/values/time.ts';
import { cardOf, now, shownOf } from '../../popup-setup.ts';
import { renderPage } from '../../render-setup.tsx';

const gb = 1_000_000_000;

export function judgedWith(leftBytes: number, some: Partial<CardJudgement> = {}): CardJudgement {
  return {
    ...{ balance: { kind: 'known', leftBytes, totalBytes: 20 * gb }, endsAt: now + 2 * dayMs },
    ...{ status: 'ok', validUntil: now + dayMs },
    ...some,
  };
}

/** A popup with `count` cards, the last of a second seller; "Card n" has n of 20 GB left. Shows the first. */
export function shownWith(count: number, some: Partial<PopupState> = {}): PopupState {
  const cards = Array.from({ length: count }, (_, at) => ({
    ...{ key: `c${at + 1}`, title: `Card ${at + 1}` },
    judged: judgedWith((at + 1) * gb),
  }));
  const axis = { id: 'a1', name: 'Axis', origin: 'https://axis.example' };
  const base = shownOf({ ...cardOf({ kind: 'known', quotaBytes: 20 * gb, remainingBytes: gb, reservedBytes: 0 }) });
  const accounts =
    count === 1
      ? [{ ...axis, cards }]
      : [
          { ...axis, cards: cards.slice(0, -1) },
          { id: 'a2', name: 'Nord', cards: cards.slice(-1) },
        ];
  return { ...base, index: { ...base.index, accounts }, ...some };
}

/** The first card with these changes. */
export function withFirst(shown: PopupState, judged: Partial<CardJudgement>): PopupState {
  const [account, ...others] = shown.index.accounts;
  const [card, ...rest] = account?.cards ?? [];
  if (!account || !card?.judged) throw new Error('no card');
  const changed = { ...card, judged: { ...card.judged, ...judged } };
  return { ...shown, index: { ...shown.index, accounts: [{ ...account, cards: [changed, ...rest] }, ...others] } };
}

const noPage: OpenPage = {
  connectHref: 'connect.html',
  ...{ isKnown: true, isPrivate: false, url: null, notice: null },
  ...{ isOf: () => false, pick: () => undefined, renewHere: () => undefined },
};

export const openHeader = (shown: PopupState, show: (card: CardId) => void = () => undefined, at = now) => {
  const { account, snapshot } = shown;
  if (!account) throw new Error('no account');
  const card = snapshot?.cards[0] ?? null;
  return renderPage(<PopupHeader {...{ shown, account, card, show, CardMenu }} openPage={noPage} now={at} />);
};
