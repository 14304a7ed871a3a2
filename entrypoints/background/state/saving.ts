import { storageErrorName } from '../../../utils/core/values/storage-error.ts';
import { latestOf } from '../../../utils/core/values/time.ts';

/* Whether storage works: the disk may be full, or the browser's quota used up. */

/** The values whose last writing failed, since this worker has started, and when. */
const unsaved = new Map<string, number>();

/** How long to wait, at least, before everything is tried again while nothing can be saved. */
export const retrySavingMs = 5 * 60_000;

/** What was tried once and never again says nothing of today. */
export function canSave(): boolean {
  return canSaveAgainAt() === null;
}

/** When storage counts as working again by time alone; null: it does now. Our clock. */
export function canSaveAgainAt(): number | null {
  const now = Date.now();
  const failedAt = latestOf([...unsaved.values()].filter((at) => Math.abs(now - at) <= 2 * retrySavingMs));
  return failedAt === null ? null : failedAt + 2 * retrySavingMs + 1;
}

/** Writes values with these names; a failure is remembered until one of them could be written. */
export async function tryToSave(names: readonly string[], write: () => Promise<void>): Promise<void> {
  try {
    await tryStorage(write);
  } catch (error) {
    for (const name of names) unsaved.set(name, Date.now());
    throw error;
  }
  forgetUnsaved((name) => names.includes(name));
}

/** Of what was removed nothing is to be saved any more. */
export function forgetUnsaved(isRemoved: (name: string) => boolean): void {
  for (const name of [...unsaved.keys()].filter(isRemoved)) unsaved.delete(name);
}

/** Its errors are told apart from those of a seller. */
export async function tryStorage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw Object.assign(new Error('Storage failed', { cause }), { name: storageErrorName });
  }
}
