let painting: Promise<unknown> = Promise.resolve();

/** Begins to show what is stored, as the first thing a worker does. */
export function paintFirst(paint: () => Promise<unknown>): Promise<unknown> {
  painting = paint().catch(() => undefined);
  return painting;
}

/** Until what was stored when the worker started is shown: no request leaves before, however slow a network is. */
export async function untilPainted(): Promise<void> {
  await painting;
}
