import type { DiscoveryResult, ListedProvider, SignInResult } from '../../../utils/browser/messages.ts';
import { parseHotspotOrigin } from '../../../utils/core/forms/parse-input.ts';
import { cleanSecret, maxSecretLength, unsendableCharacter } from '../../../utils/core/forms/secret.ts';
import type { Failure } from '../../../utils/core/values/failure.ts';
import { isLoopback, parseOrigin, toMatchPattern } from '../../../utils/core/values/urls.ts';

/** What the page reports; connect-message.ts has the text. */
export type ConnectNotice =
  | {
      kind:
        | 'none'
        | 'empty'
        | 'choose'
        | 'looking'
        | 'found'
        | 'no-seller'
        | 'no-answer'
        | 'not-allowed'
        | 'press-again'
        | 'permission-needed'
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
  | { kind: 'token-character'; character: string }
  | { kind: 'window-closed' | 'wrong-answer' | 'not-found' | 'refused' | 'token-refused' }
  | { kind: 'already-open'; seller: string }
  | { kind: 'failure'; failure: Failure };

/** `discovery`: what is known of the typed address. */
export type ConnectState = { typed: string; discovery: DiscoveryResult | 'none' };

/** What a click on Connect does. Decided synchronously: browsers show a permission prompt only within the click. */
export type ConnectAction =
  | { kind: 'show-notice'; notice: ConnectNotice }
  | { kind: 'request-permission'; patterns: string[] }
  | { kind: 'sign-in'; found: FoundSeller };

export type FoundSeller = Extract<DiscoveryResult, { kind: 'found' }>;

/** Which permission will be asked, and why, stands beside the button as soon as a seller is found. */
export function decideConnectAction({ typed, discovery }: ConnectState): ConnectAction {
  const origin = parseOrigin(typed);
  const isUnread = discovery === 'none' || discovery.kind === 'blocked';
  if (isUnread && origin !== null) return { kind: 'request-permission', patterns: [toMatchPattern(origin)] };
  if (isUnread || discovery.kind === 'no-seller') return { kind: 'show-notice', notice: { kind: 'no-seller' } };
  if (discovery.isGranted) return { kind: 'sign-in', found: discovery };
  return { kind: 'request-permission', patterns: discovery.patterns };
}

/** After a granted permission, once the address has been read: further origins are asked for by another press. */
export function decideAfterDiscovery(
  discovery: DiscoveryResult,
): Exclude<ConnectAction, { kind: 'request-permission' }> {
  if (discovery.kind === 'blocked') return { kind: 'show-notice', notice: { kind: 'no-answer' } };
  if (discovery.kind === 'no-seller') return { kind: 'show-notice', notice: { kind: 'no-seller' } };
  return discovery.isGranted
    ? { kind: 'sign-in', found: discovery }
    : { kind: 'show-notice', notice: { kind: 'permission-needed' } };
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

/** The address of a device in this network, where nothing is asked before a press. A single word is a name. */
export function isInThisNetwork(typed: string): boolean {
  const origin = parseHotspotOrigin(typed);
  if (origin === null) return false;
  const { hostname } = new URL(origin);
  return hostname.includes('.') && !isLoopback(hostname);
}

/** Whether it reads a device in this network, whose address is entered. */
export function readsHotspot({ fields }: Pick<ListedProvider, 'fields'>): boolean {
  return fields.some(({ kind }) => kind === 'hotspot');
}

/** Whether it is an address, and looks complete enough to be requested while the user may still be typing. */
export function isPlausibleAddress(typed: string): boolean {
  const origin = parseOrigin(typed);
  if (origin === null || isInThisNetwork(typed)) return false;
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
