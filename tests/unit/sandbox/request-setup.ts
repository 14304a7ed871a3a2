import { createHash, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { startSeller } from '../../sandbox/seller.ts';
import type { Seller, SellerOptions } from '../../sandbox/types.ts';

export const REDIRECT_URI = `https://${'abcdefgh'.repeat(4)}.chromiumapp.org/`;
const VERIFIER = 'v'.repeat(64);
export const SEK_99 = { currencyCode: 'SEK', units: '99', nanos: 0 };

export async function openSeller(options: SellerOptions = {}): Promise<Seller> {
  const seller = await startSeller({ creditDelayMs: 0, ...options });
  onTestFinished(() => seller.close());
  return seller;
}

/** Untyped, as tests read responses of every shape. */
type Json = ReturnType<typeof JSON.parse>;

export type ApiResponse = { status: number; headers: Headers; json: Json };

export type SendRequest = (path: string, init?: RequestInit) => Promise<ApiResponse>;

/** Sends requests as one signed-in account. */
export function requestAs(seller: Seller, accountKey = 'a_17'): SendRequest {
  return requestWith(seller, seller.issueTokens(accountKey).accessToken);
}

export function requestWith(seller: Seller, token: string): SendRequest {
  return async (path, init = {}) => {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` };
    const response = await fetch(`${seller.url}${path}`, { redirect: 'manual', ...init, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? {} : JSON.parse(text) };
  };
}

export function checkout(request: SendRequest, members: Record<string, unknown> = {}): Promise<ApiResponse> {
  const body = { userKey: 'c_europe', planId: 'eu-3gb-30d', transactionId: randomUUID(), cost: SEK_99, ...members };
  return request('/v1/checkout', { method: 'POST', body: JSON.stringify(body) });
}

export async function post(url: string, form: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}

export function authorizeQuery(more: Record<string, string> = {}): string {
  return new URLSearchParams({
    response_type: 'code',
    client_id: 'gigabar',
    redirect_uri: REDIRECT_URI,
    state: 'st 1',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    scope: 'plan:read plan:checkout',
    ...more,
  }).toString();
}

/** Signs in through the pages; returns the address that the browser is redirected to. */
export async function signInOnPage(seller: Seller, phone: string, query = authorizeQuery()): Promise<URL> {
  const page = await (await post(`${seller.issuer}/oauth/code`, { request: query, phone })).text();
  const code = page.match(/data-testid="code-shown">(\d+)</)?.[1] ?? '';
  const phoneField = page.match(/name="phone" value="([^"]*)"/)?.[1] ?? '';
  const answer = await post(`${seller.issuer}/oauth/sign-in`, { request: query, phone: phoneField, code });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

export async function requestToken(seller: Seller, form: Record<string, string>): Promise<ApiResponse> {
  const answer = await post(`${seller.issuer}/oauth/token`, { client_id: 'gigabar', ...form });
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}

export function redeemCode(
  seller: Seller,
  code: string | null,
  more: Record<string, string> = {},
): Promise<ApiResponse> {
  const proof = { redirect_uri: REDIRECT_URI, code_verifier: VERIFIER };
  return requestToken(seller, { grant_type: 'authorization_code', code: code ?? '', ...proof, ...more });
}

export function refresh(seller: Seller, refreshToken: string): Promise<ApiResponse> {
  return requestToken(seller, { grant_type: 'refresh_token', refresh_token: refreshToken });
}
