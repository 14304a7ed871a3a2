import { render } from 'preact';
import '../../components/tokens.css';
import { showBrand } from '../../components/brand.ts';
import { Connect } from '../../components/Connect.tsx';
import { isPinned, watchPinned } from '../../utils/browser/pinned.ts';
import { speak, t } from '../../utils/browser/words.ts';

speak(document, t('connect.title'));
showBrand(document);
const query = new URLSearchParams(location.search);
const asked = { seller: query.get('seller'), provider: query.get('provider'), change: query.get('change') };
const app = document.getElementById('app');
if (app) render(<Connect asked={asked} isPinned={isPinned} watchPinned={watchPinned} />, app);
