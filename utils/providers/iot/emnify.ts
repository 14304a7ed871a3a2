import * as v from 'valibot';
import type { Card } from '../../core/usage/card.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { Provider } from '../adapter/provider.ts';
import {
  balanceFromRemaining,
  buildCard,
  sourceClock,
  statusAlone,
  toUsageSnapshot,
  usedUp,
} from '../adapter/to-snapshot.ts';
import { accessToken, maybe, megabytesOf, number, utcInstant } from '../adapter/wire-parts.ts';
import { mapStatusToNull, mapToSignedOut } from '../http/provider-error.ts';

/*
 * SIMs of emnify, for the owner of an application token. Source: its public API description and client libraries, as of
 * 2026-11 (official, ●●●); never tried against the live API. `volume` is what is left, in MB with decimals; MB is
 * assumed to be 10^6, the smaller one. No total is reported: the volume that was added last is the best known quota,
 * and after a refill more than that may be left. A quota is optional: 404 means that none is set, which says nothing of
 * the SIM. Times may have no zone: UTC is assumed. `auto_refill` has no date and is not shown.
 */

const megabytes = megabytesOf(1e6);

const quota = v.object({
  status: v.object({ id: number }),
  volume: maybe(megabytes),
  last_volume_added: maybe(megabytes),
  expiry_date: maybe(utcInstant),
});

const exhausted = 2;
const expired = 3;

function toCard(id: string, answer: v.InferOutput<typeof quota> | null, measuredAt: number): Card {
  const known = { key: id, title: id, measuredAt };
  if (answer === null) return buildCard({ ...known, balance: { kind: 'unknown' } });
  const { status, volume, last_volume_added: lastAdded, expiry_date } = answer;
  return buildCard({
    ...known,
    balance: status.id === exhausted ? usedUp(lastAdded) : balanceFromRemaining(lastAdded, volume),
    expiresAt: expiry_date,
    planState: status.id === expired ? 'expired' : 'active',
  });
}

export const emnify = {
  id: 'emnify',
  form: apiKeyForm({
    textKey: 'emnify',
    aliases: ['EMnify', 'IoT SIM'],
    tokenPage: 'https://portal.emnify.com/',
    origin: 'https://cdn.emnify.net',
    codes: ['endpointId'],
    secret: 'token',
    seller: { byteUnit: 1000, accountUrl: 'https://portal.emnify.com/' },
  }),
  auth: {
    exchange: async (client, { origin }, secret) => {
      const url = `${origin}/api/v1/authenticate`;
      const response = await client.postJson(url, { application_token: secret }).catch(mapToSignedOut(400, 401, 403));
      const { auth_token } = v.parse(v.object({ auth_token: accessToken }), response.body);
      return { accessToken: auth_token, lifeMs: null, refreshToken: null };
    },
  },
  readCards: async (client, { origin, endpoints: { endpointId = '' } }) => {
    const url = `${origin}/api/v1/endpoint/${encodeURIComponent(endpointId)}/quota/data`;
    const response = await client.get(url).catch(mapStatusToNull(404));
    const answer = response && v.parse(quota, response.body);
    const source = response ?? statusAlone();
    return toUsageSnapshot(source, [toCard(endpointId, answer, sourceClock(source))]);
  },
} satisfies Provider;
