import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { type CardPreferences, type ListedCard, preferenceOf } from '../../../utils/core/accounts/card-preferences.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import '../../ui/disclosure.css';
import '../../ui/page.css';
import { NotificationSettings } from '../notifications/NotificationSettings.tsx';
import type { Change, SaveCardPreference } from '../shared/use-settings.ts';
import { AlertRulesForm } from './AlertRulesForm.tsx';
import './AlertSettings.css';
import { CardAlertRules } from './CardAlertRules.tsx';
import { QuietHoursForm } from './QuietHoursForm.tsx';
import { RulesScope } from './RulesScope.tsx';

type RulesProps = {
  settings: Settings;
  preferences: CardPreferences;
  cards: ListedCard[];
  change: Change<Settings>;
  changeCard: SaveCardPreference;
};
type Props = RulesProps & { canWarn: boolean; level: 'granted' | 'denied' | null };

/** Whether alerts are on, and when to warn; folded as long as nobody could be warned. */
export function AlertSettings({ canWarn, level, ...rules }: Props) {
  return (
    <section class="page-section" id="alerts">
      <h2>{t('settings.section.alerts')}</h2>
      <NotificationSettings canWarn={canWarn} level={level} />
      {canWarn ? (
        <Rules {...rules} />
      ) : (
        <details class="disclosure" data-testid="rules-folded">
          <summary>{t('settings.rulesFolded')}</summary>
          <div class="settings-rules">
            <Rules {...rules} />
          </div>
        </details>
      )}
      <p class="page-quiet">{t('connect.warnsNobody')}</p>
    </section>
  );
}

/** The rules for all cards or for one, and the quiet hours. */
function Rules({ settings, preferences, cards, change, changeCard }: RulesProps) {
  const [chosen, choose] = useState('');
  const card = cards.find(({ idText }) => idText === chosen);
  const cardsWithRules = cards
    .filter(({ idText }) => preferenceOf(preferences, idText).rules !== null)
    .map(({ idText }) => idText);
  return (
    <>
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
      <QuietHoursForm quiet={settings.quiet} change={change} />
    </>
  );
}
