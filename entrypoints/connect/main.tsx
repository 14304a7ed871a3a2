import { ConnectPage } from '../../components/connect/ConnectPage.tsx';
import { mountPage } from '../../components/page/mount-page.tsx';
import { t } from '../../utils/browser/i18n.ts';
import { isPinned, watchPinned } from '../../utils/browser/toolbar-pin.ts';

const parameters = new URLSearchParams(location.search);
const query = {
  seller: parameters.get('seller'),
  provider: parameters.get('provider'),
  change: parameters.get('change'),
};
mountPage({
  title: t('connect.title'),
  load: async () => undefined,
  view: () => <ConnectPage query={query} isPinned={isPinned} watchPinned={watchPinned} />,
});
