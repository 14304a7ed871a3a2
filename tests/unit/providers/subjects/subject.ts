import { defaultSeller, type Seller } from '../../../../utils/core/accounts/account.ts';
import type { Failure } from '../../../../utils/core/values/failure.ts';
import type { Client, Provider } from '../../../../utils/providers/adapter/provider.ts';
import { createClient } from '../../../../utils/providers/http/client.ts';
import { type Entry, type MirrorFault, type Speaker, startMirror } from '../../../sandbox/mirrors/mirror.ts';

/** What a provider's wire cannot say of a ledger, and how exactly it says the rest. */
export type Tells = {
  unlimited: boolean;
  unknown: boolean;
  /** Plans that start later are told apart. */
  start: boolean;
  /** How exactly the end is told, in milliseconds; null: not at all. Hotspots begin anew each month instead. */
  expiryMs: number | null;
  /** How exactly amounts are told. */
  amountBytes: number;
  /** Whether the time of measuring is told; else it is the time of the answer. */
  measuredAt: boolean;
  /** The plan's or network's name is the card's title or plan name. */
  name: boolean;
};

/** One provider with a server that speaks its wire, for the suite all providers pass. */
export type Subject = {
  provider: Provider;
  tells: Tells;
  /** What each fault means to the person; faults that are not listed do not exist there. */
  failures: Partial<Record<MirrorFault, Failure['kind']>>;
  start: () => Promise<Running>;
};

export type Running = {
  seller: Seller;
  /** As the background makes it for this account. */
  client: Client;
  /** What was entered and may be seen nowhere; absent: nothing. */
  secrets?: readonly string[];
  /** What the account keeps of that; absent: nothing. */
  kept?: string | null;
  write: (entry: Entry) => void;
  setFault: (fault: MirrorFault | null) => void;
  close: () => Promise<void>;
};

/** What goes wrong everywhere; refused credentials and too many requests come to it where the mirror has them. */
export const usualFailures = {
  html: 'unreadable',
  truncated: 'unreadable',
  'wrong-types': 'unreadable',
  huge: 'unreadable',
  redirect: 'captive-portal',
  cut: 'no-answer',
} as const;

/** Where only a server of the own network answers, a stranger's answer or none means another network. */
export const nearbyFailures = { ...usualFailures, html: 'away', redirect: 'away', cut: 'away' } as const;

/** Bytes, the second of the end, and a name. */
const usualTells: Tells = {
  unlimited: false,
  unknown: true,
  start: false,
  expiryMs: 1000,
  amountBytes: 1,
  measuredAt: false,
  name: true,
};

/** The usual subject: the provider's form, filled in for its mirror. `tells`: what it tells otherwise. */
export function mirrored(
  provider: Provider,
  speaker: Speaker,
  tells: Partial<Tells> = {},
  failures: Subject['failures'] = usualFailures,
): Subject {
  return {
    provider,
    tells: { ...usualTells, ...tells },
    failures: {
      ...(speaker.badCredential ? { 'bad-credential': 'signed-out' } : {}),
      ...(speaker.rateLimit ? { 'rate-limit': 'rate-limited' } : {}),
      ...failures,
    },
    start: async () => {
      const mirror = await startMirror(speaker);
      const { form } = provider;
      if (!form) throw new Error(`${provider.id} has no form`);
      const opened = form.open(defaultSeller(provider.id, provider.id), { ...speaker.entries, address: mirror.url });
      const seller = { ...opened.seller, origin: mirror.url };
      return {
        seller,
        client: await clientFor(provider, seller, opened.secret),
        kept: opened.secret,
        secrets: form.fields.flatMap(({ name, kind }) => (kind === 'secret' ? (speaker.entries[name] ?? []) : [])),
        write: mirror.write,
        setFault: mirror.setFault,
        close: mirror.close,
      };
    },
  };
}

export async function clientFor(provider: Provider, seller: Seller, secret: string | null): Promise<Client> {
  const { auth, sendsCookies = false } = provider;
  if (secret === null) return createClient({ sendsCookies });
  const exchange = auth?.exchange;
  const token = exchange ? (await exchange(createClient(), seller, secret)).accessToken : secret;
  const headers = !exchange && auth?.headers ? auth.headers(token) : { authorization: `Bearer ${token}` };
  return createClient({ headers, sendsCookies });
}
