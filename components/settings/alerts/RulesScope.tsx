import { isolated, t } from '../../../utils/browser/i18n.ts';
import type { ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import '../../ui/page.css';

type Props = { cards: ListedCard[]; cardsWithRules: string[]; chosen: string; choose: (text: string) => void };

/** Selects all cards or one to edit its alert rules. Cards with the same name show their seller. */
export function RulesScope({ cards, cardsWithRules, chosen, choose }: Props) {
  const byTitle = Map.groupBy(cards, ({ title }) => title);
  const nameOf = ({ title, seller }: ListedCard) =>
    byTitle.get(title)?.length === 1 ? title : [title, seller].map(isolated).join(' · ');
  const withRules = new Set(cardsWithRules);
  return (
    <label class="page-field">
      <span>{t('settings.rulesFor')}</span>
      <select data-testid="rules-for" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('settings.allCards')}</option>
        {cards.map((card) => (
          <option value={card.idText} key={card.idText}>
            {withRules.has(card.idText) ? t('settings.rulesOwn', { card: nameOf(card) }) : nameOf(card)}
          </option>
        ))}
      </select>
    </label>
  );
}
