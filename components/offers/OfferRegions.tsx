import { listText, t } from '../../utils/browser/i18n.ts';
import { type Offer, offersByRegions } from '../../utils/core/offers/offer.ts';
import '../ui/disclosure.css';
import { RegionList } from '../ui/RegionList.tsx';
import './OfferRegions.css';

/** Where the listed plans work; plans with the same regions share one list. */
export function OfferRegions({ offers }: { offers: Offer[] }) {
  const groups = offersByRegions(offers).filter(({ regions }) => regions.length > 0);
  if (groups.length === 0) return null;
  return (
    <details class="disclosure" data-testid="offer-regions">
      <summary>{t('offer.where')}</summary>
      {groups.map((group) => (
        <div key={group.regions.join()} class="offer-regions">
          {groups.length > 1 ? <p>{listText(group.offers.map(({ name }) => name))}</p> : null}
          <RegionList regions={group.regions} />
        </div>
      ))}
    </details>
  );
}
