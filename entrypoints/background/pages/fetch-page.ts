import type { PageReading } from '../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import { currentZone } from '../../../utils/core/values/time.ts';
import type { HttpResponse } from '../../../utils/providers/adapter/provider.ts';
import { createPageClient } from '../../../utils/providers/http/client.ts';
import { isRedirect, isTooLarge, providerError } from '../../../utils/providers/http/provider-error.ts';
import { isChallenge } from '../../../utils/providers/page/challenge.ts';
import { isGranted } from '../accounts/granted-client.ts';
import { parsePage } from './parse-page.ts';

/** `bytes`: on the wire where the server tells, else decoded; null: not known. */
export type FetchedReading = { reading: PageReading; bytes: number | null };

/**
 * Requests a page with the browser's cookies and reads it; its source is forgotten with that. Throws what the client
 * throws, and for a page that asks for a person what it throws for a refusal.
 */
export async function fetchPage(url: string, recipe: PageRecipe): Promise<FetchedReading> {
  const client = createPageClient({ isGranted });
  let response: HttpResponse;
  try {
    response = await client.get(url);
  } catch (error) {
    // Where to, no browser tells; an account page leads somewhere else when nobody is signed in.
    if (isRedirect(error)) return { reading: { kind: 'unread', reason: 'signed-out' }, bytes: null };
    if (isTooLarge(error)) return { reading: { kind: 'unread', reason: 'too-large' }, bytes: null };
    throw error;
  }
  const { text } = response;
  const reading = await parsePage({ html: text, url, recipe, now: Date.now(), zone: currentZone() });
  if (reading.kind === 'unread' && isChallenge(text, reading.reason)) throw providerError(403);
  return { reading, bytes: sizeOf(response) };
}

function sizeOf({ headers, text }: HttpResponse): number {
  const told = Number(headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(told) && told > 0 ? told : new TextEncoder().encode(text).byteLength;
}
