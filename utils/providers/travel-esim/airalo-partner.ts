import * as v from 'valibot';
import type { Balance, PlanState } from '../../core/usage/card.ts';
import { dayMs, minuteMs } from '../../core/values/time.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { Provider } from '../adapter/provider.ts';
import { balanceFromRemaining, buildCard, sourceClock, toUsageSnapshot, usedUp } from '../adapter/to-snapshot.ts';
import { masked, maybe, number, orUnlimited, tokens, utcInstant } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone, mapToSignedOut, providerError } from '../http/provider-error.ts';

/*
 * Airalo's partner API, for the owner of a client id and its secret. Source: its official documents of 2026-11 (high
 * confidence); never tried against the live API. Whole MB of 1024; times are UTC without a zone. Unlimited packages
 * report 0 of 0 beside their flag, so a total of 0 is no amount. The API caches its answers for 20 minutes. It does not
 * report the plan's name.
 */

const cacheMs = 20 * minuteMs;
const bytesPerMb = 2 ** 20;

const amount = maybe(
  v.pipe(
    number,
    orUnlimited,
    v.transform((mb) => mb * bytesPerMb),
  ),
);

const usage = v.object({
  remaining: amount,
  total: amount,
  expired_at: maybe(utcInstant),
  is_unlimited: maybe(v.boolean()),
  status: v.string(),
});

/** eSIMs of all other statuses are active. */
const states = new Map<string, PlanState>([
  ['NOT_ACTIVE', 'not-started'],
  ['EXPIRED', 'expired'],
]);

function toBalance({ remaining, total, is_unlimited, status }: v.InferOutput<typeof usage>): Balance {
  if (status === 'UNKNOWN') return { kind: 'unknown' };
  if (status === 'FINISHED') return usedUp(total);
  return is_unlimited ? { kind: 'unlimited' } : balanceFromRemaining(total || null, remaining);
}

/** It answers 422 to an unknown client id. */
const mapWrongLoginToSignedOut = mapToSignedOut(400, 401, 422);

export const airaloPartner = {
  id: 'airalo-partner',
  form: apiKeyForm({
    textKey: 'airaloPartner',
    aliases: ['Airalo', 'airalo.com'],
    tokenPage: 'https://app.partners.airalo.com/',
    origin: 'https://partners-api.airalo.com',
    codes: ['iccid', 'clientId'],
    secret: 'clientSecret',
    seller: { byteUnit: 1024, dataDelayMs: cacheMs, accountUrl: 'https://app.partners.airalo.com/' },
  }),
  auth: {
    exchange: async (client, { origin, endpoints }, secret) => {
      const fields = { client_id: endpoints.clientId ?? '', client_secret: secret, grant_type: 'client_credentials' };
      const { body } = await client.postParts(`${origin}/v2/token`, fields).catch(mapWrongLoginToSignedOut);
      const { data } = v.parse(v.object({ data: tokens }), body);
      // The reported life may be a year, but the token expires after a day.
      return { ...data, lifeMs: data.lifeMs && Math.min(data.lifeMs, dayMs) };
    },
  },
  readCards: async (client, { origin, name, endpoints }) => {
    const { iccid = '' } = endpoints;
    const response = await client
      .get(`${origin}/v2/sims/${encodeURIComponent(iccid)}/usage`)
      .catch(mapNotFoundToCardGone);
    const sim = v.parse(v.object({ data: usage }), response.body).data;
    if (sim.status === 'RECYCLED') throw providerError(410);
    const card = buildCard({
      key: iccid,
      title: name,
      number: masked(iccid),
      balance: toBalance(sim),
      measuredAt: sourceClock(response),
      expiresAt: sim.expired_at,
      planState: states.get(sim.status) ?? 'active',
    });
    return toUsageSnapshot(response, [card], { floorMs: cacheMs });
  },
} satisfies Provider;
