import * as v from 'valibot';
import type { Card } from '../../core/usage/card.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot, usedUp } from '../adapter/to-snapshot.ts';
import { count, maybe, text } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone } from '../http/provider-error.ts';

/*
 * SIMs of Telnyx, for the owner of an API key. Source: its public API documents and client libraries, as of 2026-11
 * (official, ●●●); never tried against the live API. Amounts are decimal texts with a unit, MB or GB, assumed to be
 * 10^6 and 10^9. A limit applies to one billing period, a month. A missing limit may be set on the SIM's group, which
 * this endpoint does not report: so it is unknown, not unlimited. The start of the next period is not reported.
 */

const unitBytes = { MB: 1e6, GB: 1e9 };

const volume = maybe(
  v.pipe(
    v.object({ amount: count, unit: v.picklist(['MB', 'GB']) }),
    v.transform(({ amount, unit }) => Math.round(amount * unitBytes[unit])),
  ),
);

const simCard = v.object({
  data: v.object({
    iccid: maybe(text),
    status: v.object({ value: v.string() }),
    data_limit: volume,
    current_billing_period_consumed_data: volume,
  }),
});

/** In these no data flows. unauthorized_imei: the SIM is in another device than the one it is tied to. */
const stopped = ['disabled', 'standby', 'unauthorized_imei'];

/** When the group's limit is reached, the used amount is the best known estimate of that limit. */
function toCard(id: string, response: HttpResponse): Card {
  const {
    iccid,
    status,
    data_limit: limit,
    current_billing_period_consumed_data: used,
  } = v.parse(simCard, response.body).data;
  return buildCard({
    key: id,
    title: iccid || id,
    balance: status.value === 'data_limit_exceeded' ? usedUp(limit ?? used) : balanceFromUsed(limit, used),
    measuredAt: sourceClock(response),
    cardState: stopped.includes(status.value) ? 'suspended' : 'active',
    refreshPeriod: limit === null ? 'none' : 'monthly',
  });
}

export const telnyx = {
  id: 'telnyx',
  form: apiKeyForm({
    textKey: 'telnyx',
    aliases: ['telnyx.com', 'IoT SIM'],
    tokenPage: 'https://portal.telnyx.com/#/app/api-keys',
    origin: 'https://api.telnyx.com',
    codes: ['simId'],
    secret: 'key',
    seller: { byteUnit: 1000, accountUrl: 'https://portal.telnyx.com/' },
  }),
  readCards: async (client, { origin, endpoints: { simId = '' } }) => {
    const response = await client
      .get(`${origin}/v2/sim_cards/${encodeURIComponent(simId)}`)
      .catch(mapNotFoundToCardGone);
    return toUsageSnapshot(response, [toCard(simId, response)]);
  },
} satisfies Provider;
