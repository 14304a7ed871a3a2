import { useEffect, useRef, useState } from 'preact/hooks';

/** Says what is new, politely; nothing at the start, when it is read anyway. */
export function LiveRegion({ text }: { text: string }) {
  const [said, say] = useState('');
  const before = useRef(text);
  useEffect(() => {
    if (text !== before.current) say(text);
    before.current = text;
  }, [text]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}
