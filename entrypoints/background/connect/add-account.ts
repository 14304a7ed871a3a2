import type { SignInResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account, Credentials, Seller } from '../../../utils/core/accounts/account.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Provider, Tokens } from '../../../utils/providers/adapter/provider.ts';
import { createClient } from '../../../utils/providers/http/client.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findDuplicateAccount, upsertIndexEntry } from '../accounts/account-store.ts';
import { createProviderClient, saveTokens } from '../accounts/authorized-client.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { saveFailure, saveSnapshot } from '../polling/refresh-account.ts';
import { read, readIndex, remove, write } from '../state/store.ts';
import { queueRevocation } from './sign-out.ts';

/** `secret` null: the seller asks for none. */
type Secret = Tokens | Credentials | null;

/** The first figures, and an account saved for them: the one we have, if it is the same; else a new one. */
export async function addAccount(provider: Provider, seller: Seller, secret: Secret): Promise<SignInResult> {
  const account = newAccount(seller);
  const tokens = await firstTokens(provider, seller, secret);
  const first = await readFirstSnapshot(provider, seller, tokens).catch((error: unknown) => {
    const failure = toFailure(error, Date.now(), navigator.onLine);
    if (failure.kind === 'signed-out' || failure.kind === 'forbidden') throw error;
    return failure;
  });
  const kept = await saveAccount(account, secret, 'cards' in first ? first : null);
  if ('cards' in first) await saveFirstSnapshot(kept, first);
  else await saveFailure(kept.id, first);
  return { kind: 'signed-in', accountId: kept.id };
}

/** The same for what was entered in a form: without a first reading there is no account. Throws what the reading throws. */
export async function addAccountFromForm(
  provider: Provider,
  seller: Seller,
  secret: Credentials | null,
  accountId: string | null,
): Promise<SignInResult> {
  const tokens = await firstTokens(provider, seller, secret);
  const snapshot = await readFirstSnapshot(provider, seller, tokens);
  const isUntold = seller.meteredBy === 'hotspot' && snapshot.cards.every((card) => hasNoAmount(card));
  if (isUntold) return { kind: 'no-amount' };
  const changed = accountId === null ? null : await read(keys.account(accountId));
  const account = changed ? { ...changed, seller } : newAccount(seller);
  const kept = await saveAccount(account, secret, snapshot);
  if (tokens !== null && provider.auth?.exchange) await saveTokens(kept.id, tokens);
  await saveFirstSnapshot(kept, snapshot);
  return { kind: 'signed-in', accountId: kept.id };
}

function newAccount(seller: Seller): Account {
  return { id: crypto.randomUUID(), seller, accountKey: null, addedAt: Date.now() };
}

function hasNoAmount({ plans }: UsageSnapshot['cards'][number]): boolean {
  return plans.every(({ modules }) => modules.every(({ balance }) => balance.kind === 'unknown'));
}

/** What the first question is asked with; of what was exchanged for the secret, the next ones too. */
async function firstTokens({ auth }: Provider, seller: Seller, secret: Secret): Promise<Tokens | null> {
  if (secret === null || !('kind' in secret)) return secret;
  if (auth?.exchange) return auth.exchange(createClient(), seller, secret.token);
  return { accessToken: secret.token, lifeMs: null, refreshToken: null };
}

async function readFirstSnapshot(provider: Provider, seller: Seller, tokens: Tokens | null): Promise<UsageSnapshot> {
  return provider.readCards(await createProviderClient(provider, seller, tokens?.accessToken ?? null), seller, null);
}

async function saveAccount(account: Account, secret: Secret, snapshot: UsageSnapshot | null): Promise<Account> {
  const twin = snapshot && (await findDuplicateAccount(account, snapshot));
  const kept = twin ? { ...twin, seller: account.seller } : account;
  if (twin) await revokePreviousToken(twin);
  await write(keys.account(kept.id), kept);
  if (secret !== null) await saveSecret(kept.id, secret);
  await upsertIndexEntry(kept, snapshot);
  return kept;
}

async function saveSecret(accountId: string, secret: Tokens | Credentials): Promise<void> {
  if (!('kind' in secret)) return saveTokens(accountId, secret);
  await write(keys.credentials(accountId), secret);
  await remove([keys.access(accountId)]);
}

/** Where the toolbar shows one of its cards now, the plans for it are there before the popup opens. */
async function saveFirstSnapshot(account: Account, snapshot: UsageSnapshot): Promise<void> {
  const startedAt = Date.now();
  await saveSnapshot(account, snapshot);
  const { shown } = await readIndex();
  if (shown?.accountId !== account.id) return;
  const offers = await read(keys.offers(shown));
  if (!offers || offers.checkedAt < startedAt) await fetchOffers(shown);
}

async function revokePreviousToken(account: Account): Promise<void> {
  const old = await read(keys.credentials(account.id));
  if (old?.kind === 'refresh-token') await queueRevocation(account, old.token);
}
