import * as v from 'valibot';
import type { Card } from '../../core/usage/card.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import { balanceFromRemaining, buildCard, sourceClock, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { basic, maybe, megabytes, tokens, utcInstant } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone, mapToSignedOut } from '../http/provider-error.ts';

/*
 * SIMs of 1NCE, for the owner of an API login. Source: its public API documents, as of 2026-11 (official, ●●●); never
 * tried against the live API. `volume` is what is left, not what was used, in MB with decimals. The documents do not
 * say whether MB is 10^6 or 2^20; 10^6 is assumed, the smaller one, and shows the same numbers as the seller's portal
 * in either case. Earlier answers had times without a zone: UTC is assumed. A login is exchanged for a token of one
 * hour, and for nothing that lasts longer: there is no refresh token, so the login has to be kept.
 */

/** `volume` is required: an answer without it is not a quota. */
const quota = v.object({
  volume: v.nullable(megabytes),
  total_volume: maybe(megabytes),
  expiry_date: maybe(utcInstant),
});

function toCard(id: string, response: HttpResponse): Card {
  const { volume, total_volume, expiry_date } = v.parse(quota, response.body);
  const balance = balanceFromRemaining(total_volume, volume);
  return buildCard({ key: id, title: id, balance, measuredAt: sourceClock(response), expiresAt: expiry_date });
}

export const oneNce = {
  id: '1nce',
  form: {
    textKey: 'oneNce',
    aliases: ['1NCE', 'once', 'Lifetime Flat', 'IoT SIM'],
    isForKeyOwners: true,
    fields: [
      { name: 'iccid', textKey: 'iccid', kind: 'code' },
      { name: 'login', textKey: 'login', kind: 'login' },
      { name: 'password', textKey: 'oneNcePassword', kind: 'password' },
    ],
    origins: ['https://api.1nce.com/*'],
    tokenPage: 'https://portal.1nce.com/',
    toConnection: (base, { iccid = '', login = '', password = '' }) => ({
      seller: {
        ...base,
        origin: 'https://api.1nce.com',
        byteUnit: 1000,
        accountUrl: 'https://portal.1nce.com/',
        endpoints: { iccid },
      },
      secret: `${login}:${password}`,
    }),
  },
  auth: {
    exchange: async (client, { origin }, secret) => {
      const url = `${origin}/management-api/oauth/token`;
      const grant = { grant_type: 'client_credentials' };
      const response = await client.postJson(url, grant, basic(secret)).catch(mapToSignedOut(400, 401, 403));
      return v.parse(tokens, response.body);
    },
  },
  readCards: async (client, { origin, endpoints: { iccid = '' } }) => {
    const url = `${origin}/management-api/v1/sims/${encodeURIComponent(iccid)}/quota/data`;
    const response = await client.get(url).catch(mapNotFoundToCardGone);
    return toUsageSnapshot(response, [toCard(iccid, response)]);
  },
} satisfies Provider;
