/** Nothing was read, and there is nothing to tell of that yet. */
export function isUntold(error: unknown): boolean {
  return error instanceof Error && error.name === 'UntoldError';
}

export function untoldError(): Error {
  return Object.assign(new Error('The page was not read'), { name: 'UntoldError' });
}
