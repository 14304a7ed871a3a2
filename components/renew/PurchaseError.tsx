import { t } from '../../utils/browser/i18n.ts';
import './PurchaseError.css';
import type { PurchaseProblem } from '../hooks/use-purchase.ts';

/** Why a purchase failed before there was an order. */
export function PurchaseError({ problem, seller }: { problem: PurchaseProblem; seller: string }) {
  return (
    <p class="problem-line" role="alert">
      {problem === 'refused' ? t('offer.problem.refused', { seller }) : t('offer.problem.noWorker')}
    </p>
  );
}
