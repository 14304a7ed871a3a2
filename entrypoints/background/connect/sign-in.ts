import { openSignIn, redirectUri } from '../../../utils/browser/identity.ts';
import type { Found, SignedIn } from '../../../utils/browser/messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { patternsOf } from '../../../utils/core/accounts/origins.ts';
import { createClient } from '../../../utils/providers/http/client.ts';
import { isAnswerError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { providerOf, providers } from '../../../utils/providers/registry.ts';
import { read, remove, write } from '../state/store.ts';
import { welcome } from './add-account.ts';
import { challengeFor, randomText } from './pkce.ts';

/** What is at an address, by the first provider that finds itself there. */
export async function findSeller(origin: string): Promise<Found> {
  let wasAnswered = false;
  for (const { findSeller } of providers) {
    try {
      if (!findSeller) continue;
      const seller = await findSeller(createClient(), origin);
      const patterns = patternsOf(seller);
      const fields = providerOf(seller.providerId)?.own?.fields ?? [];
      return { kind: 'found', seller, patterns, isGranted: await hasOrigins(patterns), fields };
    } catch (error) {
      wasAnswered ||= isAnswerError(error) || toFailure(error, Date.now(), true).kind === 'unreadable';
    }
  }
  return { kind: wasAnswered ? 'no-seller' : 'blocked' };
}

/** Opens the seller's own sign-in page and brings back an account. */
export async function signInAt(origin: string): Promise<SignedIn> {
  const found = await findSeller(origin);
  const provider = found.kind === 'found' ? providerOf(found.seller.providerId) : null;
  if (found.kind !== 'found' || !provider?.signIn) return { kind: 'failure', failure: { kind: 'no-answer' } };
  const client = createClient();
  const attempt = { origin, state: randomText(), verifier: randomText() };
  try {
    const challenge = await challengeFor(attempt.verifier);
    const start = { redirectUri: redirectUri(), state: attempt.state, challenge };
    const { url, endpoints } = await provider.signIn.start(client, found.seller, start);
    await write(keys.attempt, attempt);
    const returned = await openSignIn(url);
    const saved = await read(keys.attempt);
    await remove([keys.attempt]);
    if (returned === null) return { kind: 'window-closed' };
    if (saved?.state !== attempt.state) return { kind: 'wrong-answer' };
    const code = provider.signIn.codeFrom(returned, saved.state, endpoints);
    const end = { redirectUri: redirectUri(), code, verifier: saved.verifier };
    const tokens = await provider.signIn.finish(client, endpoints, end);
    return await welcome(provider, { ...found.seller, endpoints }, tokens);
  } catch (error) {
    return problemOf(error);
  }
}

/** Takes a pasted card token for an account. */
export async function useCardToken(origin: string, cardToken: string): Promise<SignedIn> {
  const found = await findSeller(origin);
  const provider = found.kind === 'found' ? providerOf(found.seller.providerId) : null;
  if (found.kind !== 'found' || !provider) return { kind: 'failure', failure: { kind: 'no-answer' } };
  try {
    return await welcome(provider, found.seller, { kind: 'card-token', token: cardToken.trim() });
  } catch (error) {
    return problemOf(error);
  }
}

export function problemOf(error: unknown, isNearby = false): SignedIn {
  const why = error instanceof Error && error.name === 'SignInError' && 'why' in error ? error.why : null;
  if (why !== null) return { kind: why === 'state' ? 'wrong-answer' : 'refused' };
  const failure = toFailure(error, Date.now(), navigator.onLine, isNearby);
  const isNo = failure.kind === 'signed-out' || (isAnswerError(error) && error.status === 400);
  return isNo ? { kind: 'refused' } : { kind: 'failure', failure };
}
