import { useState } from 'preact/hooks';

/** Makes an error of a later load one of rendering, for the page's last catch. */
export function useThrow(): (error: unknown) => void {
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  if (failure) throw failure.error;
  return (error) => setFailure({ error });
}
