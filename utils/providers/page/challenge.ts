import type { UnreadReason } from '../../core/page/reading.ts';

/** Words and names of the usual services, in 2026-11. */
const challenge =
  /captcha|turnstile|\bcf-(chl|challenge)|verify (that )?you(['’]| a)re (a )?human|are you a (human|robot)|checking your browser|unusual traffic|access denied/i;

/**
 * Whether a page asks if a person is there, in place of what it usually shows: such a site is left alone. A page with
 * amounts on it, or a sign-in, is none.
 */
export function isChallenge(html: string, reason: UnreadReason): boolean {
  return ['empty', 'other-account'].includes(reason) && challenge.test(html);
}
