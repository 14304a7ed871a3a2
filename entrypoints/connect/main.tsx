import { render } from 'preact';
import '../../components/ui/tokens.css';
import { ConnectPage } from '../../components/connect/ConnectPage.tsx';
import { applyBranding } from '../../components/ui/seller-branding.ts';
import { setDocumentLanguage, t } from '../../utils/browser/i18n.ts';
import { isPinned, watchPinned } from '../../utils/browser/toolbar-pin.ts';

setDocumentLanguage(document, t('connect.title'));
applyBranding(document);
const parameters = new URLSearchParams(location.search);
const query = {
  seller: parameters.get('seller'),
  provider: parameters.get('provider'),
  change: parameters.get('change'),
};
const app = document.getElementById('app');
if (app) render(<ConnectPage query={query} isPinned={isPinned} watchPinned={watchPinned} />, app);
