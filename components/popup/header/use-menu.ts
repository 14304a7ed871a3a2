import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { locale } from '../../../utils/browser/i18n.ts';
import { arrowKeyIndex } from '../../ui/arrow-key-index.ts';
import { typeaheadIndex, typeKey } from './typeahead.ts';

export type Menu = {
  isOpen: boolean;
  /** Around the button, which comes first, and the menu. */
  root: RefObject<HTMLDivElement | null>;
  toggle: () => void;
  /** Closes it; the button has the focus. */
  close: () => void;
  onButtonKey: (event: KeyboardEvent) => void;
  onMenuKey: (event: KeyboardEvent) => void;
  onFocusOut: (event: FocusEvent) => void;
};

const menuItems = '[role^=menuitem]';

/**
 * A menu that opens from a button by a press or the arrow down, on its checked item: arrows, Home, End and first letters
 * go to others, Escape closes it and nothing else, and so does whatever takes the focus out of it. `isLoaded` false: its
 * items are not there yet, and it opens once they are.
 */
export function useMenu(isLoaded: boolean): Menu {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  useEffect(() => {
    if (!isOpen || !isLoaded) return;
    const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
    (find('[role=menuitemradio][aria-checked=true]') ?? find(menuItems))?.focus();
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen, isLoaded]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const onMenuKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Tab') return setOpen(false);
    if (key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    const items = [...(root.current?.querySelectorAll<HTMLElement>(menuItems) ?? [])];
    const next = arrowKeyIndex(key, items.indexOf(document.activeElement as HTMLElement), items.length);
    const reached = next ?? (event.ctrlKey || event.metaKey || event.altKey ? null : typeTo(items, event));
    if (reached === null) return;
    event.preventDefault();
    items[reached]?.focus();
  };
  const typeTo = (items: HTMLElement[], { key, timeStamp }: KeyboardEvent): number | null => {
    const typing = typeKey(typed.current, key, timeStamp);
    if (!typing) return null;
    typed.current = typing;
    const names = items.map((item) => item.getAttribute('aria-label') ?? item.textContent);
    return typeaheadIndex(names, items.indexOf(document.activeElement as HTMLElement), typing.text, locale());
  };
  return {
    isOpen,
    root,
    toggle: () => setOpen(!isOpen),
    close,
    onButtonKey: (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpen(true);
    },
    onMenuKey,
    onFocusOut: ({ relatedTarget }) => {
      if (relatedTarget && !root.current?.contains(relatedTarget as Node)) setOpen(false);
    },
  };
}
