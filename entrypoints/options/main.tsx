import { render } from 'preact';
import '../../components/ui/tokens.css';
import { SettingsPage } from '../../components/settings/SettingsPage.tsx';
import { loadSettings } from '../../components/settings/shared/use-settings.ts';
import { applyBranding } from '../../components/ui/seller-branding.ts';
import { setDocumentLanguage, t } from '../../utils/browser/i18n.ts';

setDocumentLanguage(document, t('settings.title'));
applyBranding(document);
const app = document.getElementById('app');
loadSettings().then((first) => {
  if (app) render(<SettingsPage first={first} />, app);
});
