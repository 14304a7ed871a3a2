import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account, Revocation } from '../../../utils/core/accounts/account.ts';
import { dayMs, minuteMs } from '../../../utils/core/values/time.ts';
import { isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { deleteAccount } from '../accounts/account-store.ts';
import { createGrantedClient } from '../accounts/authorized-client.ts';
import { read, update } from '../state/state-store.ts';

const retryIntervalMs = 15 * minuteMs;

/** Deletes the account's data at once, then revokes its token at the seller; what fails is retried for a day. */
export async function signOut(accountId: string): Promise<{ isRevoked: boolean }> {
  const account = await read(keys.account(accountId));
  const credentials = await read(keys.credentials(accountId));
  const id =
    account && credentials?.kind === 'refresh-token' ? await queueRevocation(account, credentials.token) : null;
  await deleteAccount(accountId);
  await tryRevocations(true);
  const waiting = (await read(keys.revocations)) ?? [];
  return { isRevoked: !waiting.some((revocation) => revocation.id === id) };
}

/** Stores the token and where to revoke it, nothing else of the account. */
export async function queueRevocation({ seller }: Account, token: string): Promise<string> {
  const id = crypto.randomUUID();
  const now = Date.now();
  const { providerId, endpoints } = seller;
  const revocation = { id, providerId, endpoints, token, until: now + dayMs, nextAt: now };
  await update(keys.revocations, (saved) => [...(saved ?? []), revocation]);
  return id;
}

/** Sends the revocations that are due (or all); those that succeeded, were refused or are a day old are removed. */
export async function tryRevocations(all = false): Promise<void> {
  const now = Date.now();
  for (const revocation of (await read(keys.revocations)) ?? []) {
    if (!all && revocation.nextAt > now) continue;
    const isDone = now >= revocation.until || (await revoke(revocation));
    await update(keys.revocations, (saved) => {
      const others = (saved ?? []).filter(({ id }) => id !== revocation.id);
      const left = isDone ? others : [...others, { ...revocation, nextAt: now + retryIntervalMs }];
      return left.length > 0 ? left : null;
    });
  }
}

async function revoke({ providerId, endpoints, token }: Revocation): Promise<boolean> {
  try {
    await findProvider(providerId)?.signIn?.revoke(createGrantedClient(), endpoints, token);
    return true;
  } catch (error) {
    return isProviderError(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
  }
}
