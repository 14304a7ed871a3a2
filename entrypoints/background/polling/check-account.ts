import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { isRetryAfterActive, mayBeConditional } from '../../../utils/core/polling/check-schedule.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import type { PageFigures, Provider } from '../../../utils/providers/adapter/provider.ts';
import { errorCode, isProviderError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { failureWithoutProvider, findProvider, hasProvider } from '../../../utils/providers/registry.ts';
import { withAuthorizedClient } from '../accounts/authorized-client.ts';
import { refreshDiscoveryDaily } from '../accounts/discover-daily.ts';
import { releaseHosts } from '../accounts/release-hosts.ts';
import { isUntold } from '../pages/untold-error.ts';
import { read } from '../state/state-store.ts';
import { obstacleTo } from './obstacles.ts';
import { type CheckCircumstances, saveFailure, saveSnapshot } from './save-check-result.ts';

/** `isPressed`: the user has pressed refresh. */
type Circumstances = CheckCircumstances & { isPressed?: boolean };

/** After a page could not be read now, though nothing is wrong. */
const untoldRetryMs = 30 * minuteMs;

const running = new Map<string, Promise<void>>();

/** Requests an account's usage and saves what came of it; concurrent callers share one request. */
export function checkAccount(id: string, circumstances: Circumstances = {}): Promise<void> {
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
async function check(id: string, circumstances: Circumstances): Promise<void> {
  const account = await read(keys.account(id));
  if (!account) return;
  if (!hasProvider(account.seller.providerId)) return giveUp(account);
  if (account.seller.page) await checkPage(account, circumstances);
  else await requestOrFail(account, circumstances);
  if (navigator.onLine) await refreshDiscoveryDaily(id);
  // The request has set anew what the sign-out had removed.
  if (!(await read(keys.account(id)))) await releaseHosts(account.seller);
}

async function requestOrFail(
  account: Account,
  circumstances: Circumstances,
  readPage?: () => Promise<PageFigures>,
): Promise<void> {
  let provider: Provider | null = null;
  try {
    provider = await findProvider(account.seller.providerId);
    const obstacle = await obstacleTo(account);
    if (obstacle) await saveFailure(account, obstacle);
    else if (provider) await requestAndSave(account, provider, readPage);
  } catch (error) {
    if (isUntold(error)) return;
    const failure = toFailure(error, Date.now(), navigator.onLine, provider?.isLocalNetwork);
    await saveFailure(account, failure, circumstances);
  }
}

/** A page is read by itself when that is due and no sooner, whoever wants it checked. */
async function checkPage(account: Account, circumstances: Circumstances): Promise<void> {
  const pages = await import('./page-part.ts');
  const isAllowed = await pages.isPageAllowed(account);
  const way = isAllowed ? await pages.pageWayNow(account, circumstances.isPressed ?? false) : null;
  const readPage = way ? () => pages.readPageByItself(account, way) : undefined;
  if (!isAllowed || readPage) await requestOrFail(account, circumstances, readPage);
  await pages.schedulePageRead(account.id, way === 'tab' ? Date.now() + untoldRetryMs : 0);
}

/** What is stored of an account without a provider stays; of the permission for its hosts there is no use. */
async function giveUp(account: Account): Promise<void> {
  await saveFailure(account, failureWithoutProvider(account.seller.providerId));
  await releaseHosts(account.seller);
}

/** An API that is not where it was may have moved: its seller's document, if it was not read today, says where to. */
async function requestAndSave(
  account: Account,
  provider: Provider,
  readPage?: () => Promise<PageFigures>,
): Promise<void> {
  try {
    await saveSnapshot(account, await requestCards(account, provider, readPage));
  } catch (error) {
    const isMissing = isProviderError(error) && error.status === 404 && errorCode(error) === null;
    const now = isMissing ? await refreshDiscoveryDaily(account.id) : null;
    if (!now || now.seller.endpoints.apiBase === account.seller.endpoints.apiBase) throw error;
    await saveSnapshot(now, await requestCards(now, provider));
  }
}

async function requestCards(account: Account, provider: Provider, readPage?: () => Promise<PageFigures>) {
  const saved = await read(keys.snapshot(account.id));
  const previous = mayBeConditional(await read(keys.check(account.id))) ? saved : saved && { ...saved, etag: null };
  return withAuthorizedClient(account, (client) => provider.readCards(client, account.seller, previous, readPage));
}
