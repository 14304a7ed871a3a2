/**
 * Why the last check returned no new usage data. A closed set; it never carries a body, an address or a token.
 * `until`: epoch milliseconds, our clock; `seller-down` and `rate-limited` suspend polling of the whole account until
 * then. `isDefault`: the seller named no time, so it is a minute.
 */
export type Failure =
  | { kind: 'offline' }
  | { kind: 'no-answer' }
  | { kind: 'captive-portal' }
  | { kind: 'seller-down'; until: number; isDefault?: true }
  | { kind: 'rate-limited'; until: number; isDefault?: true }
  | { kind: 'signed-out' }
  /** A hotspot wants a sign-in on its own page, which it ends within minutes: no more than its usual state. */
  | { kind: 'locked' }
  | { kind: 'forbidden' }
  | { kind: 'permission-missing' }
  /** The seller's sign-in does not, or no longer, vouch for its API: no credential is sent there. */
  | { kind: 'not-vouched' }
  | { kind: 'card-gone' }
  /** Reachable only from its own network, and the computer is on another. */
  | { kind: 'away' }
  | { kind: 'unreadable' }
  /** A good answer without a card: what was listed before stays. */
  | { kind: 'no-cards' }
  /** The seller's page shows another account, or names none any more: it may be another's figure. */
  | { kind: 'other-account' }
  /** The number is not where the user pointed at it. */
  | { kind: 'page-changed' }
  /** The request could not be made: a header cannot carry what is kept of the sign-in. */
  | { kind: 'unsendable' }
  /** The seller has closed, for everybody, what its figures were read from. */
  | { kind: 'closed' }
  /** This version has no adapter for the account's provider. */
  | { kind: 'unsupported' };

export type FailureKind = Failure['kind'];

/** Failures only the user can resolve; the badge shows `!`. */
export function needsUserAction(failure: Failure | null): boolean {
  return (
    failure !== null &&
    ['signed-out', 'permission-missing', 'not-vouched', 'card-gone', 'page-changed', 'unsendable'].includes(
      failure.kind,
    )
  );
}

/** Failures without a provider: nothing is requested, and neither the user nor time can change that. */
export function hasNoProvider(failure: Failure | null): boolean {
  return failure?.kind === 'closed' || failure?.kind === 'unsupported';
}

/** Until when no request may be sent (our clock); null: the failure sets no such limit. */
export function retryAfterOf(failure: Failure | null): number | null {
  return failure !== null && 'until' in failure ? failure.until : null;
}
