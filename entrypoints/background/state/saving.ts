/* Whether what is to be stored can be stored: the disk may be full, or the browser's quota used up. */

/** The values whose last writing failed, since this worker has started. */
const unsaved = new Set<string>();

/** How long to wait, at least, before everything is tried again while nothing can be saved. */
export const retrySavingMs = 5 * 60_000;

export function canSave(): boolean {
  return unsaved.size === 0;
}

/** Writes values with these names; a failure is remembered until one of them could be written. */
export async function tryToSave(names: readonly string[], write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    for (const name of names) unsaved.add(name);
    throw Object.assign(new Error('It could not be saved', { cause }), { name: savingErrorName });
  }
  for (const name of names) unsaved.delete(name);
}

const savingErrorName = 'SavingError';

export function isSavingError(error: unknown): boolean {
  return error instanceof Error && error.name === savingErrorName;
}
