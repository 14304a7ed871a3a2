import { keys } from '../../../utils/browser/storage-keys.ts';
import type { AccessToken, Account, Credentials, Seller } from '../../../utils/core/accounts/account.ts';
import { unusedTokens } from '../../../utils/core/accounts/revocation.ts';
import { dayMs } from '../../../utils/core/values/time.ts';
import type { Client, Provider, Tokens } from '../../../utils/providers/adapter/provider.ts';
import { bearer } from '../../../utils/providers/http/client.ts';
import { errorCode, isProviderError, providerError } from '../../../utils/providers/http/provider-error.ts';
import { findProvider, needsNoCredentials } from '../../../utils/providers/registry.ts';
import { type Change, changeOf, read, readAll, update, updateAll } from '../state/state-store.ts';
import { createGrantedClient } from './granted-client.ts';
import { publicClient } from './public-client.ts';
import { holdHosts } from './release-hosts.ts';
import { newRevocations, queued, startRevocations } from './revocations.ts';

const refreshing = new Map<string, Promise<string>>();

/** By account: what a seller gave that could not be saved yet. What was sent for it may be worth nothing any more. */
const unsaved = new Map<string, Refreshed>();
type Refreshed = { account: Account; sent: Credentials; tokens: Tokens };

/** Runs `use` with the account's client. After a 401 the token is refreshed once; a second 401 is thrown. */
export async function withAuthorizedClient<T>(account: Account, use: (client: Client) => Promise<T>): Promise<T> {
  const { seller } = account;
  const provider = await findProvider(seller.providerId);
  if (!provider) throw providerError(401);
  if (needsNoCredentials(provider)) return use(createProviderClient(provider, null));
  const token = await validToken(provider, account, null);
  try {
    return await use(createProviderClient(provider, token));
  } catch (error) {
    if (!isProviderError(error) || error.status !== 401) throw error;
    const fresh = await validToken(provider, account, token);
    if (fresh === token) throw error;
    return use(createProviderClient(provider, fresh));
  }
}

/** A client with what the provider needs in each request. `token` null: requests carry no credentials. */
export function createProviderClient({ auth, sendsCookies = false }: Provider, token: string | null): Client {
  if (token === null) return createGrantedClient({ sendsCookies });
  const headers = auth?.headers && !auth.exchange ? auth.headers(token) : bearer(token);
  return createGrantedClient({ headers, sendsCookies });
}

async function validToken(provider: Provider, account: Account, refused: string | null): Promise<string> {
  const stored = await storedToken(provider, account, refused);
  if (stored !== null) return stored;
  const running = refreshing.get(account.id);
  if (running) return running;
  // Tokens that come after a sign-out have to be revoked there.
  const refreshed = holdHosts(account.seller, () => refresh(provider, account));
  const run = refreshed.finally(() => refreshing.delete(account.id));
  refreshing.set(account.id, run);
  return run;
}

/** Null: it has to be refreshed. Throws if there is none, or if it is of a later sign-in at another address. */
async function storedToken({ auth }: Provider, account: Account, refused: string | null): Promise<string | null> {
  const [accountKey, credentialsKey, accessKey] = tokenKeys(account.id);
  const values = await readAll([accountKey, credentialsKey, accessKey]);
  const latest = values(accountKey);
  const credentials = values(credentialsKey);
  const access = values(accessKey);
  if (!latest || !credentials || !isSameAddress(latest, account)) throw providerError(401);
  if (credentials.kind === 'card-token' && !auth?.exchange) return credentials.token;
  if (credentials.kind === 'access-token') {
    if (credentials.token === refused) throw providerError(401);
    return credentials.token;
  }
  return access && access.token !== refused && !isExpiring(access, Date.now()) ? access.token : null;
}

const tokenKeys = (id: string) => [keys.account(id), keys.credentials(id), keys.access(id)] as const;

/** Within one sign-in a seller's description may change, but never whom its tokens are for. */
function isSameAddress(a: Account, b: Account): boolean {
  const addressOf = ({ seller }: Account) => JSON.stringify([seller.origin, seller.endpoints]);
  return a.connectionId === b.connectionId || addressOf(a) === addressOf(b);
}

/** True a little before it expires, for the time a request takes: a tenth of its life, a minute at most. */
function isExpiring({ expiresAt, lifeMs }: AccessToken, now: number): boolean {
  return expiresAt !== null && now >= expiresAt - Math.min((lifeMs ?? 0) / 10, 60_000);
}

async function refresh(provider: Provider, account: Account): Promise<string> {
  const refreshed = unsaved.get(account.id) ?? (await requestTokens(provider, account));
  unsaved.set(account.id, refreshed);
  if (await saveUnsavedTokens(account.id)) return refreshed.tokens.accessToken;
  startRevocations();
  return (await storedToken(provider, account, null)) ?? refresh(provider, account);
}

async function requestTokens({ auth, signIn }: Provider, account: Account): Promise<Refreshed> {
  // Nothing is asked for while it could not be saved: what is sent may be worth nothing after that.
  const credentials = await update(keys.credentials(account.id), (saved) => saved && { ...saved });
  if (!credentials) throw providerError(401);
  const { token } = credentials;
  if (credentials.kind === 'refresh-token' && signIn) await confirmApiDaily(signIn, account);
  const tokens =
    credentials.kind === 'card-token'
      ? await auth?.exchange?.(createGrantedClient(), account.seller, token)
      : await signIn?.refresh(createGrantedClient(), account.seller.endpoints, token).catch(throwRefreshError);
  if (!tokens) throw providerError(401);
  return { account, sent: credentials, tokens };
}

/**
 * Saves what the seller gave for what was sent, unless that is no longer the account's secret: after a sign-out or a
 * later sign-in, tokens that come now are queued to be revoked. True if they were saved.
 */
export async function saveUnsavedTokens(accountId: string): Promise<boolean> {
  const refreshed = unsaved.get(accountId);
  if (!refreshed) return false;
  const { account, sent, tokens } = refreshed;
  const [accountKey, credentialsKey, accessKey] = tokenKeys(account.id);
  let isCurrent = false;
  await updateAll([accountKey, credentialsKey, accessKey, keys.revocations], (values) => {
    if (unsaved.get(accountId) !== refreshed) return [];
    const stored = values(credentialsKey)?.token;
    // Or it was saved in part.
    isCurrent = values(accountKey) !== null && (stored === sent.token || stored === tokens.refreshToken);
    if (isCurrent) return tokenChanges(account, tokens);
    const target = sent.revocation ?? (sent.kind === 'refresh-token' ? account.seller : null);
    return queued(values, newRevocations(unusedTokens(target, tokens.refreshToken, toAccessToken(tokens))));
  });
  unsaved.delete(accountId);
  return isCurrent;
}

/** A seller's sign-in has to vouch for its API again where that was last looked at more than a day ago. */
async function confirmApiDaily(signIn: NonNullable<Provider['signIn']>, account: Account): Promise<void> {
  const { id, seller } = account;
  const now = Date.now();
  const vouchedAt = (await read(keys.account(id)))?.vouchedAt ?? 0;
  if (Math.abs(now - vouchedAt) < dayMs) return;
  await signIn.confirmApi(await publicClient(), seller);
  await update(keys.account(id), (saved) => saved && { ...saved, vouchedAt: now }, account);
}

/**
 * Only `invalid_grant`, with the status of a refusal, means signed out (RFC 6749, 5.2); any other failure of the token
 * endpoint stays that failure.
 */
function throwRefreshError(error: unknown): never {
  const isRefusal = isProviderError(error) && (error.status === 400 || error.status === 401);
  if (isRefusal && errorCode(error) === 'invalid_grant') throw providerError(401);
  if (isProviderError(error) && error.status === 401) throw providerError(400);
  throw error;
}

export async function saveTokens(account: Account, tokens: Tokens): Promise<void> {
  await updateAll([], () => tokenChanges(account, tokens), account);
}

/** Both tokens as stored; without a new refresh token the old one stays (RFC 6749, section 6). */
function tokenChanges({ id, seller }: Account, { refreshToken, ...tokens }: Tokens): Change[] {
  const access = changeOf(keys.access(id), toAccessToken(tokens));
  if (refreshToken === null) return [access];
  return [
    changeOf(keys.credentials(id), { kind: 'refresh-token', token: refreshToken, ...revocationAt(seller) }),
    access,
  ];
}

/** The tokens of a sign-in as stored; without a refresh token the access token is all there is. */
export function signInChanges(account: Account, tokens: Tokens): Change[] {
  if (tokens.refreshToken !== null) return tokenChanges(account, tokens);
  const { id, seller } = account;
  const credentials = { kind: 'access-token', token: tokens.accessToken, ...revocationAt(seller) } as const;
  return [changeOf(keys.credentials(id), credentials), changeOf(keys.access(id), null)];
}

function revocationAt({ providerId, endpoints }: Seller) {
  return { revocation: { providerId, endpoints } };
}

export function toAccessToken({ accessToken, lifeMs }: Pick<Tokens, 'accessToken' | 'lifeMs'>): AccessToken {
  return { token: accessToken, lifeMs, expiresAt: lifeMs === null ? null : Date.now() + lifeMs };
}
