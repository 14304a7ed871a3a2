import { render } from 'preact';
import { HistoryPage } from '../../components/history/HistoryPage.tsx';
import { loadHistory } from '../../components/history/use-history.ts';
import { useNow } from '../../components/hooks/use-now.ts';
import { applyBranding } from '../../components/ui/seller-branding.ts';
import { setDocumentLanguage, t } from '../../utils/browser/i18n.ts';
import { parseCardId } from '../../utils/core/usage/card-id.ts';
import '../../components/ui/tokens.css';

const tickMs = 60_000;

setDocumentLanguage(document, t('history.title'));
applyBranding(document);
const app = document.getElementById('app');
const requestedCard = parseCardId(new URLSearchParams(location.search).get('card') ?? '');
loadHistory(requestedCard, Date.now()).then((first) => {
  const Page = () => <HistoryPage first={first} now={useNow(tickMs)} />;
  if (app) render(<Page />, app);
});
