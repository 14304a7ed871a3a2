/* Presses on what is shown and cannot be answered yet. */

type Held = { pressed: HTMLElement; text: string | null };

let holders = 0;
let held: Held | null = null;

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  const pressed = (event.target as Element).closest<HTMLElement>('a, button');
  held = pressed && { pressed, text: pressed.textContent };
}

/**
 * Until the function is called that is returned, and every other one, a press waits: it is made again then, unless what
 * was pressed is gone or says something else by then. The last one counts.
 */
export function holdPresses(): () => void {
  let isHolding = true;
  holders += 1;
  if (holders === 1) document.addEventListener('click', hold, true);
  return () => {
    if (!isHolding) return;
    isHolding = false;
    holders -= 1;
    if (holders > 0) return;
    document.removeEventListener('click', hold, true);
    const last = held;
    held = null;
    if (last?.pressed.isConnected && last.pressed.textContent === last.text) last.pressed.click();
  };
}
