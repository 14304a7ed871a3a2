import * as v from 'valibot';
import { defaultSeller, type Seller } from '../../core/accounts/account.ts';
import { isAtOrBelow } from '../../core/accounts/api-trust.ts';
import { isSafeUrl } from '../../core/values/urls.ts';
import type { HttpResponse, PublicClient } from '../adapter/provider.ts';
import { invalidResponseError } from '../http/provider-error.ts';
import * as wire from './seller-schemas.ts';

/**
 * The seller at an address, whether it serves the whole API or ("Without a server" in the README.md of this folder)
 * only files. `known`: as it was found before, for what is looked up once, when connecting.
 */
export async function findSeller(client: PublicClient, origin: string, known?: Seller): Promise<Seller> {
  const response = await readDocument(client, origin);
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
  const signInEndpoints = issuer === null ? {} : { issuer, clientId: document.clientId || 'gigabar' };
  const endpoints = {
    apiBase: document.apiBase,
    ...signInEndpoints,
    ...(document.scope ? { scope: document.scope } : {}),
  };
  return {
    ...seller,
    signIn: issuer !== null,
    cardToken: issuer === null || document.cardToken === true,
    endpoints: { ...endpoints, ...(await bareOrigin(client, response, { origin, endpoints }, known)) },
  };
}

function readDocument(client: PublicClient, origin: string): Promise<HttpResponse> {
  return client.get(`${origin}/.well-known/data-account.json`);
}

/**
 * The origin without `www.`, if it serves the same document: then API and sign-in may lie at or below that host. Not
 * looked up where it makes no difference, nor ever again.
 */
async function bareOrigin(
  client: PublicClient,
  { text }: HttpResponse,
  { origin, endpoints }: Pick<Seller, 'origin' | 'endpoints'>,
  known: Seller | undefined,
): Promise<{ documentOrigin?: string }> {
  if (known) return known.endpoints.documentOrigin ? { documentOrigin: known.endpoints.documentOrigin } : {};
  const bare = origin.replace(/^https:\/\/www\./, 'https://');
  const urls = [endpoints.apiBase, endpoints.issuer].filter((url) => url !== undefined);
  const isNeeded = urls.every((url) => isAtOrBelow(url, bare)) && !urls.every((url) => isAtOrBelow(url, origin));
  if (bare === origin || !isNeeded) return {};
  const served = await readDocument(client, bare).catch(() => null);
  return served?.text === text ? { documentOrigin: bare } : {};
}

function toStaticSeller(seller: Seller, offersUrl: string | null | undefined): Seller {
  if (!offersUrl || !isSafeUrl(offersUrl) || new URL(offersUrl).origin !== seller.origin) {
    throw invalidResponseError('The seller names neither an API nor offers of its own');
  }
  return { ...seller, providerId: 'static', meteredBy: 'user', endpoints: { offersUrl } };
}
