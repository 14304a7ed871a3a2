import type { AccountIndex } from './account-index.ts';

/** What is stored of an account or of one of its cards, whatever stands before it; not `account:` itself. */
const namesOfAccounts =
  /(?:^|:)(?:credentials|access|recipe|page-reads|reading|check|offers|orders|alerts|samples|archive):([^/:]+)/;
/** The account itself; with something before it where it could not be read and was set aside. */
const accountName = /(?:^|[^a-z])account:([^/:]+)$/;

/**
 * The ids of accounts of which something is stored, but not the account: nobody could sign out of them. An account that
 * cannot be read is there all the same.
 */
export function orphanedAccounts(names: readonly string[], index: AccountIndex): string[] {
  const idsIn = (pattern: RegExp) => names.flatMap((name) => pattern.exec(name)?.[1] ?? []);
  const present = new Set(idsIn(accountName));
  const mentioned = new Set([...idsIn(namesOfAccounts), ...index.accounts.map(({ id }) => id)]);
  return [...mentioned].filter((id) => !present.has(id));
}
