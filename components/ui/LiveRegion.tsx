import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';

/**
 * Announces to screen readers which of `texts` are new, each as a sentence; not the first ones, which they read with the
 * page.
 */
export function LiveRegion({ texts }: { texts: readonly string[] }) {
  const [announced, announce] = useState('');
  const previous = useRef(texts);
  const key = texts.join('\n');
  useEffect(() => {
    const added = texts.filter((text) => text !== '' && !previous.current.includes(text));
    if (added.length > 0) announce(added.map(asSentence).join(' '));
    previous.current = texts;
  }, [key]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {announced}
    </p>
  );
}

function asSentence(text: string): string {
  return /[.!?…。！？]\p{Pf}?$/u.test(text) ? text : t('popup.sentence', { text });
}
