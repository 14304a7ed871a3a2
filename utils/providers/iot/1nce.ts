import * as v from 'valibot';
import type { Card } from '../../core/usage/card.ts';
import type { Provider } from '../adapter/provider.ts';
import {
  balanceFromRemaining,
  buildCard,
  sourceClock,
  statusAlone,
  toUsageSnapshot,
  usedUp,
} from '../adapter/to-snapshot.ts';
import { basic, maybe, megabytesOf, number, tokens, utcInstant } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone, mapStatusToNull, mapToSignedOut } from '../http/provider-error.ts';

/*
 * SIMs of 1NCE, for the owner of an API login. Source: its public API documents, as of 2026-11 (official, ●●●); never
 * tried against the live API. `volume` is what is left, not what was used, in MB of 2^20 bytes with decimals. Of an
 * expired SIM the status says so, or 422 in place of a quota. Earlier answers had times without a zone: UTC is assumed.
 * A login is exchanged for a token of one hour, and for nothing that lasts longer: there is no refresh token, so the
 * login has to be kept.
 */

const megabytes = megabytesOf(2 ** 20);

const exhausted = 0;
const expired = 2;
const over = { planState: 'expired', cardState: 'expired' } as const;

/** `volume` is required: an answer without it is not a quota. */
const quota = v.object({
  volume: v.nullable(megabytes),
  total_volume: maybe(megabytes),
  expiry_date: maybe(utcInstant),
  status: maybe(v.object({ id: number })),
});

/** `answer` null: the SIM has expired. */
function toCard(id: string, answer: v.InferOutput<typeof quota> | null, measuredAt: number): Card {
  const known = { key: id, title: id, measuredAt };
  if (answer === null) return buildCard({ ...known, balance: { kind: 'unknown' }, ...over });
  const { volume, total_volume, expiry_date, status } = answer;
  return buildCard({
    ...known,
    balance: status?.id === exhausted ? usedUp(total_volume) : balanceFromRemaining(total_volume, volume),
    expiresAt: expiry_date,
    ...(status?.id === expired ? over : {}),
  });
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
        byteUnit: 1024,
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
    const url = `${origin}/management-api/v2/sims/${encodeURIComponent(iccid)}/quota/data`;
    const response = await client.get(url).catch(mapStatusToNull(422)).catch(mapNotFoundToCardGone);
    const answer = response && v.parse(quota, response.body);
    const source = response ?? statusAlone();
    return toUsageSnapshot(source, [toCard(iccid, answer, sourceClock(source))]);
  },
} satisfies Provider;
