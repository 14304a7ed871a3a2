import type { SignInResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { type Account, type Credentials, newAccount, type Seller } from '../../../utils/core/accounts/account.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Provider, Tokens } from '../../../utils/providers/adapter/provider.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findDuplicateAccount, upsertIndexEntry } from '../accounts/account-store.ts';
import { createGrantedClient, createProviderClient, saveTokens, tokenChanges } from '../accounts/authorized-client.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { saveFailure, saveSnapshot } from '../polling/save-check-result.ts';
import { type Change, changeOf, createAccount, read, readIndex } from '../state/state-store.ts';
import { queueRevocation } from './sign-out.ts';

/** Null: the seller asks for none. */
type Secret = Tokens | Credentials | null;

/**
 * Requests the first snapshot and saves the account: one that was added before is updated. Without an answer it is
 * added all the same, with the failure; refused credentials are thrown.
 */
export async function addAccount(provider: Provider, seller: Seller, secret: Secret): Promise<SignInResult> {
  const account = newAccount(crypto.randomUUID(), seller, Date.now());
  const tokens = await firstTokens(provider, seller, secret);
  const first = await readFirstSnapshot(provider, seller, tokens).catch((error: unknown) => {
    const failure = toFailure(error, Date.now(), navigator.onLine);
    if (failure.kind === 'signed-out' || failure.kind === 'forbidden') throw error;
    return failure;
  });
  const saved = await saveAccount(account, secret, 'cards' in first ? first : null);
  if ('cards' in first) await saveFirstSnapshot(saved, first);
  else await saveFailure(saved.id, first);
  return { kind: 'signed-in', accountId: saved.id };
}

/**
 * The same for what was entered in a form, as a new account or as a change of `accountId`; without a first snapshot
 * there is no account: what the request throws is thrown.
 */
export async function addAccountFromForm(
  provider: Provider,
  seller: Seller,
  secret: Credentials | null,
  accountId: string | null,
): Promise<SignInResult> {
  const tokens = await firstTokens(provider, seller, secret);
  const snapshot = await readFirstSnapshot(provider, seller, tokens);
  const isWithoutAmount = seller.meteredBy === 'hotspot' && snapshot.cards.every(hasNoAmount);
  if (isWithoutAmount) return { kind: 'no-amount' };
  const changed = accountId === null ? null : await read(keys.account(accountId));
  const account = changed ? { ...changed, seller } : newAccount(crypto.randomUUID(), seller, Date.now());
  const saved = await saveAccount(account, secret, snapshot);
  if (tokens !== null && provider.auth?.exchange) await saveTokens(saved.id, tokens);
  await saveFirstSnapshot(saved, snapshot);
  return { kind: 'signed-in', accountId: saved.id };
}

function hasNoAmount({ plans }: UsageSnapshot['cards'][number]): boolean {
  return plans.every(({ modules }) => modules.every(({ balance }) => balance.kind === 'unknown'));
}

/** The tokens of the first request; where the secret is exchanged for them, of the next ones too. */
async function firstTokens({ auth }: Provider, seller: Seller, secret: Secret): Promise<Tokens | null> {
  if (secret === null || !('kind' in secret)) return secret;
  if (auth?.exchange) return auth.exchange(createGrantedClient(), seller, secret.token);
  return { accessToken: secret.token, lifeMs: null, refreshToken: null };
}

async function readFirstSnapshot(provider: Provider, seller: Seller, tokens: Tokens | null): Promise<UsageSnapshot> {
  return provider.readCards(await createProviderClient(provider, seller, tokens?.accessToken ?? null), seller, null);
}

async function saveAccount(account: Account, secret: Secret, snapshot: UsageSnapshot | null): Promise<Account> {
  const duplicate = snapshot && (await findDuplicateAccount(account, snapshot));
  const { id, accountKey, addedAt } = duplicate ?? account;
  const saved = { ...account, id, accountKey, addedAt };
  if (duplicate) await revokePreviousToken(duplicate);
  // A changed account is created anew if it was deleted while the seller answered: the user has just connected it.
  await createAccount(saved, ...secretChanges(saved.id, secret));
  await upsertIndexEntry(saved, snapshot);
  return saved;
}

function secretChanges(accountId: string, secret: Secret): Change[] {
  if (secret === null) return [];
  if (!('kind' in secret)) return tokenChanges(accountId, secret);
  return [changeOf(keys.credentials(accountId), secret), changeOf(keys.access(accountId), null)];
}

/** If the toolbar shows one of its cards now, its offers are fetched before the popup is opened. */
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
