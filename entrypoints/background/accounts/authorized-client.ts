import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { setRefererRule } from '../../../utils/browser/referer-rule.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { AccessToken, Account, Seller } from '../../../utils/core/accounts/account.ts';
import { dayMs } from '../../../utils/core/values/time.ts';
import { toMatchPattern } from '../../../utils/core/values/urls.ts';
import type { Client, Provider, Tokens } from '../../../utils/providers/adapter/provider.ts';
import { bearer, type ClientOptions, createClient, createPublicClient } from '../../../utils/providers/http/client.ts';
import { errorCode, isProviderError, providerError } from '../../../utils/providers/http/provider-error.ts';
import { findProvider, needsNoCredentials } from '../../../utils/providers/registry.ts';
import { type Change, changeOf, read, update, updateAll } from '../state/state-store.ts';

const refreshing = new Map<string, Promise<string>>();

/** Runs `use` with the account's client. After a 401 the token is refreshed once; a second 401 is thrown. */
export async function withAuthorizedClient<T>(account: Account, use: (client: Client) => Promise<T>): Promise<T> {
  const { seller } = account;
  const provider = findProvider(seller.providerId);
  if (!provider) throw providerError(401);
  if (needsNoCredentials(provider)) return use(await createProviderClient(provider, seller, null));
  const token = await validToken(provider, account, null);
  try {
    return await use(await createProviderClient(provider, seller, token));
  } catch (error) {
    if (!isProviderError(error) || error.status !== 401) throw error;
    const fresh = await validToken(provider, account, token);
    if (fresh === token) throw error;
    return use(await createProviderClient(provider, seller, fresh));
  }
}

/** A client with what the provider needs in each request. `token` null: requests carry no credentials. */
export async function createProviderClient(provider: Provider, seller: Seller, token: string | null): Promise<Client> {
  const { auth, referer, sendsCookies = false } = provider;
  if (referer) await setRefererRule(seller.origin, referer(seller));
  if (token === null) return createGrantedClient({ sendsCookies });
  const headers = auth?.headers && !auth.exchange ? auth.headers(token) : bearer(token);
  return createGrantedClient({ headers, sendsCookies });
}

/** A client for requests with a secret: to origins alone for which the browser says that the user granted them. */
export function createGrantedClient(options: Omit<ClientOptions, 'isGranted'> = {}): Client {
  return createClient({ ...options, isGranted: (origin) => hasOrigins([toMatchPattern(origin)]) });
}

async function validToken(provider: Provider, account: Account, refused: string | null): Promise<string> {
  const credentials = await read(keys.credentials(account.id));
  if (!credentials) throw providerError(401);
  if (credentials.kind === 'card-token' && !provider.auth?.exchange) return credentials.token;
  const access = await read(keys.access(account.id));
  if (access && access.token !== refused && !isExpiring(access, Date.now())) return access.token;
  const running = refreshing.get(account.id);
  if (running) return running;
  const run = refresh(provider, account).finally(() => refreshing.delete(account.id));
  refreshing.set(account.id, run);
  return run;
}

/** True a little before it expires, for the time a request takes: a tenth of its life, a minute at most. */
function isExpiring({ expiresAt, lifeMs }: AccessToken, now: number): boolean {
  return expiresAt !== null && now >= expiresAt - Math.min((lifeMs ?? 0) / 10, 60_000);
}

async function refresh({ auth, signIn }: Provider, account: Account): Promise<string> {
  const credentials = await read(keys.credentials(account.id));
  if (!credentials) throw providerError(401);
  const { token } = credentials;
  if (credentials.kind === 'refresh-token' && signIn) await confirmApiDaily(signIn, account);
  const tokens =
    credentials.kind === 'card-token'
      ? await auth?.exchange?.(createGrantedClient(), account.seller, token)
      : await signIn?.refresh(createGrantedClient(), account.seller.endpoints, token).catch(throwRefreshError);
  if (!tokens) throw providerError(401);
  await saveTokens(account.id, tokens);
  return tokens.accessToken;
}

/** A seller's sign-in has to vouch for its API again where that was last looked at more than a day ago. */
async function confirmApiDaily(signIn: NonNullable<Provider['signIn']>, { id, seller }: Account): Promise<void> {
  const now = Date.now();
  const vouchedAt = (await read(keys.account(id)))?.vouchedAt ?? 0;
  if (Math.abs(now - vouchedAt) < dayMs) return;
  await signIn.confirmApi(createPublicClient(), seller);
  await update(keys.account(id), (account) => account && { ...account, vouchedAt: now });
}

/**
 * Only `invalid_grant` means signed out (RFC 6749, 5.2); any other failure of the token endpoint stays that failure.
 */
function throwRefreshError(error: unknown): never {
  if (errorCode(error) === 'invalid_grant') throw providerError(401);
  if (isProviderError(error) && error.status === 401) throw providerError(400);
  throw error;
}

export async function saveTokens(accountId: string, tokens: Tokens): Promise<void> {
  await updateAll([], () => tokenChanges(accountId, tokens));
}

/** Both tokens as stored; without a new refresh token the old one stays. */
export function tokenChanges(accountId: string, tokens: Tokens): Change[] {
  const { refreshToken } = tokens;
  const credentials =
    refreshToken && changeOf(keys.credentials(accountId), { kind: 'refresh-token', token: refreshToken });
  return [...(credentials ? [credentials] : []), changeOf(keys.access(accountId), toAccessToken(tokens))];
}

function toAccessToken({ accessToken, lifeMs }: Tokens): AccessToken {
  return { token: accessToken, lifeMs, expiresAt: lifeMs === null ? null : Date.now() + lifeMs };
}
