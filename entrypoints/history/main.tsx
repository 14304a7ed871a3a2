import { HistoryPage } from '../../components/history/HistoryPage.tsx';
import { type HistoryState, loadHistory } from '../../components/history/use-history.ts';
import { useNow } from '../../components/hooks/use-now.ts';
import { mountPage } from '../../components/page/mount-page.tsx';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { parseCardId } from '../../utils/core/usage/card-id.ts';

const tickMs = 60_000;

const requestedCard = parseCardId(new URLSearchParams(location.search).get('card') ?? '');
const Page = ({ first }: { first: HistoryState }) => <HistoryPage first={first} now={useNow(tickMs)} />;
mountPage({
  title: () => t('history.title'),
  load: () => loadHistory(requestedCard, Date.now()),
  view: (first) => <Page first={first} />,
});
// The worker starts, and mends what it can.
send('pageOpened', {}).catch(() => undefined);
