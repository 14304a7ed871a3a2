import { t } from '../../utils/browser/i18n.ts';
import { listCards } from '../../utils/core/accounts/card-preferences.ts';
import { UnreadNotice } from '../page/UnreadNotice.tsx';
import '../ui/page.css';
import { AccountSettings } from './AccountSettings.tsx';
import { AlertSettings } from './alerts/AlertSettings.tsx';
import { CardSettings } from './cards/CardSettings.tsx';
import { DisplaySettings } from './DisplaySettings.tsx';
import { PollIntervalSettings } from './PollIntervalSettings.tsx';
import './SettingsPage.css';
import { QuietHoursForm } from './alerts/QuietHoursForm.tsx';
import { type SettingsState, useSettings } from './shared/use-settings.ts';

/** All settings; each change is saved at once. */
export function SettingsPage({ first }: { first: SettingsState }) {
  const {
    settings,
    accounts,
    preferences,
    canWarn,
    level,
    unread,
    hasFailed,
    change,
    changeCard,
    pinCard,
    orderCards,
  } = useSettings(first);
  const cards = listCards({ accounts, shown: null, requested: null }, preferences);
  return (
    <main class="page settings">
      <h1>{t('settings.title')}</h1>
      <UnreadNotice unread={unread} />
      <CardSettings {...{ accounts, preferences, changeCard, pinCard, orderCards }} />
      <DisplaySettings settings={settings} change={change} />
      <AlertSettings {...{ settings, preferences, cards, canWarn, level, change, changeCard }} />
      <QuietHoursForm quiet={settings.quiet} change={change} />
      <PollIntervalSettings settings={settings} change={change} />
      <AccountSettings accounts={accounts} />
      <div role="status" class="settings-failed" data-testid="not-saved">
        {hasFailed ? <p>{t('settings.notSaved')}</p> : null}
      </div>
    </main>
  );
}
