import { t } from '../utils/browser/words.ts';
import './ProblemLine.css';
import type { Problem } from './use-renewal.ts';

/** Why nothing was bought, where no order tells it. */
export function ProblemLine({ problem, seller }: { problem: Problem; seller: string }) {
  return (
    <p class="problem-line" role="alert">
      {problem === 'refused' ? t('offer.problem.refused', { seller }) : t('offer.problem.noWorker')}
    </p>
  );
}
