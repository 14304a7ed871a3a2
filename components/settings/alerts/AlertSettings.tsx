import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { type CardBook, choiceOf, type ListedCard } from '../../../utils/core/accounts/card-preferences.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { SettingsNotifications } from '../notifications/NotificationSettings.tsx';
import type { Change, ChangeCard } from '../shared/use-settings.ts';
import { SettingsRules } from './AlertRulesForm.tsx';
import { SettingsOwnRules } from './CardAlertRules.tsx';
import { SettingsRulesFor } from './RulesScope.tsx';

type Props = {
  settings: Settings;
  book: CardBook;
  cards: ListedCard[];
  canWarn: boolean;
  level: 'granted' | 'denied' | null;
  change: Change<Settings>;
  changeCard: ChangeCard;
};

/** Whether alerts can be seen, and when there are any: for all cards, or by a card's own rules. */
export function SettingsAlerts({ settings, book, cards, canWarn, level, change, changeCard }: Props) {
  const [chosen, choose] = useState('');
  const card = cards.find(({ text }) => text === chosen);
  const withOwn = cards.filter(({ text }) => choiceOf(book, text).rules !== null).map(({ text }) => text);
  return (
    <section class="page-section">
      <h2>{t('settings.alerts')}</h2>
      <SettingsNotifications canWarn={canWarn} level={level} />
      {cards.length > 1 || withOwn.length > 0 ? (
        <SettingsRulesFor cards={cards} withOwn={withOwn} chosen={card?.text ?? ''} choose={choose} />
      ) : null}
      {card ? (
        <SettingsOwnRules
          rules={choiceOf(book, card.text).rules}
          shared={settings}
          isHidden={card.isHidden}
          change={(someOf) => changeCard(card.id, someOf)}
        />
      ) : (
        <SettingsRules rules={settings} change={change} />
      )}
      <p class="page-quiet">{t('connect.warnsNobody')}</p>
    </section>
  );
}
