export const storageErrorName = 'StorageError';

/** Whether the browser's storage has failed: nothing that a seller did, nor the network. */
export function isStorageError(error: unknown): boolean {
  return error instanceof Error && error.name === storageErrorName;
}
