import * as v from 'valibot';
import { defaultSeller, type Seller } from '../../core/accounts/account.ts';
import { isSafeUrl } from '../../core/values/urls.ts';
import type { Client } from '../adapter/provider.ts';
import { invalidResponseError } from '../http/provider-error.ts';
import * as wire from './wire-schemas.ts';

/**
 * The seller at an address, whether it serves the whole API or ("Without a server" in the README.md of this folder)
 * only files.
 */
export async function findSeller(client: Client, origin: string): Promise<Seller> {
  const response = await client.get(`${origin}/.well-known/data-account.json`);
  const document = v.parse(wire.discovery, response.body);
  const safeUrl = (url: string | null | undefined) => (url && isSafeUrl(url) ? url : null);
  const seller: Seller = {
    ...defaultSeller('account-api', document.name),
    origin,
    byteUnit: document.byteUnit ?? 1000,
    checkoutOrigins: document.checkoutOrigins
      .filter((url) => typeof url === 'string')
      .filter(isSafeUrl)
      .map((url) => new URL(url).origin),
    accountUrl: safeUrl(document.accountUrl),
    support: {
      url: safeUrl(document.support?.url),
      email: document.support?.email ?? null,
      phone: document.support?.phone ?? null,
    },
    dataDelayMs: document.typicalDataDelay ?? null,
    ...(document.typicalCreditTime ? { creditMs: document.typicalCreditTime } : {}),
  };
  if (!document.apiBase) return toStaticSeller(seller, document.offersUrl);
  if (!isSafeUrl(document.apiBase)) throw invalidResponseError('The seller does not use https');
  const issuer = safeUrl(document.issuer);
  return {
    ...seller,
    signIn: issuer !== null,
    cardToken: issuer === null || document.cardToken === true,
    endpoints: {
      apiBase: document.apiBase,
      ...(issuer === null ? {} : { issuer }),
      ...(document.clientId ? { clientId: document.clientId } : {}),
      ...(document.scope ? { scope: document.scope } : {}),
    },
  };
}

function toStaticSeller(seller: Seller, offersUrl: string | null | undefined): Seller {
  if (!offersUrl || !isSafeUrl(offersUrl) || new URL(offersUrl).origin !== seller.origin) {
    throw invalidResponseError('The seller names neither an API nor offers of its own');
  }
  return { ...seller, providerId: 'static', meteredBy: 'user', endpoints: { offersUrl } };
}
