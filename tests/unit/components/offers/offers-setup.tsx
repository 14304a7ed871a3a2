import { act } from 'preact/test-utils';
import { usePurchase } from '../../../../components/hooks/use-purchase.ts';
import { OtherPlans } from '../../../../components/offers/OtherPlans.tsx';
import type { UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import type { Offer, OfferList } from '../../../../utils/core/offers/offer.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { healthy, now, offerOf, shownOf } from '../popup-setup.ts';
import { press, renderPage, the } from '../render-setup.tsx';

export const id = { accountId: 'a1', cardKey: 'c1' };
export const cost = (units: string, currency = 'SEK') => ({ currency, units, nanos: 0 });

/** 100 MB a day for four weeks. */
const intervals = Array.from(
  { length: 28 },
  (_, i): UsageInterval => [healthy.measuredAt - (27 - i) * dayMs, 1e8, 1.24e9],
);
export const samples: UsageSamples = { since: healthy.measuredAt - 28 * dayMs, intervals, modules: [] };

export const small = offerOf('eu1', { name: 'Europe 1 GB', quotaBytes: 1e9, cost: cost('39') });
export const middle = offerOf('eu3');
export const large = offerOf('eu10', { name: 'Europe 10 GB', quotaBytes: 10e9, cost: cost('249') });

export function offersOf(...offers: Offer[]): OfferList {
  return { offers, expiresAt: null, checkedAt: now, unreadable: 0 };
}

const { account, snapshot } = shownOf(healthy);
if (!account || !snapshot) throw new Error('no account');
const { seller } = account;

type More = { offers?: OfferList; samples?: UsageSamples | null; until?: number | null; isInsteadOfRenew?: boolean };

const List = ({ card, more }: { card: Card; more: More }) => {
  const purchaseFlow = usePurchase();
  const props = { samples, offers: offersOf(large, small, middle), until: null, isInsteadOfRenew: false, ...more };
  return <OtherPlans {...{ id, card, seller, snapshot, purchaseFlow, now }} initialTab={null} {...props} />;
};

export const showFolded = (more: More = {}, card: Card = healthy) => renderPage(<List card={card} more={more} />);

export async function open(more: More = {}, card: Card = healthy): Promise<void> {
  await showFolded(more, card);
  if (the('other-plans').getAttribute('aria-expanded') === 'false') await press('other-plans');
}

export async function change(testId: string, value: string): Promise<void> {
  const element = the(testId) as HTMLInputElement;
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
