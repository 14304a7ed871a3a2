import { t } from '../../../utils/browser/i18n.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import '../../ui/page.css';

type Props = { cards: ListedCard[]; withOwn: string[]; chosen: string; choose: (text: string) => void };

/** Whose rules are shown. Cards of one name are told apart by their seller. */
export function RulesScope({ cards, withOwn, chosen, choose }: Props) {
  const nameOf = ({ title, seller }: ListedCard) =>
    cards.filter((other) => other.title === title).length > 1 ? `${title} · ${seller}` : title;
  return (
    <label class="page-field">
      <span>{t('settings.rulesFor')}</span>
      <select data-testid="rules-for" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('settings.allCards')}</option>
        {cards.map((card) => (
          <option value={card.idText} key={card.idText}>
            {withOwn.includes(card.idText) ? t('settings.rulesOwn', { card: nameOf(card) }) : nameOf(card)}
          </option>
        ))}
      </select>
    </label>
  );
}
