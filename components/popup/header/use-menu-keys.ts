import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../../utils/browser/i18n.ts';
import { arrowKeyIndex } from '../../ui/arrow-key-index.ts';
import { typeaheadIndex, typeKey } from './typeahead.ts';
import type { Menu } from './use-menu.ts';

const menuItems = '[role^=menuitem]';

/**
 * The keys of an open menu, which begins on its checked item: arrows, Home, End and first letters go to others, Escape
 * closes it and nothing else, and so does whatever takes the focus out of it.
 */
export function useMenuKeys({ root, leave, close }: Menu) {
  const typed = useRef({ text: '', at: 0 });
  useEffect(() => {
    const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
    (find('[role=menuitemradio][aria-checked=true]') ?? find(menuItems))?.focus();
    const leaveOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) leave();
    };
    document.addEventListener('pointerdown', leaveOutside);
    return () => document.removeEventListener('pointerdown', leaveOutside);
  }, []);
  const onMenuKey = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Tab') return leave();
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
    onMenuKey,
    onFocusOut: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget && !root.current?.contains(relatedTarget as Node)) leave();
    },
  };
}
