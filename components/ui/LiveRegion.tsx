import { useEffect, useRef, useState } from 'preact/hooks';

/** Announces changes of `text` to screen readers; not the first text, which they read with the page. */
export function LiveRegion({ text }: { text: string }) {
  const [announced, announce] = useState('');
  const previous = useRef(text);
  useEffect(() => {
    if (text !== previous.current) announce(text);
    previous.current = text;
  }, [text]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {announced}
    </p>
  );
}
