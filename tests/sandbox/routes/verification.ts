import { createHash } from 'node:crypto';

/** Made from the session, so that a page reloaded or opened twice shows one code. */
export function verificationCode(session: string): string {
  const number = createHash('sha256').update(`verification ${session}`).digest().readUInt32BE();
  return String(100_000 + (number % 900_000));
}

export function isVerificationCode(session: string, typed: string): boolean {
  return typed.replace(/\s/g, '') === verificationCode(session);
}
