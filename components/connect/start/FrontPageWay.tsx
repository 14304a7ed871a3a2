import { useState } from 'preact/hooks';
import { bringToFront } from '../../../utils/browser/active-tab.ts';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { FrontPage } from '../flow/front-page.ts';
import { ChoiceRow } from './ChoiceRow.tsx';

/** Lets the user point at the number on the page from which the popup led here. */
export function FrontPageWay({ page: { tabId, host } }: { page: FrontPage }) {
  const [problem, setProblem] = useState<'gone' | 'failed' | null>(null);
  const pick = async () => {
    setProblem(null);
    const { isStarted } = await send('pickOnPage', { tabId, accountId: null });
    if (isStarted) await bringToFront(tabId);
    else setProblem('gone');
  };
  return (
    <>
      <ChoiceRow
        title={t('connect.readFrom', { host })}
        about=""
        testId="front-page"
        choose={() => pick().catch(() => setProblem('failed'))}
      />
      <div class="way-answer" hidden={problem === null}>
        <p role="status" data-testid="front-page-status">
          {problem && t(problem === 'gone' ? 'connect.tabGone' : 'offer.problem.noWorker')}
        </p>
      </div>
    </>
  );
}
