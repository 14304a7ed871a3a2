import { t } from '../../../utils/browser/i18n.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { Checkbox } from '../shared/Checkbox.tsx';
import type { Change } from '../shared/use-settings.ts';

/** Lets names, rules and cards kept by hand follow the user to their other browsers. */
export function SyncSettings({ settings, change }: { settings: Settings; change: Change<Settings> }) {
  return (
    <div>
      <Checkbox testId="sync" isOn={settings.isSynced} change={(isSynced) => change(() => ({ isSynced }))}>
        {t('sync.follow')}
      </Checkbox>
      <p class="page-quiet">{t('sync.followSays')}</p>
    </div>
  );
}
