import { t } from '../../../utils/browser/i18n.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import { PrivacyModeSettings } from '../comfort/PrivacyModeSettings.tsx';
import { SyncSettings } from '../comfort/SyncSettings.tsx';
import type { Change } from '../shared/use-settings.ts';
import { ResetSettings } from './ResetSettings.tsx';
import { SettingsFileForm } from './SettingsFileForm.tsx';
import '../../ui/button.css';
import '../../ui/page.css';

/** What others may see, what goes to other browsers and files, and how all of it is set back. */
export function DataSettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  return (
    <section class="page-section" id="data">
      <h2>{t('settings.section.data')}</h2>
      <PrivacyModeSettings settings={settings} change={change} />
      <SyncSettings settings={settings} change={change} />
      <SettingsFileForm />
      <ResetSettings />
      <a class="link" href="help.html#privacy">
        {t('settings.privacyLink')}
      </a>
    </section>
  );
}
