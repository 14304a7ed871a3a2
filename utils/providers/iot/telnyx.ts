import * as v from 'valibot';
import type { Card } from '../../core/usage/card.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import {
  balanceFromRemaining,
  balanceFromUsed,
  buildCard,
  sourceClock,
  toUsageSnapshot,
} from '../adapter/to-snapshot.ts';
import { count, maybe } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone } from '../http/provider-error.ts';

/*
 * SIMs of Telnyx, for the owner of an API key. Source: its public API documents and client libraries, as of 2026-11
 * (official, ●●●); nothing was called live. Amounts are decimal texts beside a unit, MB or GB, taken as 10^6 and 10^9.
 * A limit bounds one billing period, a month. One that is absent may be set on the SIM's group, which is not told here:
 * that is unknown, not unlimited. When the next period begins is not told.
 */

const unitBytes = { MB: 1e6, GB: 1e9 };

const volume = maybe(
  v.pipe(
    v.object({ amount: count, unit: v.picklist(['MB', 'GB']) }),
    v.transform(({ amount, unit }) => Math.round(amount * unitBytes[unit])),
  ),
);

const told = v.object({
  data: v.object({
    iccid: maybe(v.string()),
    status: v.object({ value: v.string() }),
    data_limit: volume,
    current_billing_period_consumed_data: volume,
  }),
});

/** Where the limit that was reached is the group's, what was used is the nearest to it that is known. */
function toCard(id: string, response: HttpResponse): Card {
  const {
    iccid,
    status,
    data_limit: limit,
    current_billing_period_consumed_data: used,
  } = v.parse(told, response.body).data;
  return buildCard({
    key: id,
    title: iccid || id,
    balance:
      status.value === 'data_limit_exceeded'
        ? balanceFromRemaining(limit ?? used ?? 0, 0)
        : balanceFromUsed(limit, used),
    measuredAt: sourceClock(response),
    cardState: ['disabled', 'standby'].includes(status.value) ? 'suspended' : 'active',
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
