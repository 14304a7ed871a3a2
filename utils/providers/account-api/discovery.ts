import * as v from 'valibot';
import { defaultSeller, type Seller } from '../../core/accounts/account.ts';
import { isSafeUrl } from '../../core/values/urls.ts';
import type { Client } from '../adapter/provider.ts';
import { invalidResponseError } from '../http/provider-error.ts';
import * as wire from './wire-schemas.ts';

/** The seller at an address, whether it serves the whole API or, by section 8, files alone. */
export async function findSeller(client: Client, origin: string): Promise<Seller> {
  const response = await client.get(`${origin}/.well-known/data-account.json`);
  const found = v.parse(wire.discovery, response.body);
  const safe = (url: string | null | undefined) => (url && isSafeUrl(url) ? url : null);
  const seller: Seller = {
    ...defaultSeller('account-api', found.name),
    origin,
    byteUnit: found.byteUnit ?? 1000,
    checkoutOrigins: found.checkoutOrigins
      .filter((url) => typeof url === 'string')
      .filter(isSafeUrl)
      .map((url) => new URL(url).origin),
    accountUrl: safe(found.accountUrl),
    support: {
      url: safe(found.support?.url),
      email: found.support?.email ?? null,
      phone: found.support?.phone ?? null,
    },
    dataDelayMs: found.typicalDataDelay ?? null,
    ...(found.typicalCreditTime ? { creditMs: found.typicalCreditTime } : {}),
  };
  if (!found.apiBase) return withFiles(seller, found.offersUrl);
  if (!isSafeUrl(found.apiBase)) throw invalidResponseError('The seller does not use https');
  const issuer = safe(found.issuer);
  return {
    ...seller,
    signIn: issuer !== null,
    cardToken: issuer === null || found.cardToken === true,
    endpoints: {
      apiBase: found.apiBase,
      ...(issuer === null ? {} : { issuer }),
      ...(found.clientId ? { clientId: found.clientId } : {}),
      ...(found.scope ? { scope: found.scope } : {}),
    },
  };
}

function withFiles(seller: Seller, offersUrl: string | null | undefined): Seller {
  if (!offersUrl || !isSafeUrl(offersUrl) || new URL(offersUrl).origin !== seller.origin) {
    throw invalidResponseError('The seller names neither an API nor offers of its own');
  }
  return { ...seller, providerId: 'static', meteredBy: 'user', endpoints: { offersUrl } };
}
