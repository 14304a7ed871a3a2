import { t } from '../../../utils/browser/i18n.ts';
import { ownLanguageName, shippedLocales, tagOf } from '../../../utils/core/language/locale-name.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import type { Change } from '../shared/use-settings.ts';

const asBrowser = '';

/** In which language Gigabar speaks; each stands in its own words. */
export function LanguageSettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  return (
    <label class="page-field">
      <span>{t('look.language')}</span>
      <select
        data-testid="language"
        value={settings.language ?? asBrowser}
        onChange={({ currentTarget }) => change(() => ({ language: currentTarget.value || null }))}
      >
        <option value={asBrowser}>{t('look.asBrowser')}</option>
        {shippedLocales.map((name) => (
          <option value={name} key={name} lang={tagOf(name)}>
            {ownLanguageName(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
