import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { ConnectSuccess, type ToolbarPin } from '../connect/ConnectSuccess.tsx';
import { PageHeader } from '../page/PageHeader.tsx';
import { DraftStep } from './DraftStep.tsx';
import type { LoadedDraft } from './load-draft.ts';
import { ReadingWayLine } from './ReadingWayLine.tsx';
import '../ui/button.css';
import '../ui/page.css';

/**
 * `repointed`: the id of the account whose number was pointed at again; null: a new one. `tabId`: where it was picked;
 * null: not known.
 */
type Props = { loaded: LoadedDraft | null; repointed: string | null; tabId: number | null } & ToolbarPin;

/** From a number that was picked on a seller's page to a card that is kept up to date. */
export function PageSetupPage(props: Props) {
  return (
    <>
      <PageHeader current="cards" />
      <SetupStep {...props} />
    </>
  );
}

function SetupStep({ loaded, repointed, tabId, isPinned, watchPinned }: Props) {
  const [accountId, setAccountId] = useState<string | null>(null);
  if (accountId !== null) {
    return (
      <ConnectSuccess accountId={accountId} isPinned={isPinned} watchPinned={watchPinned}>
        <ReadingWayLine accountId={accountId} />
      </ConnectSuccess>
    );
  }
  if (loaded) return <DraftStep loaded={loaded} accountId={repointed} tabId={tabId} onSaved={setAccountId} />;
  return (
    <main class="page">
      <h1>{t('page.goneTitle')}</h1>
      <p data-testid="page-gone">{t('page.gone')}</p>
      <a class="link" href="connect.html">
        {t('popup.connect')}
      </a>
    </main>
  );
}
