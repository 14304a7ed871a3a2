import { t } from '../../../utils/browser/i18n.ts';
import { type Settings, type Theme, themeChoices } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import type { Change } from '../shared/use-settings.ts';

/** Whether pages are light or dark. */
export function ThemeSettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  return (
    <label class="page-field">
      <span>{t('look.theme')}</span>
      <select
        data-testid="theme"
        value={settings.theme}
        onChange={({ currentTarget }) => change(() => ({ theme: currentTarget.value as Theme }))}
      >
        {themeChoices.map((theme) => (
          <option value={theme} key={theme}>
            {t(`look.themes.${theme}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
