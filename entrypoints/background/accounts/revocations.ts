import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Revocation } from '../../../utils/core/accounts/account.ts';
import { type RevocableTokens, revocationsOf } from '../../../utils/core/accounts/revocation.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { type Change, changeOf, read, readAccounts, readAll, type StoredValues, update } from '../state/state-store.ts';
import { createGrantedClient } from './granted-client.ts';
import { releaseHosts } from './release-hosts.ts';

const retryIntervalMs = 15 * minuteMs;

/** When a revocation is tried again that was planned for `nextAt`: now, if the clock was set back since. */
export function retryAt(nextAt: number, now: number): number {
  return nextAt > now + retryIntervalMs ? now : nextAt;
}

const underWay = new Map<string, Promise<boolean>>();

/** The revocations of tokens that are not used any more, to be queued. */
export function newRevocations(tokens: RevocableTokens): Revocation[] {
  return revocationsOf(tokens, Date.now(), () => crypto.randomUUID());
}

/** The queue with these behind it; needs it among the values. */
export function queued(values: StoredValues, revocations: readonly Revocation[]): Change[] {
  if (revocations.length === 0) return [];
  return [changeOf(keys.revocations, [...(values(keys.revocations) ?? []), ...revocations])];
}

/** Sends those that are due; nobody waits for it, and what fails is tried again. */
export function startRevocations(): void {
  void tryRevocations().catch(() => undefined);
}

/**
 * Sends the revocations that are due (or all): those of one sign-in one after the other, until one fails. Those that
 * succeeded, were refused or are a day old are removed, and with them the permission for hosts nothing else needs.
 */
export async function tryRevocations(all = false): Promise<void> {
  const now = Date.now();
  const due = ((await read(keys.revocations)) ?? []).filter(({ nextAt }) => all || retryAt(nextAt, now) <= now);
  const bySignIn = Map.groupBy(due, ({ providerId, endpoints }) => JSON.stringify([providerId, endpoints]));
  await Promise.all([...bySignIn.values()].map(tryInTurn));
}

async function tryInTurn(revocations: readonly Revocation[]): Promise<unknown> {
  for (const [place, revocation] of revocations.entries()) {
    if (!(await tryOnce(revocation))) return postpone(revocations.slice(place).map(({ id }) => id));
    await releaseHosts({ origin: '', endpoints: revocation.endpoints }, { exceptRevocation: revocation.id });
    await change((saved) => saved.filter(({ id }) => id !== revocation.id));
  }
  return undefined;
}

function postpone(ids: readonly string[]): Promise<unknown> {
  const nextAt = Date.now() + retryIntervalMs;
  return change((saved) =>
    saved.map((revocation) => (ids.includes(revocation.id) ? { ...revocation, nextAt } : revocation)),
  );
}

function change(changed: (saved: Revocation[]) => Revocation[]): Promise<unknown> {
  return update(keys.revocations, (saved) => {
    const left = changed(saved ?? []);
    return left.length > 0 ? left : null;
  });
}

/** Two that try the same one send it once. */
function tryOnce(revocation: Revocation): Promise<boolean> {
  const run =
    underWay.get(revocation.id) ??
    isInUse(revocation.token)
      .then((isUsed) => isOver(revocation, isUsed))
      .finally(() => underWay.delete(revocation.id));
  underWay.set(revocation.id, run);
  return run;
}

/** Some sellers give the same token at each sign-in: the one that is to be revoked may be in use again. */
async function isInUse(token: string): Promise<boolean> {
  const ids = (await readAccounts()).flatMap((account) => (account ? [account.id] : []));
  const values = await readAll(ids.flatMap((id) => [keys.credentials(id), keys.access(id)]));
  return ids.some((id) => [values(keys.credentials(id))?.token, values(keys.access(id))?.token].includes(token));
}

/** For one that cannot be queued, as storage fails. */
export async function revokeOnce(revocation: Revocation): Promise<void> {
  await isOver(revocation, await isInUse(revocation.token).catch(() => false));
}

/**
 * True if the seller has heard of it or refuses it, it is too old to try, or it must not be tried any more. Without its
 * provider nobody can tell the seller.
 */
async function isOver(revocation: Revocation, isUsed: boolean): Promise<boolean> {
  const { providerId, endpoints, token, tokenKind, until } = revocation;
  if (Date.now() >= until || isUsed) return true;
  const signIn = (await findProvider(providerId))?.signIn;
  if (!signIn) return false;
  try {
    await signIn.revoke(createGrantedClient(), endpoints, token, tokenKind);
    return true;
  } catch (error) {
    return isProviderError(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
  }
}
