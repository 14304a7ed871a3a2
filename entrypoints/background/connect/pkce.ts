import { base64Url } from '../../../utils/core/values/base64url.ts';

/* Proof Key for Code Exchange (RFC 7636), method S256. */

/** 256 random bits, base64url: a `state` or a code verifier. */
export function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

export async function codeChallenge(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}
