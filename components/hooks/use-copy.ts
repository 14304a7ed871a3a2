import { useState } from 'preact/hooks';

/** Copies a text. `copied`: manually where the browser did not let us; null: not asked for yet. */
export function useCopy(): { copied: 'yes' | 'manually' | null; copy: (text: string) => void } {
  const [copied, setCopied] = useState<'yes' | 'manually' | null>(null);
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('manually'),
    );
  return { copied, copy };
}
