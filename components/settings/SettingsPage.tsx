import { t } from '../../utils/browser/i18n.ts';
import { listCards } from '../../utils/core/accounts/card-preferences.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { PrivacyNotice } from '../page/PrivacyNotice.tsx';
import { UnreadNotice } from '../page/UnreadNotice.tsx';
import { UndoLine } from '../undo/UndoLine.tsx';
import '../ui/page.css';
import { AccountSettings } from './accounts/AccountSettings.tsx';
import { AlertSettings } from './alerts/AlertSettings.tsx';
import { CardSettings } from './cards/CardSettings.tsx';
import { DisplaySettings } from './DisplaySettings.tsx';
import { DataSettings } from './data/DataSettings.tsx';
import './SettingsPage.css';
import { type SettingsState, useSettings } from './shared/use-settings.ts';

const sections = ['cards', 'toolbar', 'alerts', 'accounts', 'data'] as const;

/** All settings; each change is saved at once. */
export function SettingsPage({ first }: { first: SettingsState }) {
  const state = useSettings(first);
  const { settings, accounts, checks, preferences, canWarn, level, unread, change, changeCard, pinCard, orderCards } =
    state;
  const cards = listCards({ accounts, shown: null, requested: null }, preferences);
  const { view } = settings;
  return (
    <>
      <PageHeader current="settings" />
      <main class="page settings">
        <nav class="settings-nav" aria-label={t('settings.sections')}>
          {sections.map((name) => (
            <a href={`#${name}`} key={name}>
              {t(`settings.section.${name}`)}
            </a>
          ))}
        </nav>
        <h1>{t('settings.title')}</h1>
        <PrivacyNotice settings={settings} />
        <UnreadNotice unread={unread} />
        <CardSettings {...{ accounts, preferences, cards, view, canWarn, changeCard, pinCard, orderCards }} />
        <DisplaySettings settings={settings} change={change} />
        <AlertSettings {...{ settings, preferences, cards, canWarn, level, change, changeCard }} />
        <AccountSettings accounts={accounts} checks={checks} settings={settings} change={change} />
        <DataSettings settings={settings} change={change} />
        <UndoLine />
        <div role="status" class="settings-failed" data-testid="not-saved">
          {state.hasFailed ? <p>{t('settings.notSaved')}</p> : null}
        </div>
      </main>
    </>
  );
}
