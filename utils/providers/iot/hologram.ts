import * as v from 'valibot';
import type { Card, CardState } from '../../core/usage/card.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { listLimits, listOf } from '../adapter/wire-lists.ts';
import { basic, longText, maybe, number, text as someText, utcInstant } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone, providerError } from '../http/provider-error.ts';

/*
 * SIMs of Hologram, for the owner of an API key. Source: its public API documents, as of 2026-11 (official, ●●●), where
 * every response is `{"success", "data" | "error"}`; never tried against the live API. Amounts are bytes, MB is 10^6;
 * times are UTC without a zone. `overagelimit` is how much may be used beyond the plan's data, -1 for no limit. A
 * pay-as-you-go plan has 0 data, so that limit is its quota; if it has none, only money limits the usage, and how much
 * is left is unknown. A billing period is a month, and the next one begins by itself, unless the SIM is paused or dead.
 */

const text = maybe(someText);
const integer = maybe(v.pipe(number, v.safeInteger()));

const link = v.object({
  state: text,
  cur_billing_data_used: integer,
  overagelimit: integer,
  /** The end of the billing period; all zeros mean "never". */
  whenexpires: maybe(utcInstant),
  plan: maybe(v.object({ name: text, data: integer })),
});

const deviceResponse = v.object({
  success: v.literal(true),
  data: v.object({ name: text, links: v.object({ cellular: listOf(link, listLimits.plans) }) }),
});

const errorResponse = v.object({ success: v.literal(false), error: maybe(longText) });
const keyErrorText = /api ?key|unauthori[sz]ed|authenticat|credential/i;

/** A device usually has one link; of several only one is in use at a time, the live one. */
function toCard(id: string, response: HttpResponse): Card {
  const failed = v.safeParse(errorResponse, response.body);
  if (failed.success) throw providerError(keyErrorText.test(failed.output.error ?? '') ? 401 : 400);
  const { name, links } = v.parse(deviceResponse, response.body).data;
  const sim = links.cellular.find(({ state }) => state === 'LIVE') ?? links.cellular[0];
  if (!sim) throw providerError(410);
  const { plan, overagelimit: limit, cur_billing_data_used: used } = sim;
  const dataLimit = plan?.data === 0 ? limit : (plan?.data ?? null);
  const quota = dataLimit === null || dataLimit < 0 ? null : dataLimit;
  const title = name || id;
  const cardState = toCardState(sim.state ?? '');
  const now = sourceClock(response);
  // A period whose end is past has begun anew, and its end is not told yet.
  const isRenewed = cardState === 'active' && sim.whenexpires !== null && sim.whenexpires <= now;
  return buildCard({
    key: id,
    title,
    planName: plan?.name || title,
    balance: balanceFromUsed(quota, used),
    measuredAt: now,
    expiresAt: isRenewed ? null : sim.whenexpires,
    cardState,
    refreshPeriod: cardState === 'active' ? 'monthly' : 'none',
  });
}

function toCardState(state: string): CardState {
  if (state.startsWith('PAUSED')) return 'suspended';
  return state.startsWith('DEAD') ? 'expired' : 'active';
}

export const hologram = {
  id: 'hologram',
  form: apiKeyForm({
    textKey: 'hologram',
    aliases: ['hologram.io', 'IoT SIM'],
    tokenPage: 'https://dashboard.hologram.io/',
    origin: 'https://dashboard.hologram.io',
    codes: ['deviceId'],
    secret: 'key',
    seller: { byteUnit: 1000, accountUrl: 'https://dashboard.hologram.io/' },
  }),
  auth: { headers: (key) => basic(`apikey:${key}`) },
  readCards: async (client, { origin, endpoints: { deviceId = '' } }) => {
    const url = `${origin}/api/1/devices/${encodeURIComponent(deviceId)}`;
    const response = await client.get(url).catch(mapNotFoundToCardGone);
    return toUsageSnapshot(response, [toCard(deviceId, response)]);
  },
} satisfies Provider;
