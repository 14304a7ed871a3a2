import { t } from '../../utils/browser/i18n.ts';
import { listCards } from '../../utils/core/accounts/card-preferences.ts';
import '../ui/page.css';
import { SettingsAccounts } from './AccountSettings.tsx';
import { SettingsAlerts } from './alerts/AlertSettings.tsx';
import { SettingsCards } from './cards/CardSettings.tsx';
import { SettingsFigures } from './DisplaySettings.tsx';
import { SettingsChecks } from './PollIntervalSettings.tsx';
import './SettingsPage.css';
import { SettingsQuiet } from './alerts/QuietHours.tsx';
import { type SettingsFacts, useSettings } from './shared/use-settings.ts';

/** All there is to choose; saved at once. */
export function SettingsPage({ first }: { first: SettingsFacts }) {
  const { settings, accounts, book, canWarn, level, hasFailed, change, changeCard, pinCard, orderCards } =
    useSettings(first);
  const cards = listCards({ accounts, shown: null, asked: null }, book);
  return (
    <main class="page settings">
      <h1>{t('settings.title')}</h1>
      <SettingsCards {...{ accounts, book, changeCard, pinCard, orderCards }} />
      <SettingsFigures settings={settings} change={change} />
      <SettingsAlerts {...{ settings, book, cards, canWarn, level, change, changeCard }} />
      <SettingsQuiet quiet={settings.quiet} change={change} />
      <SettingsChecks settings={settings} change={change} />
      <SettingsAccounts accounts={accounts} />
      <div role="status" class="settings-failed" data-testid="not-saved">
        {hasFailed ? <p>{t('settings.notSaved')}</p> : null}
      </div>
    </main>
  );
}
