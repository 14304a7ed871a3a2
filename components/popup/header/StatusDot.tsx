import type { CardStatus } from '../../../utils/core/accounts/card-judgement.ts';
import './status-dot.css';

/** How a card stands, as a colour; hollow where that is not known, or there is nothing left to say. */
export function StatusDot({ status }: { status: CardStatus }) {
  const colour = status === 'action' ? 'critical' : status;
  return <span class="status-dot" data-status={colour} aria-hidden="true" />;
}
