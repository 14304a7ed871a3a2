import type { DiscoveryResult, SignInResult } from '../../utils/browser/messages.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Failure } from '../../utils/core/values/failure.ts';
import { parseOrigin, toMatchPattern } from '../../utils/core/values/urls.ts';

/** What the page says; the component puts words to it. */
export type ConnectNotice =
  | {
      kind:
        | 'none'
        | 'bad-address'
        | 'no-seller'
        | 'no-answer'
        | 'not-allowed'
        | 'need-token'
        | 'signing-in'
        | 'trying'
        | 'locked'
        | 'entries-refused'
        | 'no-amount'
        | 'stopped';
    }
  | ({ kind: 'why' } & PermissionReason)
  | { kind: 'window-closed' | 'wrong-answer' | 'refused' | 'token-refused' }
  | { kind: 'failure'; failure: Failure };

/** What may be read next, and whether nothing but plans is there. */
export type PermissionReason = { hosts: string[]; isPlansOnly: boolean };

/** `look`: what is known of the typed address. `hasExplained`: the person was told why permission is needed. */
export type ConnectState = { typed: string; look: DiscoveryResult | 'none'; hasExplained: boolean };

/** What a click on Connect does, decided before anything is awaited: a permission prompt needs the click itself. */
export type ConnectAction =
  | { do: 'say'; notice: ConnectNotice }
  | { do: 'explain'; why: PermissionReason }
  | { do: 'ask'; patterns: string[] }
  | { do: 'sign-in'; seller: Seller };

export function decideConnectAction({ typed, look, hasExplained }: ConnectState): ConnectAction {
  const origin = parseOrigin(typed);
  if (origin === null) return { do: 'say', notice: { kind: 'bad-address' } };
  if (look === 'none' || look.kind === 'blocked') return { do: 'ask', patterns: [toMatchPattern(origin)] };
  if (look.kind === 'no-seller') return { do: 'say', notice: { kind: 'no-seller' } };
  if (look.isGranted) return { do: 'sign-in', seller: look.seller };
  if (!hasExplained) return { do: 'explain', why: permissionReason(look) };
  return { do: 'ask', patterns: look.patterns };
}

/** After a yes the address is read anew: sign in at once, or say which further origins are needed. */
export function decideAfterDiscovery(look: DiscoveryResult): Exclude<ConnectAction, { do: 'ask' }> {
  if (look.kind === 'blocked') return { do: 'say', notice: { kind: 'no-answer' } };
  if (look.kind === 'no-seller') return { do: 'say', notice: { kind: 'no-seller' } };
  return look.isGranted ? { do: 'sign-in', seller: look.seller } : { do: 'explain', why: permissionReason(look) };
}

function permissionReason({ patterns, seller }: Extract<DiscoveryResult, { kind: 'found' }>): PermissionReason {
  return { hosts: hostsOf(patterns), isPlansOnly: seller.meteredBy === 'user' };
}

export function toConnectNotice(
  answer: Exclude<SignInResult, { kind: 'signed-in' }>,
  wasToken: boolean,
): ConnectNotice {
  if (answer.kind === 'refused' && wasToken) return { kind: 'token-refused' };
  return answer.kind === 'failure' ? { kind: 'failure', failure: answer.failure } : { kind: answer.kind };
}

/** Whether an address is complete enough to be looked at while the person may still be typing. */
export function isPlausible(origin: string): boolean {
  const { hostname } = new URL(origin);
  return (
    hostname.startsWith('[') ||
    hostname === 'localhost' ||
    /\.[a-z0-9-]{2,}$/i.test(hostname) ||
    /^\d+(\.\d+){3}$/.test(hostname)
  );
}

export function hostsOf(patterns: string[]): string[] {
  return patterns.map((pattern) => pattern.replace(/^\w+:\/\//, '').replace(/\/\*$/, ''));
}
