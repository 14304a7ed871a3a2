import { useId, useState } from 'preact/hooks';
import { isPrivacyMode, t } from '../../../utils/browser/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CardActions } from './CardActions.tsx';
import type { CardRowProps } from './card-row-props.ts';
import './CardRow.css';

/** One card in the list: its name, what is left, whether it is pinned and alerts are sent of it; the rest folded. */
export function CardRow(props: CardRowProps) {
  const { card, sellerTitle, number, figure, preference, canWarn, isOnlyCard, change, pin } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const source = [card.title === card.seller ? null : card.seller, number].filter((text) => text !== null);
  const isMuted = preference.isMuted ?? false;
  return (
    <li class="settings-card" data-testid="card-row">
      <div class="settings-card-line">
        <div class="settings-name">
          <NameField card={card} sellerTitle={sellerTitle} name={preference.name} change={change} />
          {source.length > 0 || card.isHidden ? (
            <span class="page-quiet settings-source">
              {source.map((text) => (
                <bdi key={text}>{text}</bdi>
              ))}
              {card.isHidden ? <span>{t('settings.isHidden')}</span> : null}
            </span>
          ) : null}
        </div>
        <bdi class="settings-figure" data-testid="card-figure">
          {figure}
        </bdi>
        {isOnlyCard ? null : (
          <button
            type="button"
            class="icon-button"
            data-testid="pin-choice"
            value={card.idText}
            aria-pressed={card.isPinned}
            aria-label={t('settings.pinCard', { card: card.title })}
            title={t(card.isPinned ? 'settings.unpin' : 'settings.pin')}
            onClick={() => pin(!card.isPinned)}
          >
            <Icon name="pin" />
          </button>
        )}
        {canWarn ? (
          <button
            type="button"
            class="icon-button"
            data-testid="card-alerts"
            aria-pressed={!isMuted}
            aria-label={t('settings.alertsOf', { card: card.title })}
            title={t(isMuted ? 'settings.unmute' : 'settings.mute')}
            onClick={() => change({ isMuted: !isMuted })}
          >
            <Icon name={isMuted ? 'bell-off' : 'bell'} />
          </button>
        ) : null}
        {isOnlyCard && !card.isHidden ? null : (
          <button
            type="button"
            class="icon-button"
            data-testid="card-more"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t('settings.moreOf', { card: card.title })}
            title={t('settings.more')}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="more" />
          </button>
        )}
      </div>
      <div id={id} class="settings-card-actions" hidden={!isOpen}>
        {isOpen ? <CardActions {...props} /> : null}
      </div>
    </li>
  );
}

type NameProps = Pick<CardRowProps, 'card' | 'sellerTitle' | 'change'> & { name: string | null };

/** The seller's name, until the user writes another over it. */
function NameField({ card, sellerTitle, name, change }: NameProps) {
  // The text as typed while the field has the focus: the saved name is trimmed.
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    const trimmed = text.trim();
    const next = trimmed === '' || trimmed === sellerTitle ? null : trimmed;
    if (next !== name) change({ name: next });
  };
  return (
    <input
      type="text"
      data-testid="card-name"
      dir="auto"
      maxLength={40}
      autocomplete="off"
      aria-label={t('settings.nameOf', { card: sellerTitle, seller: card.seller })}
      title={t('settings.names')}
      placeholder={sellerTitle}
      readOnly={isPrivacyMode()}
      value={typed ?? name ?? sellerTitle}
      onInput={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
