import { render } from 'preact';
import '../../components/ui/tokens.css';
import { Connect } from '../../components/connect/ConnectPage.tsx';
import { showBrand } from '../../components/ui/seller-branding.ts';
import { speak, t } from '../../utils/browser/i18n.ts';
import { isPinned, watchPinned } from '../../utils/browser/toolbar-pin.ts';

speak(document, t('connect.title'));
showBrand(document);
const query = new URLSearchParams(location.search);
const asked = { seller: query.get('seller'), provider: query.get('provider'), change: query.get('change') };
const app = document.getElementById('app');
if (app) render(<Connect asked={asked} isPinned={isPinned} watchPinned={watchPinned} />, app);
