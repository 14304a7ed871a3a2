import { t } from '../utils/browser/words.ts';
import { listCards } from '../utils/core/card-book.ts';
import './Page.css';
import { SettingsAccounts } from './SettingsAccounts.tsx';
import { SettingsAlerts } from './SettingsAlerts.tsx';
import { SettingsCards } from './SettingsCards.tsx';
import { SettingsChecks } from './SettingsChecks.tsx';
import { SettingsFigures } from './SettingsFigures.tsx';
import './SettingsPage.css';
import { SettingsQuiet } from './SettingsQuiet.tsx';
import { type SettingsFacts, useSettings } from './use-settings.ts';

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
