import { t } from '../../utils/browser/i18n.ts';
import { type BadgeShows, badgeChoices, type Settings } from '../../utils/core/settings.ts';
import '../ui/page.css';
import { LanguageSettings } from './comfort/LanguageSettings.tsx';
import { ThemeSettings } from './comfort/ThemeSettings.tsx';
import { Checkbox } from './shared/Checkbox.tsx';
import type { Change } from './shared/use-settings.ts';

/** The number on the icon, whether amounts are of the remaining or the used data, language and theme. */
export function DisplaySettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  return (
    <section class="page-section" id="toolbar">
      <h2>{t('settings.section.toolbar')}</h2>
      <Checkbox
        testId="badge-number"
        isOn={settings.badgeNumber}
        change={(badgeNumber) => change(() => ({ badgeNumber }))}
      >
        {t('settings.badgeNumber')}
      </Checkbox>
      <label class="page-field">
        <span>{t('settings.badgeShows')}</span>
        <select
          data-testid="badge-shows"
          value={settings.badgeShows}
          disabled={!settings.badgeNumber}
          onChange={({ currentTarget }) => change(() => ({ badgeShows: currentTarget.value as BadgeShows }))}
        >
          {badgeChoices.map((shows) => (
            <option value={shows} key={shows}>
              {t(`settings.badge.${shows === 'run-out' ? 'runOut' : shows}`)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="page-group">
        <legend>{t('settings.view')}</legend>
        {(['left', 'used'] as const).map((view) => (
          <label class="page-check" key={view}>
            <input
              type="radio"
              name="view"
              data-testid="view"
              value={view}
              checked={settings.view === view}
              onChange={() => change(() => ({ view }))}
            />
            <span>{t(view === 'left' ? 'settings.viewLeft' : 'settings.viewUsed')}</span>
          </label>
        ))}
      </fieldset>
      <LanguageSettings settings={settings} change={change} />
      <ThemeSettings settings={settings} change={change} />
    </section>
  );
}
