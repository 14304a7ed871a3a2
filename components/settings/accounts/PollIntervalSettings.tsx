import { durationText, t } from '../../../utils/browser/i18n.ts';
import { pollIntervalChoices, type Settings } from '../../../utils/core/settings.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import '../../ui/page.css';
import type { Change } from '../shared/use-settings.ts';

/** How often the sellers are polled. */
export function PollIntervalSettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  return (
    <div>
      <label class="page-field">
        <span>{t('settings.pace')}</span>
        <select
          data-testid="pace"
          value={settings.pollIntervalMinutes}
          onChange={({ currentTarget }) => change(() => ({ pollIntervalMinutes: Number(currentTarget.value) }))}
        >
          {pollIntervalChoices.map((minutes) => (
            <option value={minutes} key={minutes}>
              {durationText(minutes * minuteMs)}
            </option>
          ))}
        </select>
      </label>
      <p class="page-quiet">{t('settings.paceWhy')}</p>
    </div>
  );
}
