import type { Found, SignedIn } from '../../utils/browser/messages.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { Failure } from '../../utils/core/values/failure.ts';
import { originOf, patternFor } from '../../utils/core/values/urls.ts';

/** What the page says; the component puts words to it. */
export type Notice =
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
  | ({ kind: 'why' } & Why)
  | { kind: 'window-closed' | 'wrong-answer' | 'refused' | 'token-refused' }
  | { kind: 'failure'; failure: Failure };

/** What may be read next, and whether nothing but plans is there. */
export type Why = { hosts: string[]; isPlansOnly: boolean };

/** `look`: what is known of the typed address. `hasExplained`: the person was told why permission is needed. */
export type ConnectState = { typed: string; look: Found | 'none'; hasExplained: boolean };

/** What a click on Connect does, decided before anything is awaited: a permission prompt needs the click itself. */
export type Press =
  | { do: 'say'; notice: Notice }
  | { do: 'explain'; why: Why }
  | { do: 'ask'; patterns: string[] }
  | { do: 'sign-in'; seller: Seller };

export function decidePress({ typed, look, hasExplained }: ConnectState): Press {
  const origin = originOf(typed);
  if (origin === null) return { do: 'say', notice: { kind: 'bad-address' } };
  if (look === 'none' || look.kind === 'blocked') return { do: 'ask', patterns: [patternFor(origin)] };
  if (look.kind === 'no-seller') return { do: 'say', notice: { kind: 'no-seller' } };
  if (look.isGranted) return { do: 'sign-in', seller: look.seller };
  if (!hasExplained) return { do: 'explain', why: whyOf(look) };
  return { do: 'ask', patterns: look.patterns };
}

/** After a yes the address is read anew: sign in at once, or say which further origins are needed. */
export function decideAfterLook(look: Found): Exclude<Press, { do: 'ask' }> {
  if (look.kind === 'blocked') return { do: 'say', notice: { kind: 'no-answer' } };
  if (look.kind === 'no-seller') return { do: 'say', notice: { kind: 'no-seller' } };
  return look.isGranted ? { do: 'sign-in', seller: look.seller } : { do: 'explain', why: whyOf(look) };
}

function whyOf({ patterns, seller }: Extract<Found, { kind: 'found' }>): Why {
  return { hosts: hostsOf(patterns), isPlansOnly: seller.countedBy === 'person' };
}

export function noticeFor(answer: Exclude<SignedIn, { kind: 'signed-in' }>, wasToken: boolean): Notice {
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
