import { useEffect, useRef, useState } from 'preact/hooks';
import { bringToFront } from '../../utils/browser/active-tab.ts';
import { amountText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { cardFactFields, factsStillTrue } from '../../utils/core/page/setup/card-facts.ts';
import { proposedAnswers } from '../../utils/core/page/setup/proposed-answers.ts';
import { usualReadsPerDay } from '../../utils/core/page/setup/reading-cost.ts';
import { hostOf } from '../../utils/core/values/urls.ts';
import { FormFields } from '../form/FormFields.tsx';
import { useHeadingFocus } from '../hooks/use-heading-focus.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import type { LoadedDraft } from './load-draft.ts';
import { PageLink } from './PageLink.tsx';
import { SetupQuestions } from './SetupQuestions.tsx';
import { SetupRows } from './SetupRows.tsx';
import { costText, readingText } from './setup-text.ts';
import { useDraft } from './use-draft.ts';
import { type SetupNotice, usePageSetup } from './use-page-setup.ts';
import './page-setup.css';
import '../ui/button.css';

type Props = {
  loaded: LoadedDraft;
  /** Whose number was pointed at again; null: a new one. */
  accountId: string | null;
  /** The tab it was picked in; null: not known. */
  tabId: number | null;
  onSaved: (accountId: string) => void;
};

/** What was read, what is to be asked of it, and how it is kept: on a page that the seller's own cannot cover. */
export function DraftStep({ loaded, accountId, tabId, onSaved }: Props) {
  const { account, isAllowed } = loaded;
  const draft = useDraft(loaded.draft);
  const proposed = proposedAnswers(draft);
  const first = {
    ...proposed,
    topUpUrl: account?.seller.page?.topUpUrl ?? proposed.topUpUrl,
    facts: loaded.facts ? factsStillTrue(loaded.facts, draft, proposed) : null,
  };
  const setup = usePageSetup(draft, { first, accountId, tabId, onSaved });
  const { answers, notice, isBusy } = setup;
  // Enter took the number on the seller's page: pressed a moment longer it must do nothing here.
  const heading = useHeadingFocus();
  const host = hostOf(draft.url);
  const reading = readingText(draft, setup);
  const named = answers.account === null ? undefined : draft.accounts[answers.account];
  const cost = costText(draft);
  const isHeavy = draft.documentBytes !== null && usualReadsPerDay(draft.documentBytes) === 0;
  return (
    <main class="page page-setup">
      {accountId === null ? null : (
        <p data-testid="page-again">{t('page.again', { seller: account?.seller.name ?? host })}</p>
      )}
      <p class="page-quiet page-setup-from">
        {t('page.readFrom')}{' '}
        <strong>
          <bdi>{host}</bdi>
        </strong>
        {named ? ` · ${t('page.signedInAs', { account: named.text })}` : null}
      </p>
      <h1 ref={heading} tabIndex={-1} data-testid="page-reading">
        {reading}
      </h1>
      <LiveRegion texts={[reading]} />
      {draft.unread === null ? null : (
        <p class="page-status" role="status" data-testid="page-not-found-again">
          {t('page.notFoundAgain')}
        </p>
      )}
      <SetupRows draft={draft} setup={setup} />
      <SetupQuestions draft={draft} setup={setup} />
      <FormFields fields={cardFactFields} form={setup.facts} />
      {answers.account === null ? <p class="page-quiet">{t('page.namesNobody')}</p> : null}
      <p class="page-status" role="status" data-testid="page-notice">
        {noticeText(notice)}
      </p>
      {draft.unread === null ? (
        <div class="page-setup-keep">
          <button
            type="button"
            class="primary"
            data-testid="page-keep"
            aria-busy={isBusy}
            aria-describedby="page-asks-once"
            onClick={setup.keep}
          >
            <span>{t('page.keep')}</span>
            {cost === null ? null : <span class="primary-price">{cost}</span>}
          </button>
          <div class="page-quiet" id="page-asks-once">
            {isHeavy ? <p>{t('page.weighs', { amount: amountText(draft.documentBytes ?? 0, 1000, 'up') })}</p> : null}
            {isAllowed ? null : <p>{t('page.asksOnce', { host })}</p>}
          </div>
        </div>
      ) : null}
      <div class="page-setup-others">
        {draft.unread === null ? (
          <button type="button" class="small-button" data-testid="page-when-pressed" onClick={setup.readWhenPressed}>
            {t('page.onlyWhenPressed')}
          </button>
        ) : null}
        <PickAnother url={draft.url} tabId={tabId} accountId={accountId} />
      </div>
    </main>
  );
}

function noticeText(notice: SetupNotice): string | null {
  switch (notice) {
    case 'none':
      return null;
    case 'unanswered':
      return t('page.unanswered');
    case 'not-allowed':
      return t('page.notAllowed');
    case 'gone':
      return t('page.gone');
    case 'not-saved':
      return t('page.notSaved');
    case 'stopped':
      return t('offer.problem.noWorker');
  }
}

/** Back to the page: the picker is started there again or, where that cannot be done from here, it is said how. */
function PickAnother({ url, tabId, accountId }: { url: string; tabId: number | null; accountId: string | null }) {
  const [isByHand, setByHand] = useState(false);
  const how = useRef<HTMLParagraphElement>(null);
  // The pressed button is gone.
  useEffect(() => {
    if (isByHand) how.current?.focus();
  }, [isByHand]);
  const pick = async () => {
    const answer = tabId === null ? null : await send('pickOnPage', { tabId, accountId });
    if (tabId !== null && answer?.isStarted) await bringToFront(tabId);
    else setByHand(true);
  };
  if (isByHand) {
    return (
      <p class="page-quiet" role="status" tabIndex={-1} ref={how}>
        {t('page.pickAgain')} <PageLink url={url} />
      </p>
    );
  }
  return (
    <button
      type="button"
      class="small-button"
      data-testid="page-pick-another"
      onClick={() => pick().catch(() => setByHand(true))}
    >
      {t('page.pickAnother')}
    </button>
  );
}
