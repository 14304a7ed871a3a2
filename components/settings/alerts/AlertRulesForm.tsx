import { durationText, percentText, t } from '../../../utils/browser/i18n.ts';
import { type AlertRules, leadChoices, thresholdChoices } from '../../../utils/core/settings.ts';
import { hourMs } from '../../../utils/core/values/time.ts';
import '../../ui/page.css';
import { Checkbox } from '../shared/Checkbox.tsx';
import { DataThresholds } from './DataThresholds.tsx';
import './AlertRulesForm.css';
import type { Change } from '../shared/use-settings.ts';

/** `values` with `value` added or removed, the largest first. */
function toggle(values: readonly number[], value: number, isOn: boolean): number[] {
  const others = values.filter((other) => other !== value);
  return (isOn ? [...others, value] : others).sort((a, b) => b - a);
}

/** When to warn, for all cards or for one. */
export function AlertRulesForm({ rules, change }: { rules: AlertRules; change: Change<AlertRules> }) {
  return (
    <>
      <fieldset class="page-group settings-choices">
        <legend>{t('settings.thresholds')}</legend>
        {thresholdChoices.map((percent) => (
          <Checkbox
            key={percent}
            testId="threshold"
            value={percent}
            isOn={rules.thresholds.includes(percent)}
            change={(isOn) => change(({ thresholds }) => ({ thresholds: toggle(thresholds, percent, isOn) }))}
          >
            {percent === 0 ? t('settings.nothingLeft') : t('settings.percentLeft', { percent: percentText(percent) })}
          </Checkbox>
        ))}
      </fieldset>
      <DataThresholds
        amounts={rules.amounts}
        change={(update) => change(({ amounts }) => ({ amounts: update(amounts) }))}
      />
      <fieldset class="page-group settings-choices">
        <legend>{t('settings.leads')}</legend>
        {leadChoices.map((hours) => (
          <Checkbox
            key={hours}
            testId="lead"
            value={hours}
            isOn={rules.leadHours.includes(hours)}
            change={(isOn) => change(({ leadHours }) => ({ leadHours: toggle(leadHours, hours, isOn) }))}
          >
            {durationText(hours * hourMs)}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset class="page-group">
        <legend>{t('settings.ahead')}</legend>
        <Checkbox testId="risk" isOn={rules.risk} change={(risk) => change(() => ({ risk }))}>
          {t('settings.risk')}
        </Checkbox>
        <Checkbox testId="lapse" isOn={rules.lapse} change={(lapse) => change(() => ({ lapse }))}>
          {t('settings.lapse')}
        </Checkbox>
        <p class="page-quiet">{t('settings.aheadWhy')}</p>
        <Checkbox testId="charge" isOn={rules.charge} change={(charge) => change(() => ({ charge }))}>
          {t('settings.charge')}
        </Checkbox>
        <p class="page-quiet">{t('settings.chargeWhy')}</p>
      </fieldset>
    </>
  );
}
