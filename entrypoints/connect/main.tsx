import { ConnectPage } from '../../components/connect/ConnectPage.tsx';
import { loadFrontPage } from '../../components/connect/flow/front-page.ts';
import { mountPage } from '../../components/page/mount-page.tsx';
import { readForPage } from '../../components/page/read-for-page.ts';
import { loadDraft } from '../../components/page-setup/load-draft.ts';
import { PageSetupPage } from '../../components/page-setup/PageSetupPage.tsx';
import { t } from '../../utils/browser/i18n.ts';
import { isPinned, watchPinned } from '../../utils/browser/toolbar-pin.ts';

const parameters = Object.fromEntries(new URLSearchParams(location.search));
const {
  seller = null,
  provider = null,
  change = null,
  page = null,
  account = null,
  tab = null,
  ...entries
} = parameters;
const query = { seller, provider, change, entries };
const pin = { isPinned, watchPinned };
const tabId = tab === null ? null : Number(tab);
if (page === null) {
  mountPage({
    title: () => t('connect.title'),
    load: () => readForPage([]).then(() => loadFrontPage(tabId)),
    view: (frontPage) => <ConnectPage query={query} frontPage={frontPage} {...pin} />,
  });
} else {
  mountPage({
    title: () => t('page.title'),
    load: () => loadDraft(page, account),
    view: (loaded) => <PageSetupPage loaded={loaded} repointed={account} tabId={tabId} {...pin} />,
  });
}
