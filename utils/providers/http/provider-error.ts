import type { UnreadReason } from '../../core/page/reading.ts';

/** An error status, or 0 for a redirect that was not followed. `body` is not validated, and never stored or logged. */
export type ProviderError = Error & { name: 'ProviderError'; status: number; body: unknown; retryAfter: string | null };

export function providerError(
  status: number,
  body: unknown = undefined,
  retryAfter: string | null = null,
): ProviderError {
  return Object.assign(new Error(`The seller answered ${status}`), {
    name: 'ProviderError' as const,
    status,
    body,
    retryAfter,
  });
}

/** For a response that arrived, but is not what was requested. */
export function invalidResponseError(reason: string): Error {
  return Object.assign(new Error(reason), { name: 'InvalidResponseError' });
}

/** For an answer of more bytes than are read. */
export function tooLargeError(): Error {
  return Object.assign(invalidResponseError('The answer is too large'), { isTooLarge: true });
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'isTooLarge' in error;
}

/** For a page that tells no figure. */
export type UnreadPageError = Error & { name: 'UnreadPageError'; reason: UnreadReason };

export function unreadPageError(reason: UnreadReason): UnreadPageError {
  return Object.assign(new Error(`The page was not read: ${reason}`), { name: 'UnreadPageError' as const, reason });
}

export function isUnreadPageError(error: unknown): error is UnreadPageError {
  return error instanceof Error && error.name === 'UnreadPageError';
}

/** For a request that cannot be made of what is kept, such as a token with a letter that no header carries. */
export function unsendableError(): Error {
  return Object.assign(new Error('A request that cannot be sent'), { name: 'UnsendableError' });
}

/** For a server that answers only on its own network, while the computer is on another one. */
export function notOnNetworkError(cause?: ProviderError): Error {
  return Object.assign(new Error('Not on the network that answers', { cause }), { name: 'NotOnNetworkError' });
}

/** For a request that was not sent: the user has not allowed, or no longer allows, requests to its origin. */
export function permissionMissingError(): Error {
  return Object.assign(new Error('No permission for this origin'), { name: 'PermissionMissingError' });
}

/** For a sign-in that does not vouch for the API it is said to be for. */
export function notVouchedError(): Error {
  return Object.assign(new Error('The sign-in does not vouch for this API'), { name: 'NotVouchedError' });
}

/** Whether a web page came in place of data: from another server, or from a network that wants a sign-in. */
export function isHtml(text: string): boolean {
  // Each comment ends at its first end: were that left open, forty of them would take hours.
  return /^\s*(<\?xml[^>]*>\s*)?(<!--((?!-->)[\s\S])*-->\s*)*<(!doctype html|html|head|body|script|meta|title)\b/i.test(
    text,
  );
}

/** For `catch`: replaces the errors of some statuses, and throws all others again. */
export function mapStatus(isMatch: (status: number) => boolean, replacement: (cause: ProviderError) => Error) {
  return (error: unknown): never => {
    throw isProviderError(error) && isMatch(error.status) ? replacement(error) : error;
  };
}

/** For `catch`: null in place of the error of a status that is an answer of its own; throws all others again. */
export function mapStatusToNull(status: number) {
  return (error: unknown): null => {
    if (isProviderError(error) && error.status === status) return null;
    throw error;
  };
}

/** For servers that answer 404 where a card is not, or no longer, the account's. */
export const mapNotFoundToCardGone = mapStatus(
  (status) => status === 404,
  () => providerError(410),
);

/** For servers that answer these statuses to a wrong or revoked credential: the user has to enter a new one. */
export function mapToSignedOut(...statuses: number[]) {
  return mapStatus(
    (status) => statuses.includes(status),
    () => providerError(401),
  );
}

export function isProviderError(error: unknown): error is ProviderError {
  return error instanceof Error && error.name === 'ProviderError';
}

/** Whether it is a redirect, which is never followed; browsers tell neither its status nor where to. */
export function isRedirect(error: unknown): boolean {
  return isProviderError(error) && error.status < 400;
}

/** The `cause` or OAuth `error` member of an error body, or null. */
export function errorCode(error: unknown): string | null {
  if (!isProviderError(error) || typeof error.body !== 'object' || error.body === null) return null;
  const { cause, error: oauth } = error.body as { cause?: unknown; error?: unknown };
  return typeof cause === 'string' ? cause : typeof oauth === 'string' ? oauth : null;
}
