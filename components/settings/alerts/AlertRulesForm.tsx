import { durationText, percentText, t } from '../../../utils/browser/i18n.ts';
import { type AlertRules, leadChoices, thresholdChoices } from '../../../utils/core/settings.ts';
import { hourMs } from '../../../utils/core/values/time.ts';
import '../../ui/page.css';
import { Checkbox } from '../shared/Checkbox.tsx';
import { Chip } from '../shared/Chip.tsx';
import type { Change } from '../shared/use-settings.ts';
import { DataThresholds } from './DataThresholds.tsx';

/** `values` with `value` added or removed, the largest first. */
function toggle(values: readonly number[], value: number, isOn: boolean): number[] {
  const others = values.filter((other) => other !== value);
  return (isOn ? [...others, value] : others).sort((a, b) => b - a);
}

const switches = [
  'risk',
  'lapse',
  'charge',
  'dailyBudget',
  'unstarted',
  'lineEnd',
] as const satisfies readonly (keyof AlertRules)[];

/** When to warn, for all cards or for one, as sentences. */
export function AlertRulesForm({ rules, change }: { rules: AlertRules; change: Change<AlertRules> }) {
  return (
    <>
      <fieldset class="chips">
        <legend>{t('settings.thresholds')}</legend>
        {thresholdChoices.map((percent) => (
          <Chip
            key={percent}
            testId="threshold"
            value={percent}
            isOn={rules.thresholds.includes(percent)}
            change={(isOn) => change(({ thresholds }) => ({ thresholds: toggle(thresholds, percent, isOn) }))}
          >
            {percent === 0 ? t('settings.nothingLeft') : percentText(percent)}
          </Chip>
        ))}
      </fieldset>
      <DataThresholds
        amounts={rules.amounts}
        change={(update) => change(({ amounts }) => ({ amounts: update(amounts) }))}
      />
      <fieldset class="chips">
        <legend>{t('settings.leads')}</legend>
        {leadChoices.map((hours) => (
          <Chip
            key={hours}
            testId="lead"
            value={hours}
            isOn={rules.leadHours.includes(hours)}
            change={(isOn) => change(({ leadHours }) => ({ leadHours: toggle(leadHours, hours, isOn) }))}
          >
            {durationText(hours * hourMs)}
          </Chip>
        ))}
      </fieldset>
      <fieldset class="page-group">
        <legend>{t('settings.alsoWarn')}</legend>
        {switches.map((name) => (
          <Checkbox testId={name} key={name} isOn={rules[name]} change={(isOn) => change(() => ({ [name]: isOn }))}>
            {t(`settings.${name}`)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}
