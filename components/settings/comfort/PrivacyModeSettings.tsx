import { t } from '../../../utils/browser/i18n.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { Checkbox } from '../shared/Checkbox.tsx';
import type { Change } from '../shared/use-settings.ts';

/** Hides amounts and names, for when others see the screen. */
export function PrivacyModeSettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  return (
    <div>
      <Checkbox
        testId="privacy-mode"
        isOn={settings.privacyMode}
        change={(privacyMode) => change(() => ({ privacyMode }))}
      >
        {t('privacy.hide')}
      </Checkbox>
      <p class="page-quiet">{t('privacy.hideSays')}</p>
    </div>
  );
}
