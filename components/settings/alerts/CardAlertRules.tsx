import { t } from '../../../utils/browser/i18n.ts';
import type { CardPreference } from '../../../utils/core/accounts/card-preferences.ts';
import { type AlertRules, alertRulesOf } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { Checkbox } from '../shared/Checkbox.tsx';
import type { Change } from '../shared/use-settings.ts';
import { AlertRulesForm } from './AlertRulesForm.tsx';

/** `rules`: those of the card itself; `shared`: those of all cards, from which its own begin. */
type Props = { rules: AlertRules | null; shared: AlertRules; isHidden: boolean; change: Change<CardPreference> };

/** Whether a card has rules of its own, and which. */
export function CardAlertRules({ rules, shared, isHidden, change }: Props) {
  return (
    <>
      <Checkbox
        testId="own-rules"
        isOn={rules !== null}
        change={(isOn) => change(() => ({ rules: isOn ? alertRulesOf(shared) : null }))}
      >
        {t('settings.ownRules')}
      </Checkbox>
      {isHidden ? <p class="page-quiet">{t('settings.rulesHidden')}</p> : null}
      {rules ? (
        <AlertRulesForm
          rules={alertRulesOf(rules)}
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
