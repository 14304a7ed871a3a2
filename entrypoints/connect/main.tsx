import { render } from 'preact';
import '../../components/ui/tokens.css';
import { ConnectPage } from '../../components/connect/ConnectPage.tsx';
import { applyBranding } from '../../components/ui/seller-branding.ts';
import { setDocumentLanguage, t } from '../../utils/browser/i18n.ts';
import { isPinned, watchPinned } from '../../utils/browser/toolbar-pin.ts';

setDocumentLanguage(document, t('connect.title'));
applyBranding(document);
const query = new URLSearchParams(location.search);
const asked = { seller: query.get('seller'), provider: query.get('provider'), change: query.get('change') };
const app = document.getElementById('app');
if (app) render(<ConnectPage asked={asked} isPinned={isPinned} watchPinned={watchPinned} />, app);
