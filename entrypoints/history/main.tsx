import { render } from 'preact';
import { HistoryPage } from '../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../components/history/use-history.ts';
import { useNow } from '../../components/hooks/use-now.ts';
import { showBrand } from '../../components/ui/seller-branding.ts';
import { speak, t } from '../../utils/browser/i18n.ts';
import { cardIdOf } from '../../utils/core/usage/card-id.ts';
import '../../components/ui/tokens.css';

const tickMs = 60_000;

speak(document, t('history.title'));
showBrand(document);
const app = document.getElementById('app');
const asked = cardIdOf(new URLSearchParams(location.search).get('card') ?? '');
loadHistory(asked, Date.now()).then((first) => {
  const Page = () => <HistoryPage first={first} now={useNow(tickMs)} />;
  if (app) render(<Page />, app);
});
