import { t } from '../../utils/browser/i18n.ts';
import './PurchaseError.css';
import type { Problem } from '../hooks/use-purchase.ts';

/** Why nothing was bought, where no order tells it. */
export function ProblemLine({ problem, seller }: { problem: Problem; seller: string }) {
  return (
    <p class="problem-line" role="alert">
      {problem === 'refused' ? t('offer.problem.refused', { seller }) : t('offer.problem.noWorker')}
    </p>
  );
}
