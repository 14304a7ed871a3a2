import { keys } from '../../utils/browser/state.ts';
import type { Access, Account } from '../../utils/core/account.ts';
import { answerError, causeOf, isAnswerError } from '../../utils/providers/answer-error.ts';
import { createClient } from '../../utils/providers/http.ts';
import { providerOf } from '../../utils/providers/index.ts';
import type { Client, Tokens } from '../../utils/providers/provider.ts';
import { read, write } from './store.ts';

const refreshing = new Map<string, Promise<string>>();

/** Uses the account's client; an access token refused inside its life is refreshed once. A second 401 is thrown. */
export async function asAccount<T>(account: Account, use: (client: Client) => Promise<T>): Promise<T> {
  const token = await tokenFor(account, null);
  try {
    return await use(createClient(token));
  } catch (error) {
    if (!isAnswerError(error) || error.status !== 401) throw error;
    const fresh = await tokenFor(account, token);
    if (fresh === token) throw error;
    return use(createClient(fresh));
  }
}

async function tokenFor(account: Account, refused: string | null): Promise<string> {
  const credentials = await read(keys.credentials(account.id));
  if (!credentials) throw answerError(401);
  if (credentials.kind === 'card-token') return credentials.token;
  const access = await read(keys.access(account.id));
  if (access && access.token !== refused && !hasLapsed(access, Date.now())) return access.token;
  const running = refreshing.get(account.id);
  if (running) return running;
  const run = refresh(account).finally(() => refreshing.delete(account.id));
  refreshing.set(account.id, run);
  return run;
}

/** A little early, so that it does not lapse on the way: a tenth of its life, a minute at most. */
function hasLapsed({ expiresAt, lifeMs }: Access, now: number): boolean {
  return expiresAt !== null && now >= expiresAt - Math.min((lifeMs ?? 0) / 10, 60_000);
}

/** Only the seller's `invalid_grant` means signed out; every other failure of its token endpoint is what it is. */
async function refresh(account: Account): Promise<string> {
  const credentials = await read(keys.credentials(account.id));
  const signIn = providerOf(account.seller.providerId)?.signIn;
  if (!credentials || !signIn) throw answerError(401);
  try {
    const tokens = await signIn.refresh(createClient(), account.seller.endpoints, credentials.token);
    await saveTokens(account.id, tokens);
    return tokens.accessToken;
  } catch (error) {
    if (causeOf(error) === 'invalid_grant') throw answerError(401);
    if (isAnswerError(error) && error.status === 401) throw answerError(400);
    throw error;
  }
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
