import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { CardPreference, ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import { Icon } from '../../ui/Icon.tsx';
import './CardRow.css';
import { Checkbox } from '../shared/Checkbox.tsx';

type Props = {
  card: ListedCard;
  /** What the seller calls it. */
  ownTitle: string;
  name: string | null;
  isAlone: boolean;
  isFirst: boolean;
  isLast: boolean;
  canHide: boolean;
  change: (some: Partial<CardPreference>) => void;
  move: (step: -1 | 1, button: HTMLButtonElement) => void;
};

/** One card in the list; alone, it has only a name. */
export function CardRow({ card, ownTitle, name, isAlone, isFirst, isLast, canHide, change, move }: Props) {
  // As typed while it is being typed: what is saved has no spaces around it.
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
          {name !== null && ownTitle !== card.seller ? (
            <>
              {' · '}
              <bdi>{ownTitle}</bdi>
            </>
          ) : null}
        </span>
        <input
          type="text"
          data-testid="card-name"
          dir="auto"
          maxLength={40}
          autocomplete="off"
          aria-label={t('settings.nameOf', { card: ownTitle, seller: card.seller })}
          placeholder={ownTitle}
          value={typed ?? name ?? ''}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
      </label>
      {isAlone && !card.isHidden ? null : (
        <div class="settings-card-acts">
          {isAlone ? null : (
            <>
              <Move way="up" card={card.title} isEnd={isFirst} move={(button) => move(-1, button)} />
              <Move way="down" card={card.title} isEnd={isLast} move={(button) => move(1, button)} />
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

type MoveProps = { way: 'up' | 'down'; card: string; isEnd: boolean; move: (button: HTMLButtonElement) => void };

/** Not `disabled` at the end of the list: it would lose the focus. */
function Move({ way, card, isEnd, move }: MoveProps) {
  const label = t(way === 'up' ? 'settings.moveUp' : 'settings.moveDown', { card });
  return (
    <button
      type="button"
      class="icon-button settings-move"
      data-testid={`card-${way}`}
      data-way={way}
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={(event) => move(event.currentTarget)}
    >
      <Icon name="open" />
    </button>
  );
}
