import { openSignIn, redirectUri } from '../../utils/browser/identity.ts';
import type { Found, SignedIn } from '../../utils/browser/messages.ts';
import { hasOrigins } from '../../utils/browser/permissions.ts';
import { keys } from '../../utils/browser/state.ts';
import type { Account, Credentials, Seller } from '../../utils/core/account.ts';
import type { Reading } from '../../utils/core/card.ts';
import { isAnswerError } from '../../utils/providers/answer-error.ts';
import { createClient, toFailure } from '../../utils/providers/http.ts';
import { providerOf, providers } from '../../utils/providers/index.ts';
import type { Provider, Tokens } from '../../utils/providers/provider.ts';
import { saveTokens } from './access.ts';
import { listAccount, twinOf } from './accounts.ts';
import { fetchOffers } from './offers.ts';
import { noteFailure, noteReading } from './refresh.ts';
import { queueRevocation } from './sign-out.ts';
import { read, readIndex, remove, write } from './store.ts';

/** What is at an address, by the first provider that finds itself there. */
export async function findSeller(origin: string): Promise<Found> {
  let wasAnswered = false;
  for (const provider of providers) {
    try {
      const seller = await provider.findSeller(createClient(), origin);
      const patterns = provider.originsFor(seller);
      return { kind: 'found', seller, patterns, isGranted: await hasOrigins(patterns) };
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

function problemOf(error: unknown): SignedIn {
  const why = error instanceof Error && error.name === 'SignInError' && 'why' in error ? error.why : null;
  if (why !== null) return { kind: why === 'state' ? 'wrong-answer' : 'refused' };
  const failure = toFailure(error, Date.now(), navigator.onLine);
  const isNo = failure.kind === 'signed-out' || (isAnswerError(error) && error.status === 400);
  return isNo ? { kind: 'refused' } : { kind: 'failure', failure };
}

/** The first figures, and an account saved for them: the one we have, if it is the same; else a new one. */
async function welcome(provider: Provider, seller: Seller, secret: Tokens | Credentials): Promise<SignedIn> {
  const account: Account = { id: crypto.randomUUID(), seller, accountKey: null, addedAt: Date.now() };
  const token = 'kind' in secret ? secret.token : secret.accessToken;
  const first = await provider.readCards(createClient(token), seller, null).catch((error: unknown) => {
    const failure = toFailure(error, Date.now(), navigator.onLine);
    if (failure.kind === 'signed-out' || failure.kind === 'forbidden') throw error;
    return failure;
  });
  const reading = 'cards' in first ? first : null;
  const twin = reading && (await twinOf(account, reading));
  const kept = twin ? { ...twin, seller } : account;
  if (twin) await revokeOld(twin);
  await write(keys.account(kept.id), kept);
  await saveSecret(kept.id, secret);
  await listAccount(kept, reading);
  if ('cards' in first) await welcomeCards(kept, first);
  else await noteFailure(kept.id, first);
  return { kind: 'signed-in', accountId: kept.id };
}

async function saveSecret(accountId: string, secret: Tokens | Credentials): Promise<void> {
  if (!('kind' in secret)) return saveTokens(accountId, secret);
  await write(keys.credentials(accountId), secret);
  await remove([keys.access(accountId)]);
}

/** Where the toolbar shows one of its cards now, the plans for it are there before the popup opens. */
async function welcomeCards(account: Account, reading: Reading): Promise<void> {
  const startedAt = Date.now();
  await noteReading(account, reading);
  const { shown } = await readIndex();
  if (shown?.accountId !== account.id) return;
  const offers = await read(keys.offers(shown));
  if (!offers || offers.checkedAt < startedAt) await fetchOffers(shown);
}

async function revokeOld(account: Account): Promise<void> {
  const old = await read(keys.credentials(account.id));
  if (old?.kind === 'refresh-token') await queueRevocation(account, old.token);
}

function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** PKCE, S256. */
async function challengeFor(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
