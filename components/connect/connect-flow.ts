import type { DiscoveryResult, SignInResult } from '../../utils/browser/messages.ts';
import { cleanSecret, maxSecretLength, unsendableCharacter } from '../../utils/core/forms/secret.ts';
import type { Failure } from '../../utils/core/values/failure.ts';
import { parseOrigin, toMatchPattern } from '../../utils/core/values/urls.ts';

/** What the page reports; connect-message.ts has the text. */
export type ConnectNotice =
  | {
      kind:
        | 'none'
        | 'bad-address'
        | 'no-seller'
        | 'no-answer'
        | 'not-allowed'
        | 'need-token'
        | 'token-too-long'
        | 'signing-in'
        | 'trying'
        | 'locked'
        | 'entries-refused'
        | 'no-amount'
        | 'cannot-save'
        | 'stopped';
    }
  | ({ kind: 'permission-needed' } & PermissionReason)
  | { kind: 'token-character'; character: string }
  | { kind: 'window-closed' | 'wrong-answer' | 'not-found' | 'refused' | 'token-refused' }
  | { kind: 'already-open'; seller: string }
  | { kind: 'failure'; failure: Failure };

/** The hosts that need permission, and whether the seller offers plans only, no balance. */
type PermissionReason = { hosts: string[]; isPlansOnly: boolean };

/** `discovery`: what is known of the typed address. `hasExplained`: the reason for the permission has been shown. */
export type ConnectState = { typed: string; discovery: DiscoveryResult | 'none'; hasExplained: boolean };

/** What a click on Connect does. Decided synchronously: browsers show a permission prompt only within the click. */
export type ConnectAction =
  | { kind: 'show-notice'; notice: ConnectNotice }
  | { kind: 'explain'; reason: PermissionReason }
  | { kind: 'request-permission'; patterns: string[] }
  | { kind: 'sign-in'; found: FoundSeller };

export type FoundSeller = Extract<DiscoveryResult, { kind: 'found' }>;

export function decideConnectAction({ typed, discovery, hasExplained }: ConnectState): ConnectAction {
  const origin = parseOrigin(typed);
  if (origin === null) return { kind: 'show-notice', notice: { kind: 'bad-address' } };
  if (discovery === 'none' || discovery.kind === 'blocked')
    return { kind: 'request-permission', patterns: [toMatchPattern(origin)] };
  if (discovery.kind === 'no-seller') return { kind: 'show-notice', notice: { kind: 'no-seller' } };
  if (discovery.isGranted) return { kind: 'sign-in', found: discovery };
  if (!hasExplained) return { kind: 'explain', reason: permissionReason(discovery) };
  return { kind: 'request-permission', patterns: discovery.patterns };
}

/** After a granted permission, once the address has been read: signs in, or explains which origins are missing. */
export function decideAfterDiscovery(
  discovery: DiscoveryResult,
): Exclude<ConnectAction, { kind: 'request-permission' }> {
  if (discovery.kind === 'blocked') return { kind: 'show-notice', notice: { kind: 'no-answer' } };
  if (discovery.kind === 'no-seller') return { kind: 'show-notice', notice: { kind: 'no-seller' } };
  return discovery.isGranted
    ? { kind: 'sign-in', found: discovery }
    : { kind: 'explain', reason: permissionReason(discovery) };
}

function permissionReason({ patterns, seller }: FoundSeller): PermissionReason {
  return { hosts: hostsOf(patterns), isPlansOnly: seller.meteredBy === 'user' };
}

/** What is wrong with a pasted card token, before it is sent anywhere; null: nothing. */
export function cardTokenNotice(pasted: string): ConnectNotice | null {
  const token = cleanSecret(pasted);
  const character = unsendableCharacter(token);
  if (character !== null) return { kind: 'token-character', character };
  return token.length > maxSecretLength ? { kind: 'token-too-long' } : null;
}

export function toConnectNotice(
  result: Exclude<SignInResult, { kind: 'signed-in' }>,
  usedToken: boolean,
): ConnectNotice {
  if (result.kind === 'refused' && usedToken) return { kind: 'token-refused' };
  return result;
}

/** Whether an address looks complete enough to be requested while the user may still be typing. */
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
