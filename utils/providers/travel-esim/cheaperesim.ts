import * as v from 'valibot';
import { allowedCheckoutHref } from '../../core/accounts/origins.ts';
import type { Offer, OfferList } from '../../core/offers/offer.ts';
import type { Balance, Card } from '../../core/usage/card.ts';
import type { Money } from '../../core/values/money.ts';
import { dayMs } from '../../core/values/time.ts';
import type { Client, HttpResponse, Provider } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { firstEntries, list, listLimits } from '../adapter/wire-lists.ts';
import { address, bytes, count, instant, maybe, opaqueId, text } from '../adapter/wire-parts.ts';
import { invalidResponseError, mapToSignedOut } from '../http/provider-error.ts';

/*
 * Travel eSIMs bought from this seller, read with a personal read-only token. Source: the seller's own published client
 * and its fixtures, as of 2026-11; never tried against the live API. Only the plan search is promised to be stable, so
 * any member of an order may be null or missing. Amounts are bytes, plans are MB of 2^20 bytes, prices are hundredths.
 * The token is sent to the account's orders only. Plans are sold as new eSIMs: an existing one cannot be topped up.
 */

const site = 'https://cheaperesim.com';
const maxPages = 5;
const maxOffers = 50;
const shownAfterEndMs = 30 * dayMs;

const positiveInteger = v.pipe(count, v.safeInteger(), v.minValue(1));

/** ISO 3166. */
const country = v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/), v.toUpperCase());

const ordersPage = v.object({ data: list, last_page: maybe(positiveInteger) });

const order = v.object({
  uuid: opaqueId,
  status: maybe(text),
  package_name: maybe(text),
  destination: maybe(text),
  destination_iso_code: maybe(country),
  delivered_at: maybe(instant),
  expires_at: maybe(instant),
  activated_at: maybe(instant),
  data_used_bytes: maybe(bytes),
  data_total_bytes: maybe(bytes),
  last_synced_at: maybe(instant),
});

const planSearch = v.object({ plans: list });

const plan = v.object({
  id: v.pipe(v.union([v.pipe(v.number(), v.safeInteger()), opaqueId]), v.transform(String)),
  name: text,
  data_amount_mb: maybe(count),
  is_unlimited: maybe(v.boolean()),
  duration_days: v.pipe(positiveInteger, v.maxValue(3650)),
  price_cents: positiveInteger,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  buy_url: address,
});

type Order = v.InferOutput<typeof order>;

const undelivered = /pending|refund|cancel|fail/i;

/** An unknown status must not hide a delivered eSIM. */
function isShown({ status, delivered_at, expires_at }: Order, now: number): boolean {
  const isDelivered = status === 'delivered' || (delivered_at !== null && !undelivered.test(status ?? ''));
  return isDelivered && (expires_at === null || now - expires_at <= shownAfterEndMs);
}

/** A total of 0 means that the plan has none: the seller's unlimited plans have 0 MB. */
function toBalance({ data_total_bytes: total, data_used_bytes: used }: Order): Balance {
  return balanceFromUsed(total === 0 ? null : total, used);
}

/**
 * `now`: seller's clock. Before its activation an eSIM is not started: its data cannot be used yet. Activations are
 * not always reported, but usage implies one. An order has a single plan, so the plan's end is the card's.
 */
function toCard(order: Order, sellerName: string, now: number): Card {
  const { uuid, package_name, destination, destination_iso_code, activated_at, expires_at, data_used_bytes } = order;
  const hasBegun = activated_at !== null || (data_used_bytes ?? 0) > 0;
  return buildCard({
    key: uuid,
    title: package_name ?? destination ?? sellerName,
    balance: toBalance(order),
    measuredAt: order.last_synced_at ?? now,
    startsAt: activated_at,
    expiresAt: expires_at,
    planState: hasBegun ? 'active' : 'not-started',
    cardState: expires_at !== null && expires_at <= now ? 'expired' : 'active',
    regions: destination_iso_code === null ? [] : [destination_iso_code],
  });
}

/** Invalid orders are left out; throws if all of them are invalid, as the answer is then something else. */
function toCards(entries: readonly unknown[], sellerName: string, now: number): Card[] {
  const parsed = entries.map((entry) => v.safeParse(order, entry));
  const orders = parsed.filter(({ success }) => success).map(({ output }) => output as Order);
  if (entries.length > 0 && orders.length === 0) throw invalidResponseError('No order is valid');
  // An order added between two requests moves others to the next page, where they appear again.
  const unique = new Map(orders.map((order) => [order.uuid, order]));
  return [...unique.values()].filter((order) => isShown(order, now)).map((order) => toCard(order, sellerName, now));
}

/** Null for currencies without hundredths: what their "cents" are is unknown. */
function toMoney(cents: number, currency: string): Money | null {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  if (format.resolvedOptions().maximumFractionDigits !== 2) return null;
  const hundredths = cents % 100;
  return { currency, units: String((cents - hundredths) / 100), nanos: hundredths * 10_000_000 };
}

function toOffer(entry: unknown, region: string, checkoutOrigins: readonly string[]): Offer | null {
  const parsed = v.safeParse(plan, entry);
  if (!parsed.success) return null;
  const { id, name, data_amount_mb, is_unlimited, duration_days, price_cents, currency, buy_url } = parsed.output;
  const cost = toMoney(price_cents, currency);
  const quotaBytes = is_unlimited ? null : Math.floor((data_amount_mb ?? 0) * 2 ** 20);
  const hasQuota = quotaBytes === null || (quotaBytes > 0 && Number.isSafeInteger(quotaBytes));
  const url = allowedCheckoutHref(buy_url, checkoutOrigins);
  if (cost === null || !hasQuota || url === null) return null;
  return {
    planId: id,
    name,
    description: '',
    cost,
    durationMs: duration_days * dayMs,
    quotaBytes,
    categories: ['generic'],
    regions: [region],
    overUsage: 'blocked',
    maxRateKbps: null,
    effect: 'unknown',
    availability: 'available',
    reason: '',
    promo: '',
    page: { url, isNewCard: true },
  };
}

function toOfferList(
  { body, receivedAt }: HttpResponse,
  region: string,
  checkoutOrigins: readonly string[],
): OfferList {
  const { plans } = v.parse(planSearch, body);
  const { entries, omitted, hasJunk } = firstEntries(plans, listLimits.offers);
  if (entries.length === 0 && hasJunk) throw invalidResponseError('A list of no plans');
  const offers = entries.map((entry) => toOffer(entry, region, checkoutOrigins)).filter((offer) => offer !== null);
  const unreadable = plans.length - omitted - offers.length;
  return { offers, expiresAt: null, checkedAt: receivedAt, unreadable, ...(omitted > 0 ? { omitted } : {}) };
}

/** It answers 403 to a token of the wrong kind. */
const mapWrongTokenToSignedOut = mapToSignedOut(403);

async function readOrders(client: Client, origin: string): Promise<{ response: HttpResponse; all: unknown[] }> {
  const all: unknown[] = [];
  for (let number = 1; ; number += 1) {
    const query = number === 1 ? '' : `?page=${number}`;
    const response = await client.get(`${origin}/api/v1/orders${query}`).catch(mapWrongTokenToSignedOut);
    const { data, last_page } = v.parse(ordersPage, response.body);
    for (const entry of data) all.push(entry);
    if (number >= Math.min(last_page ?? 1, maxPages)) return { response, all };
  }
}

export const cheaperesim = {
  id: 'cheaperesim',
  form: {
    textKey: 'cheaperesim',
    aliases: ['CheapereSIM', 'Cheaper eSIM', 'cheaperesim.com'],
    isForKeyOwners: false,
    fields: [{ name: 'token', textKey: 'token', kind: 'secret' }],
    origins: [`${site}/*`],
    tokenPage: `${site}/dashboard/api-tokens`,
    toConnection: (base, { token }) => ({
      seller: { ...base, origin: site, byteUnit: 1024, checkoutOrigins: [site], accountUrl: `${site}/dashboard` },
      secret: token ?? null,
    }),
  },
  readCards: async (client, { origin, name }) => {
    const { response, all } = await readOrders(client, origin);
    const { entries, omitted: omittedCards } = firstEntries(all, listLimits.cards);
    if (all.length > 0 && entries.length === 0) throw invalidResponseError('A list of no orders');
    return toUsageSnapshot(response, toCards(entries, name, sourceClock(response)), { omittedCards });
  },
  offers: {
    isPublic: true,
    list: async (client, { origin, checkoutOrigins }, card) => {
      const region = card.plans[0]?.regions[0];
      if (region === undefined) return { offers: [], expiresAt: null, checkedAt: Date.now(), unreadable: 0 };
      const query = new URLSearchParams({ countries: region, limit: String(maxOffers) });
      return toOfferList(await client.get(`${origin}/api/v1/plans/search?${query}`), region, checkoutOrigins);
    },
  },
} satisfies Provider;
