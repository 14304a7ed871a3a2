import { render } from 'preact';
import '../../components/tokens.css';
import { showBrand } from '../../components/brand.ts';
import { SettingsPage } from '../../components/SettingsPage.tsx';
import { loadSettings } from '../../components/use-settings.ts';
import { speak, t } from '../../utils/browser/words.ts';

speak(document, t('settings.title'));
showBrand(document);
const app = document.getElementById('app');
loadSettings().then((first) => {
  if (app) render(<SettingsPage first={first} />, app);
});
