import { listText, t } from '../../utils/browser/i18n.ts';
import type { Offer } from '../../utils/core/offers/offer.ts';
import '../popup/details/CardDetails.css';
import '../ui/disclosure.css';
import { RegionList } from '../ui/RegionList.tsx';

/** Where the listed plans work; plans with the same regions share one list. */
export function OfferRegions({ offers }: { offers: Offer[] }) {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers.filter(({ regions }) => regions.length > 0)) {
    const key = [...offer.regions].sort().join();
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  if (groups.size === 0) return null;
  return (
    <details class="disclosure card-details" data-testid="offer-regions">
      <summary>{t('offer.where')}</summary>
      {[...groups].map(([key, group]) => (
        <div key={key} class="offer-regions">
          {groups.size > 1 ? <p>{listText(group.map(({ name }) => name))}</p> : null}
          <RegionList regions={group[0]?.regions ?? []} />
        </div>
      ))}
    </details>
  );
}
