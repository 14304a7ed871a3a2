import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { patternsOf } from '../../../utils/core/accounts/origins.ts';
import { decideNextCheck, isHeld, offersEveryMs } from '../../../utils/core/polling/check-schedule.ts';
import { paceMsOf, settingsFrom } from '../../../utils/core/settings.ts';
import type { Reading } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { providerOf } from '../../../utils/providers/registry.ts';
import { forgetAccount, listAccount, twinOf } from '../accounts/account-store.ts';
import { asAccount } from '../accounts/authorized-client.ts';
import { noteHistory } from '../history/record-history.ts';
import { fetchOffers } from '../offers/fetch-offers.ts';
import { knownCards, noteShown, toolbarCard } from '../state/card-snapshots.ts';
import { read, readIndex, remove, update, write } from '../state/store.ts';

const running = new Map<string, Promise<void>>();

/** Asks for an account's figures; concurrent callers share one request. */
export function checkAccount(id: string): Promise<void> {
  const now = running.get(id);
  if (now) return now;
  const run = check(id).finally(() => running.delete(id));
  running.set(id, run);
  return run;
}

/** For whoever knows of a change: an answer that was under way before it will not do. */
export async function checkAnew(id: string): Promise<void> {
  if (isHeld(await read(keys.check(id)), Date.now())) return;
  await running.get(id)?.catch(() => undefined);
  await checkAccount(id);
}

async function check(id: string): Promise<void> {
  const account = await read(keys.account(id));
  const provider = providerOf(account?.seller.providerId ?? '');
  if (!account || !provider) return;
  const previous = await read(keys.reading(id));
  try {
    const patterns = patternsOf(account.seller);
    if (patterns.length > 0 && account.seller.countedBy !== 'person') {
      if (!navigator.onLine) return await noteFailure(id, { kind: 'offline' });
      if (!(await hasOrigins(patterns))) {
        return await noteFailure(id, { kind: 'permission-missing' });
      }
    }
    const reading = await asAccount(account, (client) => provider.readCards(client, account.seller, previous));
    await noteReading(account, reading);
  } catch (error) {
    await noteFailure(id, toFailure(error, Date.now(), navigator.onLine, provider.isNearby));
  }
}

/** Saves a good answer. Nothing is saved for an account that was signed out while it was under way. */
export async function noteReading(account: Account, reading: Reading): Promise<void> {
  if (!(await read(keys.account(account.id)))) return;
  const twin = account.accountKey === null ? await twinOf(account, reading) : null;
  if (twin) return mergeInto(twin, account, reading);
  await noteHistory(account.id, reading, await read(keys.reading(account.id)));
  await write(keys.reading(account.id), reading);
  await noteNext(account.id, null, reading.floorMs);
  if (account.accountKey !== reading.accountKey) {
    await write(keys.account(account.id), { ...account, accountKey: reading.accountKey });
  }
  await listAccount(account, reading);
  // The first card of all: which plans to ask for has to be known before anything is painted.
  if (!(await readIndex()).shown) await noteShown(toolbarCard(await knownCards(Date.now())).shown);
  await fetchOldOffers(account.id);
}

/** Only now it shows that this sign-in was for an account we have: it gets the new credentials. */
async function mergeInto(twin: Account, account: Account, reading: Reading): Promise<void> {
  const [credentials, access] = [await read(keys.credentials(account.id)), await read(keys.access(account.id))];
  if (credentials) await write(keys.credentials(twin.id), credentials);
  if (access) await write(keys.access(twin.id), access);
  else await remove([keys.access(twin.id)]);
  await forgetAccount(account.id);
  await noteReading(twin, reading);
}

/** Once a day is enough while nobody looks at them. */
async function fetchOldOffers(accountId: string): Promise<void> {
  const { shown } = await readIndex();
  if (shown?.accountId !== accountId) return;
  const offers = await read(keys.offers(shown));
  if (!offers || Date.now() - offers.checkedAt >= offersEveryMs) await fetchOffers(shown);
}

/** Bad news stands beside the last good figures and touches nothing of them. */
export async function noteFailure(id: string, failure: Failure): Promise<void> {
  const reading = await read(keys.reading(id));
  await noteNext(id, failure, reading?.floorMs ?? 0);
}

async function noteNext(id: string, failure: Failure | null, floorMs: number): Promise<void> {
  if (!(await read(keys.account(id)))) return;
  const paceMs = paceMsOf(settingsFrom(await read(keys.settings)));
  const now = Date.now();
  const random = Math.random();
  await update(keys.check(id), (saved) => {
    const failures = failure ? (saved?.failures ?? 0) + 1 : 0;
    const { at, why } = decideNextCheck({ failure, failures, now, paceMs, floorMs, random });
    const failingSince = failure ? (saved?.failingSince ?? now) : null;
    return { failure, failingSince, failures, triedAt: now, nextCheckAt: at, why, askedAt: saved?.askedAt ?? null };
  });
}
