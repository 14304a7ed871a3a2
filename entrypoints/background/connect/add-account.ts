import { removeHeaderRule } from '../../../utils/browser/header-rule.ts';
import type { SignInResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { type Account, type Credentials, newAccount, type Seller } from '../../../utils/core/accounts/account.ts';
import { unusedTokens } from '../../../utils/core/accounts/revocation.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import type { PageReads } from '../../../utils/core/page/ways/page-reads.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Provider, Tokens } from '../../../utils/providers/adapter/provider.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { distinguishAccounts, findDuplicateAccount, upsertIndexEntry } from '../accounts/account-store.ts';
import { createProviderClient, saveTokens, signInChanges, toAccessToken } from '../accounts/authorized-client.ts';
import { tokensToRevoke } from '../accounts/delete-account.ts';
import { createGrantedClient } from '../accounts/granted-client.ts';
import { holdHosts, releaseHosts } from '../accounts/release-hosts.ts';
import { removeDemo } from '../accounts/remove-demo.ts';
import { newRevocations, queued, revokeOnce, startRevocations } from '../accounts/revocations.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { saveFailure, saveSnapshot } from '../polling/save-check-result.ts';
import { type Change, changeOf, createAccount, read, readIndex, updateAll } from '../state/state-store.ts';

type Entered = Pick<Credentials, 'kind' | 'token'>;
/** Null: the seller asks for none. */
type Secret = Tokens | Entered | null;

/**
 * Requests the first snapshot and saves the account: one that was added before is updated. Without an answer it is
 * added all the same, with the failure; refused credentials are thrown.
 */
export function addAccount(provider: Provider, seller: Seller, secret: Secret): Promise<SignInResult> {
  return holdHosts(seller, () => addSignedIn(provider, seller, secret));
}

async function addSignedIn(provider: Provider, seller: Seller, secret: Secret): Promise<SignInResult> {
  const account = newAccount(crypto.randomUUID(), seller, Date.now());
  const tokens = await firstTokens(provider, seller, secret);
  const first = await readFirstSnapshot(provider, seller, tokens).catch(async (error: unknown) => {
    const failure = toFailure(error, Date.now(), navigator.onLine);
    if (failure.kind !== 'signed-out' && failure.kind !== 'forbidden') return failure;
    await revokeUnused(seller, secret);
    throw error;
  });
  const saved = await saveAccount(account, secret, 'cards' in first ? first : null);
  if ('cards' in first) await saveFirstSnapshot(saved, first);
  else await saveFailure(saved, first);
  return { kind: 'signed-in', accountId: saved.id };
}

/**
 * The same for what was entered in a form, as a new account or as a change of `accountId`; without a first snapshot
 * there is no account: what the request throws is thrown.
 */
export function addAccountFromForm(
  provider: Provider,
  seller: Seller,
  secret: Entered | null,
  accountId: string | null,
): Promise<SignInResult> {
  return holdHosts(seller, async () => {
    let result: SignInResult | null = null;
    try {
      result = await addEntered(provider, seller, secret, accountId);
      return result;
    } finally {
      // Without an account the rule goes with nothing. One that has the same host sets it anew with its next request.
      const isAdded = result?.kind === 'signed-in';
      if (provider.sendsCookies && !isAdded) await removeHeaderRule(seller.origin).catch(() => undefined);
    }
  });
}

/**
 * An account with a page that was pointed at, new or again, with how the page is read, in one step. An account that is
 * there keeps its cards.
 */
export async function savePageAccount(account: Account, recipe: PageRecipe, reads: PageReads): Promise<void> {
  const { id } = account;
  let replaced: Seller | null = null;
  await createAccount(account, [keys.account(id)], (values) => {
    replaced = values(keys.account(id))?.seller ?? null;
    return [changeOf(keys.recipe(id), recipe), changeOf(keys.pageReads(id), reads)];
  });
  await upsertIndexEntry(account, null);
  await removeDemo(account.seller);
  if (replaced) await releaseHosts(replaced);
}

async function addEntered(
  provider: Provider,
  seller: Seller,
  secret: Entered | null,
  accountId: string | null,
): Promise<SignInResult> {
  const tokens = await firstTokens(provider, seller, secret);
  const snapshot = await readFirstSnapshot(provider, seller, tokens);
  const isWithoutAmount = seller.meteredBy === 'hotspot' && snapshot.cards.every(hasNoAmount);
  if (isWithoutAmount) return { kind: 'no-amount' };
  const changed = accountId === null ? null : await read(keys.account(accountId));
  const fresh = newAccount(crypto.randomUUID(), seller, Date.now());
  const account = changed ? { ...changed, seller, connectionId: fresh.connectionId } : fresh;
  const saved = await saveAccount(account, secret, snapshot);
  if (tokens !== null && provider.auth?.exchange) await saveTokens(saved, tokens);
  await saveFirstSnapshot(saved, snapshot);
  return { kind: 'signed-in', accountId: saved.id };
}

function hasNoAmount({ plans }: UsageSnapshot['cards'][number]): boolean {
  return plans.every(({ modules }) => modules.every(({ balance }) => balance.kind === 'unknown'));
}

/** A sign-in that makes no account: its tokens would live on at the seller, known to nobody. */
async function revokeUnused(target: Seller, secret: Secret): Promise<void> {
  if (secret === null || 'kind' in secret) return;
  const { refreshToken, ...tokens } = secret;
  const revocations = newRevocations(unusedTokens(target, refreshToken, toAccessToken(tokens)));
  try {
    await updateAll([keys.revocations], (values) => queued(values, revocations));
    startRevocations();
  } catch {
    // Where they cannot be queued they are tried once.
    for (const revocation of revocations) await revokeOnce(revocation);
  }
}

/** The tokens of the first request; where the secret is exchanged for them, of the next ones too. */
async function firstTokens({ auth }: Provider, seller: Seller, secret: Secret): Promise<Tokens | null> {
  if (secret === null || !('kind' in secret)) return secret;
  if (auth?.exchange) return auth.exchange(createGrantedClient(), seller, secret.token);
  return { accessToken: secret.token, lifeMs: null, refreshToken: null };
}

async function readFirstSnapshot(provider: Provider, seller: Seller, tokens: Tokens | null): Promise<UsageSnapshot> {
  const client = createProviderClient(provider, tokens?.accessToken ?? null);
  return provider.readCards(client, seller, null);
}

async function saveAccount(account: Account, secret: Secret, snapshot: UsageSnapshot | null): Promise<Account> {
  const { saved, replaced } = await distinguishAccounts(() => saveDistinct(account, secret, snapshot));
  await removeDemo(account.seller);
  startRevocations();
  if (replaced) await releaseHosts(replaced);
  return saved;
}

async function saveDistinct(account: Account, secret: Secret, snapshot: UsageSnapshot | null) {
  let saved = account;
  let replaced: Seller | null = null;
  try {
    const duplicate = snapshot && (await findDuplicateAccount(account, snapshot));
    const { id, accountKey, addedAt } = duplicate ?? account;
    saved = { ...account, id, accountKey: accountKey ?? snapshot?.accountKey ?? null, addedAt };
    const ownKeys = [keys.account(id), keys.credentials(id), keys.access(id)] as const;
    // A changed account is created anew if it was deleted while the seller answered: the user has just connected it.
    await createAccount(saved, [...ownKeys, keys.revocations], (values) => {
      replaced = values(keys.account(id))?.seller ?? null;
      return [...queued(values, tokensToRevoke(values, id)), ...secretChanges(saved, secret)];
    });
  } catch (error) {
    const stored = await read(keys.credentials(saved.id)).catch(() => null);
    if (!isOf(stored, secret)) await revokeUnused(saved.seller, secret);
    throw error;
  }
  // An answer without cards says nothing of those that are known.
  await upsertIndexEntry(saved, snapshot?.cards.length ? snapshot : null);
  return { saved, replaced };
}

/** Of a step that failed a part may have been saved. */
function isOf(stored: Credentials | null, secret: Secret): boolean {
  if (stored === null || secret === null) return false;
  return stored.token === ('kind' in secret ? secret.token : (secret.refreshToken ?? secret.accessToken));
}

function secretChanges(account: Account, secret: Secret): Change[] {
  if (secret === null) return [];
  if (!('kind' in secret)) return signInChanges(account, secret);
  const credentials = changeOf(keys.credentials(account.id), { ...secret, revocation: null });
  return [credentials, changeOf(keys.access(account.id), null)];
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
