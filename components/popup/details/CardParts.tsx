import { t } from '../../../utils/browser/i18n.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import type { DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { extraLineText } from '../balance/extra-line-text.ts';
import { CardDetails } from './CardDetails.tsx';
import { ModuleList } from './ModuleList.tsx';
import { creditText } from './module-text.ts';
import { UsageSource } from './UsageSource.tsx';
import { WaitingPlans } from './WaitingPlans.tsx';
import './CardParts.css';

type Props = { account: Account; card: Card; snapshot: UsageSnapshot; view: DisplayMode; now: number };

/** What the figure of a card is made of, what is not in it, who counted it, and the details. */
export function CardParts({ account, card, snapshot, view, now }: Props) {
  const { seller } = account;
  const props = { card, snapshot, seller, now };
  return (
    <section class="card-parts" aria-label={t('popup.parts')} data-testid="card-parts">
      <ModuleList {...props} view={view} />
      <WaitingPlans {...props} />
      <LineFacts {...props} />
      <UsageSource account={account} now={now} />
      <CardDetails {...props} view={view} />
    </section>
  );
}

type LineProps = Pick<Props, 'card' | 'snapshot' | 'now'> & { seller: Account['seller'] };

/** What belongs to the SIM or its number, not to a plan. */
function LineFacts({ card, snapshot, seller, now }: LineProps) {
  const { lineEndsAt: at = null } = card;
  const credit = creditText(card.credit);
  const context = { byteUnit: seller.byteUnit, skewMs: snapshot.skewMs, now };
  const lineEnd =
    at === null || at <= toSellerTime(snapshot, now) ? null : extraLineText({ kind: 'line-ends', at }, context);
  return (
    <>
      {credit === null ? null : (
        <p data-testid="credit">{seller.page === null ? credit : t('order.asEntered', { what: credit })}</p>
      )}
      {lineEnd === null ? null : <p data-testid="line-end">{lineEnd}</p>}
    </>
  );
}
