import { openSignIn, redirectUri, showSignIn } from '../../../utils/browser/identity.ts';
import type { SignInResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { cleanSecret, isSendable } from '../../../utils/core/forms/secret.ts';
import { isStorageError } from '../../../utils/core/values/storage-error.ts';
import type { Provider } from '../../../utils/providers/adapter/provider.ts';
import { isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { createGrantedClient } from '../accounts/granted-client.ts';
import { publicClient } from '../accounts/public-client.ts';
import { holdHosts } from '../accounts/release-hosts.ts';
import { read, remove, write } from '../state/state-store.ts';
import { addAccount } from './add-account.ts';
import { foundSeller } from './found-sellers.ts';
import { codeChallenge, randomText } from './pkce.ts';

const notFound: SignInResult = { kind: 'not-found' };

/** The one sign-in under way. Its window answers to this worker alone, so it is not stored. */
let underWay: { seller: Seller; result: Promise<SignInResult> } | null = null;

/**
 * Opens the seller's sign-in page (OAuth 2.0 with PKCE) and adds the account. While one is open a second one is not
 * started: the open one is shown, and nothing is taken from it.
 */
export async function signInAt(foundId: string): Promise<SignInResult> {
  const seller = await foundSeller(foundId);
  const provider = seller && (await findProvider(seller.providerId));
  if (!seller || !provider?.signIn) return notFound;
  const { signIn } = provider;
  if (underWay) {
    await showSignIn();
    const { name, origin } = underWay.seller;
    return { kind: 'already-open', seller: name, isSameSeller: origin === seller.origin };
  }
  const result = holdHosts(seller, () => runSignIn(provider, signIn, seller)).finally(() => {
    underWay = null;
  });
  underWay = { seller, result };
  return result;
}

/** What becomes of the sign-in that is open; null: none is. */
export async function awaitSignIn(): Promise<SignInResult | null> {
  return underWay?.result ?? null;
}

async function runSignIn(
  provider: Provider,
  signIn: NonNullable<Provider['signIn']>,
  found: Seller,
): Promise<SignInResult> {
  const attempt = { origin: found.origin, state: randomText(), verifier: randomText() };
  try {
    const challenge = await codeChallenge(attempt.verifier);
    const request = { redirectUri: redirectUri(), state: attempt.state, challenge };
    const { url, endpoints, expected } = await signIn.start(await publicClient(), found, request);
    await write(keys.signInAttempt, attempt);
    const returned = await openSignIn(url);
    const saved = await read(keys.signInAttempt);
    await remove([keys.signInAttempt]);
    if (returned === null) return { kind: 'window-closed' };
    if (saved?.state !== attempt.state) return { kind: 'wrong-answer' };
    const code = await signIn.parseCode(returned, expected);
    const grant = { redirectUri: redirectUri(), code, verifier: saved.verifier };
    const tokens = await signIn.finish(createGrantedClient(), endpoints, grant);
    return await addAccount(provider, { ...found, endpoints }, tokens);
  } catch (error) {
    return toSignInResult(error);
  }
}

/** Adds an account by a pasted card token. It goes to the API that was shown beside its field. */
export async function useCardToken(foundId: string, cardToken: string): Promise<SignInResult> {
  const seller = await foundSeller(foundId);
  const provider = seller && (await findProvider(seller.providerId));
  if (!seller || !provider) return notFound;
  const token = cleanSecret(cardToken);
  if (!isSendable(token)) return { kind: 'failure', failure: { kind: 'unsendable' } };
  try {
    return await addAccount(provider, seller, { kind: 'card-token', token });
  } catch (error) {
    return toSignInResult(error);
  }
}

export function toSignInResult(error: unknown, isLocalNetwork = false): SignInResult {
  if (isStorageError(error)) return { kind: 'cannot-save' };
  const why = error instanceof Error && error.name === 'SignInError' && 'why' in error ? error.why : null;
  if (why !== null) return { kind: why === 'state' ? 'wrong-answer' : 'refused' };
  const failure = toFailure(error, Date.now(), navigator.onLine, isLocalNetwork);
  const isRefused = ['signed-out', 'locked'].includes(failure.kind) || (isProviderError(error) && error.status === 400);
  return isRefused ? { kind: 'refused' } : { kind: 'failure', failure };
}
