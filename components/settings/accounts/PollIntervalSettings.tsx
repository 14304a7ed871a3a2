import { durationText, t } from '../../../utils/browser/i18n.ts';
import { pollIntervalChoices, type Settings } from '../../../utils/core/settings.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import '../../ui/page.css';
import type { Change } from '../shared/use-settings.ts';

const asNeeded = 'as-needed';

/** How often the sellers are polled. */
export function PollIntervalSettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  const choose = (value: string) => change(() => ({ pollIntervalMinutes: value === asNeeded ? null : Number(value) }));
  return (
    <div>
      <label class="page-field">
        <span>{t('settings.pace')}</span>
        <select
          data-testid="pace"
          value={settings.pollIntervalMinutes ?? asNeeded}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value={asNeeded}>{t('settings.paceAsNeeded')}</option>
          {pollIntervalChoices.map((minutes) => (
            <option value={minutes} key={minutes}>
              {t('settings.paceEvery', { interval: durationText(minutes * minuteMs) })}
            </option>
          ))}
        </select>
      </label>
      <p class="page-quiet">
        {t(settings.pollIntervalMinutes === null ? 'settings.paceAsNeededWhy' : 'settings.paceWhy')}
      </p>
    </div>
  );
}
