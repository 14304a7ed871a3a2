import { openSignIn, redirectUri } from '../../../utils/browser/identity.ts';
import type { DiscoveryResult, SignInResult } from '../../../utils/browser/messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { requiredMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import { createClient } from '../../../utils/providers/http/client.ts';
import { isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider, providers } from '../../../utils/providers/registry.ts';
import { read, remove, write } from '../state/state-store.ts';
import { addAccount } from './add-account.ts';
import { codeChallenge, randomText } from './pkce.ts';

/** The seller at an origin, by the first provider that finds one there. */
export async function findSeller(origin: string): Promise<DiscoveryResult> {
  let wasAnswered = false;
  for (const { findSeller } of providers) {
    try {
      if (!findSeller) continue;
      const seller = await findSeller(createClient(), origin);
      const patterns = requiredMatchPatterns(seller);
      const fields = findProvider(seller.providerId)?.setup?.fields ?? [];
      return { kind: 'found', seller, patterns, isGranted: await hasOrigins(patterns), fields };
    } catch (error) {
      wasAnswered ||= isProviderError(error) || toFailure(error, Date.now(), true).kind === 'unreadable';
    }
  }
  return { kind: wasAnswered ? 'no-seller' : 'blocked' };
}

/** Opens the seller's sign-in page (OAuth 2.0 with PKCE) and adds the account. */
export async function signInAt(origin: string): Promise<SignInResult> {
  const found = await findSeller(origin);
  const provider = found.kind === 'found' ? findProvider(found.seller.providerId) : null;
  if (found.kind !== 'found' || !provider?.signIn) return { kind: 'failure', failure: { kind: 'no-answer' } };
  const client = createClient();
  const attempt = { origin, state: randomText(), verifier: randomText() };
  try {
    const challenge = await codeChallenge(attempt.verifier);
    const request = { redirectUri: redirectUri(), state: attempt.state, challenge };
    const { url, endpoints } = await provider.signIn.start(client, found.seller, request);
    await write(keys.signInAttempt, attempt);
    const returned = await openSignIn(url);
    const saved = await read(keys.signInAttempt);
    await remove([keys.signInAttempt]);
    if (returned === null) return { kind: 'window-closed' };
    if (saved?.state !== attempt.state) return { kind: 'wrong-answer' };
    const code = provider.signIn.parseCode(returned, saved.state, endpoints);
    const grant = { redirectUri: redirectUri(), code, verifier: saved.verifier };
    const tokens = await provider.signIn.finish(client, endpoints, grant);
    return await addAccount(provider, { ...found.seller, endpoints }, tokens);
  } catch (error) {
    return toSignInResult(error);
  }
}

/** Adds an account by a pasted card token. */
export async function useCardToken(origin: string, cardToken: string): Promise<SignInResult> {
  const found = await findSeller(origin);
  const provider = found.kind === 'found' ? findProvider(found.seller.providerId) : null;
  if (found.kind !== 'found' || !provider) return { kind: 'failure', failure: { kind: 'no-answer' } };
  try {
    return await addAccount(provider, found.seller, { kind: 'card-token', token: cardToken.trim() });
  } catch (error) {
    return toSignInResult(error);
  }
}

export function toSignInResult(error: unknown, isLocalNetwork = false): SignInResult {
  const why = error instanceof Error && error.name === 'SignInError' && 'why' in error ? error.why : null;
  if (why !== null) return { kind: why === 'state' ? 'wrong-answer' : 'refused' };
  const failure = toFailure(error, Date.now(), navigator.onLine, isLocalNetwork);
  const isRefused = failure.kind === 'signed-out' || (isProviderError(error) && error.status === 400);
  return isRefused ? { kind: 'refused' } : { kind: 'failure', failure };
}
