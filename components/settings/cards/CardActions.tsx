import { t } from '../../../utils/browser/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Checkbox } from '../shared/Checkbox.tsx';
import type { CardRowProps } from './card-row-props.ts';

/** What is seldom done with a card: its place in the list, and whether it is in view. */
export function CardActions({ card, isOnlyCard, isFirst, isLast, canHide, change, move }: CardRowProps) {
  return (
    <>
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
      <p class="page-quiet">{t(canHide ? 'settings.hideSays' : 'settings.hideLast')}</p>
    </>
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
