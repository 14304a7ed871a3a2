import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import { isRetryAfterActive, mayBeConditional } from '../../../utils/core/polling/check-schedule.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';
import type { Provider } from '../../../utils/providers/adapter/provider.ts';
import { errorCode, isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { failureWithoutProvider, findProvider } from '../../../utils/providers/registry.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { refreshDiscoveryDaily } from '../accounts/refresh-discovery.ts';
import { releaseHosts } from '../accounts/release-hosts.ts';
import { read } from '../state/state-store.ts';
import { type CheckCircumstances, saveFailure, saveSnapshot } from './save-check-result.ts';

const running = new Map<string, Promise<void>>();

/** Requests an account's usage and saves what came of it; concurrent callers share one request. */
export function checkAccount(id: string, circumstances: CheckCircumstances = {}): Promise<void> {
  const underWay = running.get(id);
  if (underWay) return underWay;
  const run = check(id, circumstances).finally(() => running.delete(id));
  running.set(id, run);
  return run;
}

/** After a change at the seller: the answer to a request that was under way before may not show it yet. */
export async function checkAfterChange(id: string): Promise<void> {
  if (isRetryAfterActive(await read(keys.check(id)), Date.now())) return;
  await running.get(id)?.catch(() => undefined);
  await checkAccount(id);
}

/** Once a day its seller's document is read again too, whatever the check came to. */
async function check(id: string, circumstances: CheckCircumstances): Promise<void> {
  const account = await read(keys.account(id));
  if (!account) return;
  const provider = findProvider(account.seller.providerId);
  if (!provider) return giveUp(account);
  try {
    const obstacle = await obstacleTo(account);
    if (obstacle) await saveFailure(account, obstacle);
    else await requestAndSave(account, provider);
  } catch (error) {
    const failure = toFailure(error, Date.now(), navigator.onLine, provider.isLocalNetwork);
    await saveFailure(account, failure, circumstances);
  }
  if (navigator.onLine) await refreshDiscoveryDaily(id);
  // The request has set anew what the sign-out had removed.
  if (!(await read(keys.account(id)))) await releaseHosts(account.seller);
}

/** What is stored of an account without a provider stays; of the permission for its hosts there is no use. */
async function giveUp(account: Account): Promise<void> {
  await saveFailure(account, failureWithoutProvider(account.seller.providerId));
  await releaseHosts(account.seller);
}

/** An API that is not where it was may have moved: its seller's document, if it was not read today, says where to. */
async function requestAndSave(account: Account, provider: Provider): Promise<void> {
  try {
    await saveSnapshot(account, await requestCards(account, provider));
  } catch (error) {
    const isMissing = isProviderError(error) && error.status === 404 && errorCode(error) === null;
    const now = isMissing ? await refreshDiscoveryDaily(account.id) : null;
    if (!now || now.seller.endpoints.apiBase === account.seller.endpoints.apiBase) throw error;
    await saveSnapshot(now, await requestCards(now, provider));
  }
}

/** Whether its requests may be sent, as far as the browser's permissions go. */
export async function hasPermissions({ seller }: Account): Promise<boolean> {
  const patterns = requiredMatchPatterns(seller);
  return patterns.length === 0 || seller.meteredBy === 'user' || hasOrigins(patterns);
}

/** Why no request can be sent; null where none is needed, or nothing is in its way. */
async function obstacleTo(account: Account): Promise<Failure | null> {
  const { seller } = account;
  const needsNoNetwork = seller.meteredBy === 'user' || requiredMatchPatterns(seller).length === 0;
  if (!navigator.onLine && !needsNoNetwork) return { kind: 'offline' };
  return (await hasPermissions(account)) ? null : { kind: 'permission-missing' };
}

async function requestCards(account: Account, provider: Provider) {
  const saved = await read(keys.snapshot(account.id));
  const previous = mayBeConditional(await read(keys.check(account.id))) ? saved : saved && { ...saved, etag: null };
  return withAuthorizedClient(account, (client) => provider.readCards(client, account.seller, previous));
}
