import { createHash } from 'node:crypto';

/** Derived from the session, so that a page that is reloaded or opened twice shows the same code. */
export function verificationCode(session: string): string {
  const number = createHash('sha256').update(`verification ${session}`).digest().readUInt32BE();
  return String(100_000 + (number % 900_000));
}

export function isVerificationCode(session: string, entered: string): boolean {
  return entered.replace(/\s/g, '') === verificationCode(session);
}
