import * as v from 'valibot';
import { isAllowedCheckoutUrl } from '../../core/accounts/origins.ts';
import type { Offer, OfferList } from '../../core/offers/offer.ts';
import type { Balance, Card } from '../../core/usage/card.ts';
import type { Money } from '../../core/values/money.ts';
import { dayMs } from '../../core/values/time.ts';
import type { Client, HttpResponse, Provider } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { bytes, count, instant, maybe, text } from '../adapter/wire-parts.ts';
import { invalidResponseError, mapToSignedOut } from '../http/provider-error.ts';

/*
 * Travel eSIMs bought at this seller, by a personal read-only token. Facts of 2026-11 from the seller's own published
 * client and its fixtures; nothing was called live. Only the plan search is promised to stay as it is, so of an order
 * any member may be null or missing. Amounts are bytes, plans MB of 2^20 bytes, prices hundredths. The token goes to
 * the account's orders alone. Plans are sold as new eSIMs: nothing can be added to one that is there.
 */

const site = 'https://cheaperesim.com';
const mostPages = 5;
const mostOffers = 50;
/** An eSIM that ended long ago is of no use to anybody. */
const shownAfterEndMs = 30 * dayMs;

/** Half a surrogate pair could not be put into an address. */
const uuid = v.pipe(text, v.regex(/^\P{Surrogate}*$/u));
const some = v.pipe(count, v.safeInteger(), v.minValue(1));

/** ISO 3166. */
const country = v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/), v.toUpperCase());

const ordersPage = v.object({ data: v.array(v.unknown()), last_page: maybe(some) });

const order = v.object({
  uuid,
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

const planSearch = v.object({ plans: v.array(v.unknown()) });

const plan = v.object({
  id: v.pipe(v.union([v.pipe(v.number(), v.safeInteger()), uuid]), v.transform(String)),
  name: text,
  data_amount_mb: maybe(count),
  is_unlimited: maybe(v.boolean()),
  duration_days: v.pipe(some, v.maxValue(3650)),
  price_cents: some,
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  buy_url: v.pipe(v.string(), v.maxLength(2000)),
});

type Order = v.InferOutput<typeof order>;

const undelivered = /pending|refund|cancel|fail/i;

/** Whatever it is called: a word that is new here must not make a delivered eSIM vanish. */
function isShown({ status, delivered_at, expires_at }: Order, now: number): boolean {
  const isDelivered = status === 'delivered' || (delivered_at !== null && !undelivered.test(status ?? ''));
  return isDelivered && (expires_at === null || now - expires_at <= shownAfterEndMs);
}

/** A total of 0 is that of a plan without one: the seller's unlimited plans have 0 MB. */
function toBalance({ data_total_bytes: total, data_used_bytes: used }: Order): Balance {
  return balanceFromUsed(total === 0 ? null : total, used);
}

/**
 * `now`: seller's clock. One that nobody has activated yet waits: its data cannot be used until then. But activations
 * are not always told, and data that was used says as much. It is one plan for good, so its end is the card's.
 */
function toCard(told: Order, sellerName: string, now: number): Card {
  const { uuid, package_name, destination, destination_iso_code, activated_at, expires_at, data_used_bytes } = told;
  const hasBegun = activated_at !== null || (data_used_bytes ?? 0) > 0;
  return buildCard({
    key: uuid,
    title: package_name ?? destination ?? sellerName,
    balance: toBalance(told),
    measuredAt: told.last_synced_at ?? now,
    startsAt: activated_at,
    expiresAt: expires_at,
    planState: hasBegun ? 'active' : 'queued',
    cardState: expires_at !== null && expires_at <= now ? 'expired' : 'active',
    regions: destination_iso_code === null ? [] : [destination_iso_code],
  });
}

/** Orders that make no sense are left out; but where none does, the answer is not what was asked for. */
function toCards(entries: unknown[], sellerName: string, now: number): Card[] {
  const read = entries.map((entry) => v.safeParse(order, entry));
  const orders = read.filter(({ success }) => success).map(({ output }) => output as Order);
  if (entries.length > 0 && orders.length === 0) throw invalidResponseError('No order makes sense');
  // An order that is added meanwhile moves others on to the next page.
  const once = new Map(orders.map((told) => [told.uuid, told]));
  return [...once.values()].filter((told) => isShown(told, now)).map((told) => toCard(told, sellerName, now));
}

/** Hundredths. Where a currency has other parts, nobody can tell what its "cents" are. */
function toMoney(cents: number, currency: string): Money | null {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  if (format.resolvedOptions().maximumFractionDigits !== 2) return null;
  const rest = cents % 100;
  return { currency, units: String((cents - rest) / 100), nanos: rest * 10_000_000 };
}

function toOffer(entry: unknown, region: string, checkoutOrigins: readonly string[]): Offer | null {
  const read = v.safeParse(plan, entry);
  if (!read.success) return null;
  const { id, name, data_amount_mb, is_unlimited, duration_days, price_cents, currency, buy_url } = read.output;
  const cost = toMoney(price_cents, currency);
  const quotaBytes = is_unlimited ? null : Math.floor((data_amount_mb ?? 0) * 2 ** 20);
  const hasQuota = quotaBytes === null || (quotaBytes > 0 && Number.isSafeInteger(quotaBytes));
  if (cost === null || !hasQuota || !isAllowedCheckoutUrl(buy_url, checkoutOrigins)) return null;
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
    page: { url: buy_url, isNewCard: true },
  };
}

function toOfferList(
  { body, receivedAt }: HttpResponse,
  region: string,
  checkoutOrigins: readonly string[],
): OfferList {
  const { plans } = v.parse(planSearch, body);
  const offers = plans.map((entry) => toOffer(entry, region, checkoutOrigins)).filter((offer) => offer !== null);
  return { offers, expiresAt: null, checkedAt: receivedAt, unreadable: plans.length - offers.length };
}

/** 403 is a token of the wrong kind here. */
const asWrongToken = mapToSignedOut(403);

async function readOrders(client: Client, origin: string): Promise<{ response: HttpResponse; entries: unknown[] }> {
  const entries: unknown[] = [];
  for (let number = 1; ; number += 1) {
    const query = number === 1 ? '' : `?page=${number}`;
    const response = await client.get(`${origin}/api/v1/orders${query}`).catch(asWrongToken);
    const { data, last_page } = v.parse(ordersPage, response.body);
    entries.push(...data);
    if (number >= Math.min(last_page ?? 1, mostPages)) return { response, entries };
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
    open: (base, { token }) => ({
      seller: { ...base, origin: site, byteUnit: 1024, checkoutOrigins: [site], accountUrl: `${site}/dashboard` },
      secret: token ?? null,
    }),
  },
  readCards: async (client, { origin, name }) => {
    const { response, entries } = await readOrders(client, origin);
    return toUsageSnapshot(response, toCards(entries, name, sourceClock(response)));
  },
  offers: {
    isPublic: true,
    list: async (client, { origin, checkoutOrigins }, card) => {
      const region = card.plans[0]?.regions[0];
      if (region === undefined) return { offers: [], expiresAt: null, checkedAt: Date.now(), unreadable: 0 };
      const query = new URLSearchParams({ countries: region, limit: String(mostOffers) });
      return toOfferList(await client.get(`${origin}/api/v1/plans/search?${query}`), region, checkoutOrigins);
    },
  },
} satisfies Provider;
