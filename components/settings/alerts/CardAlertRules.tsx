import { t } from '../../../utils/browser/i18n.ts';
import type { CardPreference } from '../../../utils/core/accounts/card-preferences.ts';
import { type AlertRules, alertRulesOf } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { Checkbox } from '../shared/Checkbox.tsx';
import type { Change } from '../shared/use-settings.ts';
import { AlertRulesForm } from './AlertRulesForm.tsx';

/** `rules`: the card's own, if any; `sharedRules`: of all cards, copied when the card gets its own. */
type Props = { rules: AlertRules | null; sharedRules: AlertRules; isHidden: boolean; change: Change<CardPreference> };

/** Whether a card has its own alert rules, and a form for them. */
export function CardAlertRules({ rules, sharedRules, isHidden, change }: Props) {
  return (
    <>
      <Checkbox
        testId="own-rules"
        isOn={rules !== null}
        change={(isOn) => change(() => ({ rules: isOn ? alertRulesOf(sharedRules) : null }))}
      >
        {t('settings.ownRules')}
      </Checkbox>
      {isHidden ? <p class="page-quiet">{t('settings.rulesHidden')}</p> : null}
      {rules ? (
        <AlertRulesForm
          rules={alertRulesOf(rules)}
          change={(update) =>
            change(({ rules: latest }) => ({ rules: { ...(latest ?? rules), ...update(latest ?? rules) } }))
          }
        />
      ) : (
        <p class="page-quiet">{t('settings.rulesShared')}</p>
      )}
    </>
  );
}
