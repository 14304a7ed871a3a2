import { durationText, percentText, t } from '../utils/browser/words.ts';
import { paceChoices, thresholdChoices } from '../utils/core/settings.ts';
import { minuteMs } from '../utils/core/time.ts';
import { AllowAlerts } from './AllowAlerts.tsx';
import './Page.css';
import { SettingsAccounts } from './SettingsAccounts.tsx';
import { type SettingsFacts, useSettings } from './use-settings.ts';

/** All there is to choose; saved at once. */
export function SettingsPage({ first }: { first: SettingsFacts }) {
  const { settings, accounts, canWarn, change } = useSettings(first);
  const toggle = (percent: number, isOn: boolean) => {
    const others = settings.thresholds.filter((chosen) => chosen !== percent);
    change({ thresholds: (isOn ? [...others, percent] : others).sort((a, b) => b - a) });
  };
  return (
    <main class="page">
      <h1>{t('settings.title')}</h1>
      <section class="page-section">
        <h2>{t('settings.alerts')}</h2>
        {canWarn ? <p>{t('settings.alertsOn')}</p> : <p>{t('settings.alertsOff')}</p>}
        {!canWarn && <AllowAlerts />}
        <fieldset class="page-group">
          <legend>{t('settings.thresholds')}</legend>
          {thresholdChoices.map((percent) => (
            <label class="page-check" key={percent}>
              <input
                type="checkbox"
                data-testid="threshold"
                value={percent}
                checked={settings.thresholds.includes(percent)}
                onChange={(event) => toggle(percent, event.currentTarget.checked)}
              />
              {percent === 0 ? t('settings.nothingLeft') : t('settings.percentLeft', { percent: percentText(percent) })}
            </label>
          ))}
        </fieldset>
        <p class="page-quiet">{t('connect.warnsNobody')}</p>
      </section>
      <section class="page-section">
        <h2>{t('settings.checks')}</h2>
        <label class="page-field">
          <span>{t('settings.pace')}</span>
          <select
            data-testid="pace"
            value={settings.paceMinutes}
            onChange={(event) => change({ paceMinutes: Number(event.currentTarget.value) })}
          >
            {paceChoices.map((minutes) => (
              <option value={minutes} key={minutes}>
                {durationText(minutes * minuteMs)}
              </option>
            ))}
          </select>
        </label>
        <p class="page-quiet">{t('settings.paceWhy')}</p>
        <label class="page-check">
          <input
            type="checkbox"
            data-testid="badge-number"
            checked={settings.badgeNumber}
            onChange={(event) => change({ badgeNumber: event.currentTarget.checked })}
          />
          {t('settings.badgeNumber')}
        </label>
      </section>
      <SettingsAccounts accounts={accounts} />
    </main>
  );
}
