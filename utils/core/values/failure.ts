/**
 * Why the last attempt gave no new figures. A closed set; it never carries a body, an address or a token.
 * `until`: epoch milliseconds, our clock. `seller-down` and `rate-limited` hold the whole account until then.
 */
export type Failure =
  | { kind: 'offline' }
  | { kind: 'no-answer' }
  | { kind: 'captive-portal' }
  | { kind: 'seller-down'; until: number }
  | { kind: 'rate-limited'; until: number }
  | { kind: 'signed-out' }
  | { kind: 'forbidden' }
  | { kind: 'permission-missing' }
  | { kind: 'card-gone' }
  /** It answers only on its own network, and the computer is on another. */
  | { kind: 'away' }
  | { kind: 'unreadable' };

export type FailureKind = Failure['kind'];

/** Only the person can mend these; the badge says `!`. */
export function needsUserAction(failure: Failure | null): boolean {
  return failure !== null && ['signed-out', 'permission-missing', 'card-gone'].includes(failure.kind);
}

/** Until when the seller asked to be left alone, or null. */
export function retryAfterOf(failure: Failure | null): number | null {
  return failure !== null && 'until' in failure ? failure.until : null;
}
