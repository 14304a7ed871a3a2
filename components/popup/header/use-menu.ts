import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';

export type Menu = {
  isOpen: boolean;
  /** Around the button, which comes first, and the menu. */
  root: RefObject<HTMLDivElement | null>;
  toggle: () => void;
  /** Closes it and leaves the focus where it is. */
  leave: () => void;
  /** Closes it; the button has the focus. */
  close: () => void;
  onButtonKey: (event: KeyboardEvent) => void;
};

/** A menu that opens from a button by a press or the arrow down. */
export function useMenu(): Menu {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  return {
    isOpen,
    root,
    toggle: () => setOpen(!isOpen),
    leave: () => setOpen(false),
    close: () => {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    },
    onButtonKey: (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpen(true);
    },
  };
}
