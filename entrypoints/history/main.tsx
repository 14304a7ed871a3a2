import { render } from 'preact';
import '../../components/tokens.css';
import { showBrand } from '../../components/brand.ts';
import { HistoryPage } from '../../components/HistoryPage.tsx';
import { loadHistory } from '../../components/use-history.ts';
import { useNow } from '../../components/use-stored.ts';
import { speak, t } from '../../utils/browser/words.ts';
import { cardIdOf } from '../../utils/core/account.ts';

const tickMs = 60_000;

speak(document, t('history.title'));
showBrand(document);
const app = document.getElementById('app');
const asked = cardIdOf(new URLSearchParams(location.search).get('card') ?? '');
loadHistory(asked, Date.now()).then((first) => {
  const Page = () => <HistoryPage first={first} now={useNow(tickMs)} />;
  if (app) render(<Page />, app);
});
