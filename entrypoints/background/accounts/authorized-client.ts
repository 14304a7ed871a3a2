import { sendReferer } from '../../../utils/browser/referer-rule.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Access, Account, Seller } from '../../../utils/core/accounts/account.ts';
import type { Client, Provider, Tokens } from '../../../utils/providers/adapter/provider.ts';
import { bearer, createClient } from '../../../utils/providers/http/client.ts';
import { answerError, causeOf, isAnswerError } from '../../../utils/providers/http/provider-error.ts';
import { isKeyless, providerOf } from '../../../utils/providers/registry.ts';
import { read, write } from '../state/store.ts';

const refreshing = new Map<string, Promise<string>>();

/** Uses the account's client; an access token refused inside its life is refreshed once. A second 401 is thrown. */
export async function asAccount<T>(account: Account, use: (client: Client) => Promise<T>): Promise<T> {
  const { seller } = account;
  const provider = providerOf(seller.providerId);
  if (!provider) throw answerError(401);
  if (isKeyless(provider)) return use(await clientFor(provider, seller, null));
  const token = await tokenFor(provider, account, null);
  try {
    return await use(await clientFor(provider, seller, token));
  } catch (error) {
    if (!isAnswerError(error) || error.status !== 401) throw error;
    const fresh = await tokenFor(provider, account, token);
    if (fresh === token) throw error;
    return use(await clientFor(provider, seller, fresh));
  }
}

/** A client as the provider needs it. `token`: what authorizes now; null: nothing does. */
export async function clientFor(provider: Provider, seller: Seller, token: string | null): Promise<Client> {
  const { auth, referer, sendsCookies = false } = provider;
  if (referer) await sendReferer(seller.origin, referer(seller));
  if (token === null) return createClient({ sendsCookies });
  const headers = auth?.headers && !auth.exchange ? auth.headers(token) : bearer(token);
  return createClient({ headers, sendsCookies });
}

async function tokenFor(provider: Provider, account: Account, refused: string | null): Promise<string> {
  const credentials = await read(keys.credentials(account.id));
  if (!credentials) throw answerError(401);
  if (credentials.kind === 'card-token' && !provider.auth?.exchange) return credentials.token;
  const access = await read(keys.access(account.id));
  if (access && access.token !== refused && !hasLapsed(access, Date.now())) return access.token;
  const running = refreshing.get(account.id);
  if (running) return running;
  const run = refresh(provider, account).finally(() => refreshing.delete(account.id));
  refreshing.set(account.id, run);
  return run;
}

/** A little early, so that it does not lapse on the way: a tenth of its life, a minute at most. */
function hasLapsed({ expiresAt, lifeMs }: Access, now: number): boolean {
  return expiresAt !== null && now >= expiresAt - Math.min((lifeMs ?? 0) / 10, 60_000);
}

async function refresh({ auth, signIn }: Provider, account: Account): Promise<string> {
  const credentials = await read(keys.credentials(account.id));
  if (!credentials) throw answerError(401);
  const { token } = credentials;
  const tokens =
    credentials.kind === 'card-token'
      ? await auth?.exchange?.(createClient(), account.seller, token)
      : await signIn?.refresh(createClient(), account.seller.endpoints, token).catch(asRefused);
  if (!tokens) throw answerError(401);
  await saveTokens(account.id, tokens);
  return tokens.accessToken;
}

/** Only the seller's `invalid_grant` means signed out; every other failure of its token endpoint is what it is. */
function asRefused(error: unknown): never {
  if (causeOf(error) === 'invalid_grant') throw answerError(401);
  if (isAnswerError(error) && error.status === 401) throw answerError(400);
  throw error;
}

/** The new refresh token first: the old one is worth nothing any more. */
export async function saveTokens(accountId: string, tokens: Tokens): Promise<void> {
  if (tokens.refreshToken) {
    await write(keys.credentials(accountId), { kind: 'refresh-token', token: tokens.refreshToken });
  }
  await write(keys.access(accountId), accessOf(tokens));
}

function accessOf({ accessToken, lifeMs }: Tokens): Access {
  return { token: accessToken, lifeMs, expiresAt: lifeMs === null ? null : Date.now() + lifeMs };
}
