import { useState } from 'preact/hooks';

/** manually: the browser did not let us · null: not asked for yet. */
export type Copied = 'yes' | 'manually' | null;

/** Copies a text, and what came of it. */
export function useCopy(): { copied: Copied; copy: (text: string) => void } {
  const [copied, setCopied] = useState<Copied>(null);
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('manually'),
    );
  return { copied, copy };
}
