import { t } from '../../../utils/browser/i18n.ts';
import type { CardChoice } from '../../../utils/core/accounts/card-preferences.ts';
import { type AlertRules, rulesOf } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { SettingsCheck } from '../shared/Checkbox.tsx';
import type { Change } from '../shared/use-settings.ts';
import { SettingsRules } from './AlertRulesForm.tsx';

/** `rules`: those of the card itself; `shared`: those of all cards, from which its own begin. */
type Props = { rules: AlertRules | null; shared: AlertRules; isHidden: boolean; change: Change<CardChoice> };

/** Whether a card has rules of its own, and which. */
export function SettingsOwnRules({ rules, shared, isHidden, change }: Props) {
  return (
    <>
      <SettingsCheck
        testId="own-rules"
        isOn={rules !== null}
        change={(isOn) => change(() => ({ rules: isOn ? rulesOf(shared) : null }))}
      >
        {t('settings.ownRules')}
      </SettingsCheck>
      {isHidden ? <p class="page-quiet">{t('settings.rulesHidden')}</p> : null}
      {rules ? (
        <SettingsRules
          rules={rulesOf(rules)}
          change={(someOf) =>
            change(({ rules: latest }) => ({ rules: { ...(latest ?? rules), ...someOf(latest ?? rules) } }))
          }
        />
      ) : (
        <p class="page-quiet">{t('settings.rulesShared')}</p>
      )}
    </>
  );
}
