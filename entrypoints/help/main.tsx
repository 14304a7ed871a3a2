import { HelpPage } from '../../components/help/HelpPage.tsx';
import { mountPage } from '../../components/page/mount-page.tsx';
import { readForPage } from '../../components/page/read-for-page.ts';
import { t } from '../../utils/browser/i18n.ts';

mountPage(
  { title: () => t('help.title'), load: () => readForPage([]), view: () => <HelpPage /> },
  // The address may name a part of the page, which was not there yet when the browser looked for it.
  () => document.getElementById(location.hash.slice(1))?.scrollIntoView(),
);
