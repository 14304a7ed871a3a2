import { formerNames, keys } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { type Failure, hasNoProvider } from '../../utils/core/values/failure.ts';
import { hasProvider } from '../../utils/providers/registry.ts';
import { tryRevocations } from './accounts/revocations.ts';
import { thenApplyState } from './apply-state.ts';
import { readLanguageAnew } from './language/follow-language.ts';
import { forgetCheckoutTabs } from './orders/closed-checkouts.ts';
import { pollAllOpenOrders } from './orders/follow-orders.ts';
import { forgetGoneCards } from './orders/gone-cards.ts';
import { updatePageScripts } from './pages/page-scripts.ts';
import { checkAccount } from './polling/check-account.ts';
import { hasPermissions } from './polling/obstacles.ts';
import { resumeChecks } from './polling/resume-checks.ts';
import { removeNames } from './state/raw-values.ts';
import { readAll, readIndex } from './state/state-store.ts';

/** Checks at once all accounts for which `mayCheck` is true. `failure`: of the last check. */
async function checkAll(
  mayCheck: (account: Account, failure: Failure | null) => boolean | Promise<boolean>,
): Promise<void> {
  await thenApplyState(async () => {
    const ids = (await readIndex()).accounts.map(({ id }) => id);
    const values = await readAll(ids.flatMap((id) => [keys.account(id), keys.check(id)]));
    const checkIfAllowed = async (id: string) => {
      const account = values(keys.account(id));
      if (account && (await mayCheck(account, values(keys.check(id))?.failure ?? null))) await checkAccount(id);
    };
    await Promise.allSettled(ids.map(checkIfAllowed));
  });
}

/** Hosts were allowed or taken back: pages are read where they may be, and accounts checked where it matters. */
export async function onOriginsChanged(): Promise<void> {
  await updatePageScripts().catch(() => undefined);
  await checkWhereAllowedAnew();
}

/** Checks the accounts for which it makes a difference that hosts were allowed or taken back, and no other. */
export function checkWhereAllowedAnew(): Promise<void> {
  return checkAll(async (account, failure) => {
    const isMissing = failure?.kind === 'permission-missing';
    return !hasNoProvider(failure) && isMissing === (await hasPermissions(account));
  });
}

/** After an installation or an update: checks the accounts whose provider came or went with it. */
export async function onInstalled(): Promise<void> {
  await readLanguageAnew().catch(() => undefined);
  await removeNames(formerNames, 'local').catch(() => undefined);
  await cleanUp().catch(() => undefined);
  await checkAll(({ seller }, failure) => hasNoProvider(failure) === hasProvider(seller.providerId));
}

/** After a browser start, an installation or an update: what a deletion that was cut short has left. */
export async function cleanUp(): Promise<void> {
  await (await import('./accounts/delete-account.ts')).deleteOrphans();
  await tryRevocations();
}

let starting: Promise<boolean> | null = null;

/** Whether the browser has started this worker; then, once its work after a start is done. */
export function hasJustStarted(): Promise<boolean> {
  return starting ?? Promise.resolve(false);
}

/**
 * After a browser start. First of all the tabs of the last session are forgotten; then orders: one may have been paid
 * just before the browser was closed.
 */
export async function onStart(): Promise<void> {
  starting = startUp().then(() => true);
  await starting;
  starting = null;
}

async function startUp(): Promise<void> {
  await forgetCheckoutTabs().catch(() => undefined);
  await cleanUp().catch(() => undefined);
  await forgetGoneCards().catch(() => undefined);
  await pollAllOpenOrders().catch(() => undefined);
  await thenApplyState(() => resumeChecks('start')).catch(() => undefined);
}

/** The browser is online again: Firefox tells its event page; in Chromium's worker the alarm notices. */
export async function onOnline(): Promise<void> {
  await thenApplyState(() => resumeChecks('online')).catch(() => undefined);
}
