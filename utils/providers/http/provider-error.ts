/** An answer that is of no use: `status` 0 is a redirect that was not followed. `body` is unchecked and never kept. */
export type ProviderError = Error & { name: 'AnswerError'; status: number; body: unknown; retryAfter: string | null };

export function providerError(
  status: number,
  body: unknown = undefined,
  retryAfter: string | null = null,
): ProviderError {
  return Object.assign(new Error(`The seller answered ${status}`), {
    name: 'AnswerError' as const,
    status,
    body,
    retryAfter,
  });
}

/** The answer came, but it is not what was asked for. */
export function invalidResponseError(why: string): Error {
  return Object.assign(new Error(why), { name: 'UnreadableError' });
}

/** Its server answers only on its own network, and the computer is on another. */
export function notOnNetworkError(): Error {
  return Object.assign(new Error('Not on the network that answers'), { name: 'AwayError' });
}

/** Whether a page came where data was asked for: a stranger answers, or a network that wants a sign-in. */
export function isHtml(text: string): boolean {
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|script|meta|title)\b/i.test(text);
}

/** For `catch`, where some statuses mean something of their own. */
export function mapStatus(isMeant: (status: number) => boolean, meant: () => Error) {
  return (error: unknown): never => {
    throw isProviderError(error) && isMeant(error.status) ? meant() : error;
  };
}

/** For servers that answer 404 where a card is not, or no longer, theirs. */
export const mapNotFoundToCardGone = mapStatus(
  (status) => status === 404,
  () => providerError(410),
);

/** For servers that say so to a credential that is wrong or was withdrawn: a new one helps. */
export function mapToSignedOut(...statuses: number[]) {
  return mapStatus(
    (status) => statuses.includes(status),
    () => providerError(401),
  );
}

export function isProviderError(error: unknown): error is ProviderError {
  return error instanceof Error && error.name === 'AnswerError';
}

/** The `cause` or OAuth `error` word of an error body, or null. */
export function errorCode(error: unknown): string | null {
  if (!isProviderError(error) || typeof error.body !== 'object' || error.body === null) return null;
  const { cause, error: oauth } = error.body as { cause?: unknown; error?: unknown };
  return typeof cause === 'string' ? cause : typeof oauth === 'string' ? oauth : null;
}
