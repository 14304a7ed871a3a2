import { amountText, countText, durationText, listText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { renewingPlans } from '../../../utils/core/usage/auto-renew.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { activeModules, cardBalance, type DisplayMode } from '../../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { autoRenewText } from '../../format/auto-renew-text.ts';
import { RegionList } from '../../ui/RegionList.tsx';
import { AutoRenewLines } from '../balance/AutoRenewLines.tsx';
import { ExactFigures } from './ExactFigures.tsx';
import './CardDetails.css';
import './ModuleList.css';
import '../../ui/disclosure.css';

type Props = { card: Card; snapshot: UsageSnapshot; seller: Seller; view: DisplayMode; now: number };

/** Details on demand: reserved data, the seller's delay, plans, renewals, regions, exact bytes. */
export function CardDetails({ card, snapshot, seller, view, now }: Props) {
  const sellerNow = toSellerTime(snapshot, now);
  const active = activeModules(card, sellerNow);
  const balance = cardBalance(card, sellerNow);
  const reservedBytes = active.reduce(
    (sum, { module }) => sum + (module.balance.kind === 'known' ? module.balance.reservedBytes : 0),
    0,
  );
  const plans = [...new Set(active.map(({ plan }) => plan))];
  const renewing = renewingPlans(card, sellerNow);
  const regions = [...new Set(active.flatMap(({ plan, module }) => module.regions ?? plan.regions))];
  return (
    <details class="disclosure card-details" data-testid="details">
      <summary>{t('popup.details')}</summary>
      <dl class="facts">
        {reservedBytes === 0 ? null : (
          <>
            <dt>{t('popup.held')}</dt>
            <dd>{t('popup.heldSays', { amount: amountText(reservedBytes, seller.byteUnit) })}</dd>
          </>
        )}
        {seller.dataDelayMs === null || seller.dataDelayMs === 0 ? null : (
          <>
            <dt>{t('popup.delay')}</dt>
            <dd>{t('popup.delaySays', { seller: seller.name, length: durationText(seller.dataDelayMs) })}</dd>
          </>
        )}
        {plans.length === 0 ? null : (
          <>
            <dt>{t('popup.plan')}</dt>
            <dd>
              <bdi>{listText([...new Set(plans.map(({ name }) => name))])}</bdi>
            </dd>
          </>
        )}
        {renewing.length === 0 ? null : (
          <>
            <dt>{t('popup.autoRenewRow')}</dt>
            <dd data-testid="auto-renew">
              <AutoRenewLines renewing={renewing} textOf={(one) => autoRenewText(one, snapshot.skewMs, now)} />
            </dd>
          </>
        )}
        {regions.length === 0 ? null : (
          <>
            <dt>{t('popup.regions')}</dt>
            <dd>
              <RegionList regions={regions} />
            </dd>
          </>
        )}
      </dl>
      {balance.kind === 'known' ? <ExactFigures balance={balance} seller={seller} view={view} /> : null}
      {snapshot.omittedCards ? (
        <p class="module-note" data-testid="omitted-cards">
          {t('popup.omittedCards', { seller: seller.name, count: countText(snapshot.omittedCards) })}
        </p>
      ) : null}
    </details>
  );
}
