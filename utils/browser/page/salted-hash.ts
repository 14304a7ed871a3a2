import { base64Url } from '../../core/values/base64url.ts';

/**
 * SHA-256 of each text with a salt, in base64url. Needs a secure context, so that a script on the page has it on https and
 * on this computer alone: other pages are not read.
 */
export async function saltedHashes(salt: string, texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const hashed = texts.map(async (text) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${text}`));
    return [text, base64Url(new Uint8Array(digest))] as const;
  });
  return new Map(await Promise.all(hashed));
}
