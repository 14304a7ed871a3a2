/**
 * SHA-256 of a text with a salt, in base64url. Needs a secure context, so that a script on the page has it on https and
 * on this computer alone: other pages are not read.
 */
export async function saltedHash(salt: string, text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${text}`));
  const binary = String.fromCharCode(...new Uint8Array(digest));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
