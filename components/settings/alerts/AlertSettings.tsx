import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { type CardPreferences, type ListedCard, preferenceOf } from '../../../utils/core/accounts/card-preferences.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { NotificationSettings } from '../notifications/NotificationSettings.tsx';
import type { Change, SaveCardPreference } from '../shared/use-settings.ts';
import { AlertRulesForm } from './AlertRulesForm.tsx';
import { CardAlertRules } from './CardAlertRules.tsx';
import { RulesScope } from './RulesScope.tsx';

type Props = {
  settings: Settings;
  preferences: CardPreferences;
  cards: ListedCard[];
  canWarn: boolean;
  level: 'granted' | 'denied' | null;
  change: Change<Settings>;
  changeCard: SaveCardPreference;
};

/** Whether notifications are enabled, and the alert rules for all cards or for one. */
export function AlertSettings({ settings, preferences, cards, canWarn, level, change, changeCard }: Props) {
  const [chosen, choose] = useState('');
  const card = cards.find(({ idText }) => idText === chosen);
  const cardsWithRules = cards
    .filter(({ idText }) => preferenceOf(preferences, idText).rules !== null)
    .map(({ idText }) => idText);
  return (
    <section class="page-section">
      <h2>{t('settings.alerts')}</h2>
      <NotificationSettings canWarn={canWarn} level={level} />
      {cards.length > 1 || cardsWithRules.length > 0 ? (
        <RulesScope cards={cards} cardsWithRules={cardsWithRules} chosen={card?.idText ?? ''} choose={choose} />
      ) : null}
      {card ? (
        <CardAlertRules
          rules={preferenceOf(preferences, card.idText).rules}
          sharedRules={settings}
          isHidden={card.isHidden}
          change={(update) => changeCard(card.id, update)}
        />
      ) : (
        <AlertRulesForm rules={settings} change={change} />
      )}
      <p class="page-quiet">{t('connect.warnsNobody')}</p>
    </section>
  );
}
