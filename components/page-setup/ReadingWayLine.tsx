import { readingWayOf } from '../../utils/core/page/setup/reading-cost.ts';
import { readingWayText } from '../format/reading-way-text.ts';
import { usePageAccount } from '../hooks/use-page-account.ts';

/** How the page of a new card is read from now on; nothing until it is known. */
export function ReadingWayLine({ accountId }: { accountId: string }) {
  const shown = usePageAccount(accountId);
  return shown && <p data-testid="reading-way">{readingWayText(readingWayOf(shown.page, shown.reads))}</p>;
}
