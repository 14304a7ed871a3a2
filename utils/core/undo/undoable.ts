import { minuteMs } from '../values/time.ts';

/**
 * What the user did last and may take back. `at`: our clock. `cardKey`, `orderId` null: it was done to the whole
 * account. `values`: what it changed as it was stored before, by name.
 */
export type Undoable = {
  at: number;
  kind: 'order-closed' | 'card-hidden' | 'card-removed';
  accountId: string;
  cardKey: string | null;
  orderId: string | null;
  values: Record<string, unknown>;
};

export const undoableForMs = minuteMs;

/** Our clock. One that was set back ends it too. */
export function canUndo({ at }: Undoable, now: number): boolean {
  return Math.abs(now - at) < undoableForMs;
}
