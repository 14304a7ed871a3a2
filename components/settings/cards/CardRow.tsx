import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { CardPreference, ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import { Icon } from '../../ui/Icon.tsx';
import './CardRow.css';
import { Checkbox } from '../shared/Checkbox.tsx';

type Props = {
  card: ListedCard;
  /** The seller's name for the card. */
  sellerTitle: string;
  name: string | null;
  isOnlyCard: boolean;
  isFirst: boolean;
  isLast: boolean;
  canHide: boolean;
  change: (changes: Partial<CardPreference>) => void;
  move: (step: -1 | 1, button: HTMLButtonElement) => void;
};

/** One card in the list: its name, position and visibility; an only card just has a name. */
export function CardRow({ card, sellerTitle, name, isOnlyCard, isFirst, isLast, canHide, change, move }: Props) {
  // The text as typed while the field has the focus: the saved name is trimmed.
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    const next = text.trim() || null;
    if (next !== name) change({ name: next });
  };
  return (
    <li class="settings-card">
      <label class="settings-name">
        <span class="page-quiet">
          <bdi>{card.seller}</bdi>
          {name !== null && sellerTitle !== card.seller ? (
            <>
              {' · '}
              <bdi>{sellerTitle}</bdi>
            </>
          ) : null}
        </span>
        <input
          type="text"
          data-testid="card-name"
          dir="auto"
          maxLength={40}
          autocomplete="off"
          aria-label={t('settings.nameOf', { card: sellerTitle, seller: card.seller })}
          placeholder={sellerTitle}
          value={typed ?? name ?? ''}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
      </label>
      {isOnlyCard && !card.isHidden ? null : (
        <div class="settings-card-actions">
          {isOnlyCard ? null : (
            <>
              <MoveButton direction="up" card={card.title} isEnd={isFirst} move={(button) => move(-1, button)} />
              <MoveButton direction="down" card={card.title} isEnd={isLast} move={(button) => move(1, button)} />
            </>
          )}
          <Checkbox
            testId="card-hide"
            isOn={card.isHidden}
            isFixed={!canHide}
            name={t('settings.hideCard', { card: card.title })}
            change={(isHidden) => change({ isHidden })}
          >
            {t('settings.hide')}
          </Checkbox>
        </div>
      )}
    </li>
  );
}

type MoveButtonProps = {
  direction: 'up' | 'down';
  card: string;
  isEnd: boolean;
  move: (button: HTMLButtonElement) => void;
};

/** `aria-disabled` at the end of the list: a disabled button would lose the focus. */
function MoveButton({ direction, card, isEnd, move }: MoveButtonProps) {
  const label = t(direction === 'up' ? 'settings.moveUp' : 'settings.moveDown', { card });
  return (
    <button
      type="button"
      class="icon-button settings-move"
      data-testid={`card-${direction}`}
      data-direction={direction}
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={(event) => move(event.currentTarget)}
    >
      <Icon name="open" />
    </button>
  );
}
