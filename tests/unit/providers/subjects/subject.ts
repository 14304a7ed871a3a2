import { defaultSeller, type Seller } from '../../../../utils/core/accounts/account.ts';
import { isSecret } from '../../../../utils/core/forms/secret.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import type { Failure } from '../../../../utils/core/values/failure.ts';
import type { Client, Provider } from '../../../../utils/providers/adapter/provider.ts';
import { type Entry, type MirrorDefinition, type MirrorFault, startMirror } from '../../../sandbox/mirrors/mirror.ts';
import { grantedClient } from '../../support/clients.ts';

/** What a provider's wire can express of a ledger entry, and how exactly. */
export type WireCapabilities = {
  unlimited: boolean;
  /** `without-end`: then no end is reported either. */
  unknown: boolean | 'without-end';
  /** Plans that have not started are distinguishable. */
  start: boolean;
  /** Precision of the end, in milliseconds; null: it is not reported. Hotspots restart each month instead. */
  expiryMs: number | null;
  /** The end is that of a billing period, after which the next begins by itself. */
  hasPeriods: boolean;
  /** Precision of amounts. */
  amountBytes: number;
  /** Whether the time of measuring is reported; otherwise it is the time of the response. */
  measuredAt: boolean;
  /** The plan's or network's name is the card's title or plan name. */
  name: boolean;
};

/** One provider with a server that speaks its wire, for the tests that all providers pass. */
export type Subject = {
  provider: Provider;
  reports: WireCapabilities;
  /** The failure shown for each fault; faults that are not listed cannot occur there. */
  failures: Partial<Record<MirrorFault, Failure['kind']>>;
  start: () => Promise<Running>;
};

export type Running = {
  seller: Seller;
  /** The client that the background makes for this account. */
  client: Client;
  /** Entered values that must appear nowhere; absent: none. */
  secrets?: readonly string[];
  /** The secret that the account stores; absent: none. */
  secret?: string | null;
  write: (entry: Entry) => void;
  setFault: (fault: MirrorFault | null) => void;
  close: () => Promise<void>;
};

/** Faults of every provider; `mirrorSubject` adds those that the mirror declares an answer for. */
export const usualFailures = {
  html: 'unreadable',
  truncated: 'unreadable',
  'wrong-types': 'unreadable',
  huge: 'unreadable',
  redirect: 'captive-portal',
  cut: 'no-answer',
} as const;

/** For providers with `isLocalNetwork`: another server's answer, or none, means another network. */
export const localNetworkFailures = { ...usualFailures, html: 'away', redirect: 'away', cut: 'away' } as const;

/** Exact bytes, the end to the second, and a name. */
const usualCapabilities: WireCapabilities = {
  unlimited: false,
  unknown: true,
  start: false,
  expiryMs: 1000,
  hasPeriods: false,
  amountBytes: 1,
  measuredAt: false,
  name: true,
};

/**
 * The usual subject: the provider's form, filled in for its mirror. `capabilities`: where they are not the usual ones.
 */
export function mirrorSubject(
  provider: Provider,
  definition: MirrorDefinition,
  capabilities: Partial<WireCapabilities> = {},
  failures: Subject['failures'] = usualFailures,
): Subject {
  const signedOut = provider.isLocalNetwork ? 'locked' : 'signed-out';
  return {
    provider,
    reports: { ...usualCapabilities, ...capabilities },
    failures: {
      ...(definition.badCredential ? { 'bad-credential': signedOut } : {}),
      ...(definition.sessionOver ? { 'session-over': signedOut } : {}),
      ...(definition.rateLimit ? { 'rate-limit': 'rate-limited' } : {}),
      ...failures,
    },
    start: async () => {
      const mirror = await startMirror(definition);
      const { form } = provider;
      if (!form) throw new Error(`${provider.id} has no form`);
      const config = form.toConnection(defaultSeller(provider.id, provider.id), {
        ...definition.entries,
        address: mirror.url,
      });
      const seller = { ...config.seller, origin: mirror.url };
      return {
        seller,
        client: await clientFor(provider, seller, config.secret),
        secret: config.secret,
        secrets: form.fields.filter(isSecret).flatMap(({ name }) => definition.entries[name] ?? []),
        write: mirror.write,
        setFault: mirror.setFault,
        close: mirror.close,
      };
    },
  };
}

/** The cards that a provider's adapter reads from its server, when that knows this entry. */
export async function readMirror(provider: Provider, definition: MirrorDefinition, entry: Entry): Promise<Card[]> {
  const { client, seller, write, close } = await mirrorSubject(provider, definition).start();
  try {
    write(entry);
    return (await provider.readCards(client, seller, null)).cards;
  } finally {
    await close();
  }
}

export async function clientFor(provider: Provider, seller: Seller, secret: string | null): Promise<Client> {
  const { auth, sendsCookies = false } = provider;
  if (secret === null) return grantedClient({ sendsCookies });
  const exchange = auth?.exchange;
  const token = exchange ? (await exchange(grantedClient(), seller, secret)).accessToken : secret;
  const headers = !exchange && auth?.headers ? auth.headers(token) : { authorization: `Bearer ${token}` };
  return grantedClient({ headers, sendsCookies });
}
