/** Gives back what to call for the focus to be where it is now. */
export function keepFocus(): () => void {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return () => (focused as HTMLElement | null)?.focus?.({ preventScroll: true });
}
