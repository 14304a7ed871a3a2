import { t } from '../../utils/browser/i18n.ts';
import { offerSorts, type OfferSort as Sort } from '../../utils/core/offers/offer-sort.ts';
import './OfferSort.css';

const sortTexts = {
  seller: () => t('offer.sort.seller'),
  price: () => t('offer.sort.price'),
  'per-gb': () => t('offer.sort.perGb'),
  'per-day': () => t('offer.sort.perDay'),
} satisfies Record<Sort, () => string>;

/** A select for the order of the plans. */
export function OfferSort({ sort, choose }: { sort: Sort; choose: (sort: Sort) => void }) {
  return (
    <label class="offer-sort">
      <span>{t('offer.sortBy')}</span>
      <select
        data-testid="offer-sort"
        value={sort}
        onChange={({ currentTarget }) => choose(offerSorts.find((one) => one === currentTarget.value) ?? 'seller')}
      >
        {offerSorts.map((one) => (
          <option key={one} value={one}>
            {sortTexts[one]()}
          </option>
        ))}
      </select>
    </label>
  );
}
