import { mountPage } from '../../components/page/mount-page.tsx';
import { SettingsPage } from '../../components/settings/SettingsPage.tsx';
import { loadSettings } from '../../components/settings/shared/use-settings.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';

mountPage({ title: () => t('settings.title'), load: loadSettings, view: (first) => <SettingsPage first={first} /> });
// The worker starts, and mends what it can.
send('pageOpened', {}).catch(() => undefined);
