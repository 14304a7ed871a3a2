import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import { allowedCheckoutHref } from '../../core/accounts/origins.ts';
import { toManualSnapshot } from '../../core/manual/manual-plan.ts';
import { manualBalanceFields, parseManualPlan } from '../../core/manual/manual-plan-form.ts';
import type { OfferList } from '../../core/offers/offer.ts';
import { awaitingPaymentAt } from '../../core/orders/seller-order.ts';
import { isSameMoney } from '../../core/values/money.ts';
import { toOfferList } from '../account-api/map-offer.ts';
import * as wire from '../account-api/purchase-schemas.ts';
import type { Client, HttpResponse, Provider } from '../adapter/provider.ts';
import { firstEntries, listLimits } from '../adapter/wire-lists.ts';
import { providerError } from '../http/provider-error.ts';

/**
 * A seller without a server ("Without a server" in account-api/README.md): its plans are a file, each with a page to
 * pay it on; the balance is what the user enters. It has no order status: only the balance shows that a purchase
 * arrived.
 */
export const staticSeller = {
  id: 'static',
  setup: {
    fields: manualBalanceFields,
    toConnection: (found, entries) => {
      const manualPlan = parseManualPlan(entries, found.byteUnit, found.manualPlan, Date.now());
      const { offersUrl = '', key = crypto.randomUUID() } = found.endpoints;
      return { seller: { ...found, manualPlan, endpoints: { ...entries, offersUrl, key } }, secret: null };
    },
  },
  readCards: async (_client, { manualPlan, name, endpoints }) => {
    if (!manualPlan) throw new Error('Nothing was entered');
    return toManualSnapshot(manualPlan, { key: endpoints.key ?? name, title: name }, Date.now());
  },
  offers: {
    list: async (client, seller) => toPayableOffers(await readOffers(client, seller), seller),
  },
  checkout: {
    start: async (client, seller, { id, cardKey, planId, cost }) => {
      const page = paymentPages(await readOffers(client, seller), seller).get(planId);
      if (!page) throw providerError(400);
      if (!isSameMoney(page.cost, cost)) return { kind: 'price-changed', cost: page.cost };
      const url = new URL(page.checkoutUrl);
      url.searchParams.set('client_reference_id', id);
      return { kind: 'order', order: awaitingPaymentAt({ id, cardKey, planId, cost }, url.href) };
    },
  },
} satisfies Provider;

function readOffers(client: Client, { endpoints }: Seller): Promise<HttpResponse> {
  return client.get(endpoints.offersUrl ?? '');
}

/** Leaves out plans without a payment page on a listed origin: they cannot be bought. */
function toPayableOffers(response: HttpResponse, seller: Seller): OfferList {
  const list = toOfferList(response.body, response.receivedAt);
  const pages = paymentPages(response, seller);
  const offers = list.offers.filter(({ planId }) => pages.has(planId));
  return { ...list, offers, unreadable: list.unreadable + list.offers.length - offers.length };
}

function paymentPages({ body }: HttpResponse, { checkoutOrigins }: Seller) {
  const { entries } = firstEntries(v.parse(wire.planOffer, body).offers, listLimits.offers);
  const parsed = entries.map((entry) => v.safeParse(wire.payableOffer, entry));
  const pages = parsed.flatMap(({ success, output }) => (success ? [output] : []));
  return new Map(
    pages
      .filter((page) => allowedCheckoutHref(page.checkoutUrl, checkoutOrigins) !== null)
      .map((page) => [page.planId, page]),
  );
}
