import { accountApi } from '../../../../utils/providers/account-api/account-api.ts';
import type { Entry, MirrorFault } from '../../../sandbox/mirrors/mirror.ts';
import { type Fault, type Seller, startSeller } from '../../../sandbox/seller.ts';
import { grantedClient } from '../../support/clients.ts';
import { clientFor, type Subject, usualFailures } from './subject.ts';

/* Its server is the sandbox seller itself, with the one seeded account that has a single card. */

const accountKey = 'a_18';
const cardKey = 'c_nordic';
const planId = 'nordic-10gb-30d';

/** Its session is its token: see `bad-credential`. */
const faults: Record<Exclude<MirrorFault, 'session-over'>, Fault> = {
  'bad-credential': { kind: '401' },
  'rate-limit': { kind: '429', retryAfter: '30' },
  html: { kind: 'html' },
  truncated: { kind: 'truncated' },
  'wrong-types': { kind: 'wrong-types' },
  huge: { kind: 'huge' },
  redirect: { kind: 'redirect' },
  cut: { kind: 'offline' },
};

export const accountApiSubject: Subject = {
  provider: accountApi,
  reports: {
    ...{ unlimited: true, unknown: true, start: true, expiryMs: 1, hasPeriods: false },
    ...{ amountBytes: 1, measuredAt: true, name: true },
  },
  failures: { 'bad-credential': 'signed-out', 'rate-limit': 'rate-limited', ...usualFailures },
  start: async () => {
    const sandbox = await startSeller({ signIn: 'both' });
    const seller = await accountApi.findSeller(grantedClient(), sandbox.url);
    const token = sandbox.cardToken(accountKey);
    return {
      seller,
      client: await clientFor(accountApi, seller, token),
      secrets: [token],
      write: (entry) => writeTo(sandbox, entry),
      setFault: (fault) => {
        sandbox.clearFaults();
        if (fault !== null && fault !== 'session-over') sandbox.fault(faults[fault]);
      },
      close: sandbox.close,
    };
  },
};

/** From the seed each time, as an ended plan stays ended. The plan is set last: its end may end the card. */
function writeTo(sandbox: Seller, entry: Entry): void {
  const expirationTime = timeOf(entry.expiresAt);
  const isQueued = entry.startsAt !== null && entry.startsAt > Date.now();
  sandbox.reset();
  sandbox.setCard(cardKey, { title: entry.name, updateTime: timeOf(entry.measuredAt) });
  sandbox.setModule(cardKey, 'main', { ...amountOf(entry), expirationTime });
  sandbox.setPlan(cardKey, planId, {
    planName: entry.name,
    planState: isQueued ? 'QUEUED' : 'ACTIVE',
    startTime: timeOf(entry.startsAt),
    expirationTime,
  });
}

/** Unlimited is a high level without a bound; unknown has neither bytes nor a level. */
function amountOf({ kind, quotaBytes, usedBytes }: Entry) {
  const coarseBalanceLevel = kind === 'unlimited' ? 'HIGH_QUOTA' : undefined;
  const remainingBytes = String(Math.max(0, quotaBytes - usedBytes));
  const byteBalance = kind === 'known' ? { quotaBytes: String(quotaBytes), remainingBytes } : undefined;
  return { coarseBalanceLevel, byteBalance };
}

function timeOf(at: number | null): string | undefined {
  return at === null ? undefined : new Date(at).toISOString();
}
