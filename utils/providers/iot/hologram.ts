import * as v from 'valibot';
import type { Card, CardState } from '../../core/usage/card.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { basic, maybe, number, utcInstant } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone, providerError } from '../http/provider-error.ts';

/*
 * SIMs of Hologram, for the owner of an API key. Source: its public API documents, as of 2026-11 (official, ●●●), where
 * every answer is `{"success", "data" | "error"}`; nothing was called live. Amounts are bytes, its MB is 10^6; times
 * are UTC without a zone. `overagelimit` is what may be used above the plan's data, -1 none; a pay-as-you-go plan has 0
 * data, and there that limit is all that bounds the use. With neither, only money does: how much is left is unknown.
 */

const text = maybe(v.string());
const whole = maybe(v.pipe(number, v.safeInteger()));

const link = v.object({
  state: text,
  cur_billing_data_used: whole,
  overagelimit: whole,
  /** Zeros stand for "never". */
  whenexpires: maybe(utcInstant),
  plan: maybe(v.object({ name: text, data: whole })),
});

const told = v.object({
  success: v.literal(true),
  data: v.object({ name: text, links: v.object({ cellular: v.array(link) }) }),
});

const refusal = v.object({ success: v.literal(false), error: text });
const aboutKey = /api ?key|unauthori[sz]ed|authenticat|credential/i;

/** A device has one link as a rule; of several the live one counts, as only one is in use at a time. */
function toCard(id: string, response: HttpResponse): Card {
  const refused = v.safeParse(refusal, response.body);
  if (refused.success) throw providerError(aboutKey.test(refused.output.error ?? '') ? 401 : 400);
  const { name, links } = v.parse(told, response.body).data;
  const sim = links.cellular.find(({ state }) => state === 'LIVE') ?? links.cellular[0];
  if (!sim) throw providerError(410);
  const { plan, overagelimit: limit, cur_billing_data_used: used } = sim;
  const bound = plan?.data === 0 ? limit : (plan?.data ?? null);
  const quota = bound === null || bound < 0 ? null : bound;
  const title = name || id;
  return buildCard({
    key: id,
    title,
    planName: plan?.name || title,
    balance: balanceFromUsed(quota, used),
    measuredAt: sourceClock(response),
    expiresAt: sim.whenexpires,
    cardState: toCardState(sim.state ?? ''),
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
