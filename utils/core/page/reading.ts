/** Why a page tells nothing. A closed set; none of it ever changes a figure. */
export type UnreadReason =
  /** It asks for a password, or led elsewhere. */
  | 'signed-out'
  /** The text that tells the account is missing, or another's. */
  | 'other-account'
  /** Another address, or another tab or option is chosen on it. */
  | 'elsewhere'
  /** Not drawn yet, or an error: nothing of what was picked is there. */
  | 'empty'
  /** The number is not where it was. */
  | 'changed'
  /** Two that differ are equally likely. */
  | 'ambiguous'
  /** The number can be read in two ways. */
  | 'unclear-number'
  | 'too-large';

/** Bytes by the recipe's unit. `endsAt`: epoch milliseconds. Null: the page does not say. */
export type ReadPart = {
  id: string;
  balance: { kind: 'known'; leftBytes: number; totalBytes: number | null } | { kind: 'unlimited' };
  endsAt: number | null;
};

/** `parts`: of the recipe's parts those that were found; the first is always among them. */
export type PageReading = { kind: 'read'; parts: readonly ReadPart[] } | { kind: 'unread'; reason: UnreadReason };
