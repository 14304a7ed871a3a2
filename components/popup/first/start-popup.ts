import { afterFirstPaint } from '../../hooks/after-first-paint.ts';
import { holdPresses } from '../../hooks/hold-presses.ts';
import { paintFirstScreen } from './paint-first-screen.ts';

/**
 * Shows what was made in advance, and then loads the popup into it. A press before that is there waits for it. A certain
 * card is asked for by the address alone, and nothing was made for that.
 */
export async function startPopup(): Promise<void> {
  const isUsual = location.search === '';
  const removeStyles = isUsual ? await paintFirstScreen(document).catch(() => null) : null;
  const release = holdPresses();
  // What is read meanwhile would keep it from the screen.
  if (removeStyles) await afterFirstPaint();
  const { mountPopup } = await import('../PopupApp.tsx');
  removeStyles?.();
  mountPopup(release);
}
