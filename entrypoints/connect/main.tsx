import { ConnectPage } from '../../components/connect/ConnectPage.tsx';
import { mountPage } from '../../components/page/mount-page.tsx';
import { t } from '../../utils/browser/i18n.ts';
import { isPinned, watchPinned } from '../../utils/browser/toolbar-pin.ts';

const parameters = Object.fromEntries(new URLSearchParams(location.search));
const { seller = null, provider = null, change = null, ...entries } = parameters;
const query = { seller, provider, change, entries };
mountPage({
  title: t('connect.title'),
  load: async () => undefined,
  view: () => <ConnectPage query={query} isPinned={isPinned} watchPinned={watchPinned} />,
});
