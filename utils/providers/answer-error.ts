/** An answer that is of no use: `status` 0 is a redirect that was not followed. `body` is unchecked and never kept. */
export type AnswerError = Error & { name: 'AnswerError'; status: number; body: unknown; retryAfter: string | null };

export function answerError(status: number, body: unknown = undefined, retryAfter: string | null = null): AnswerError {
  return Object.assign(new Error(`The seller answered ${status}`), {
    name: 'AnswerError' as const,
    status,
    body,
    retryAfter,
  });
}

/** The answer came, but it is not what was asked for. */
export function unreadable(why: string): Error {
  return Object.assign(new Error(why), { name: 'UnreadableError' });
}

export function isAnswerError(error: unknown): error is AnswerError {
  return error instanceof Error && error.name === 'AnswerError';
}

/** The `cause` or OAuth `error` word of an error body, or null. */
export function causeOf(error: unknown): string | null {
  if (!isAnswerError(error) || typeof error.body !== 'object' || error.body === null) return null;
  const { cause, error: oauth } = error.body as { cause?: unknown; error?: unknown };
  return typeof cause === 'string' ? cause : typeof oauth === 'string' ? oauth : null;
}
