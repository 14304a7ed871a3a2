import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';
import { oneAtATime } from '../state/one-at-a-time.ts';

const locks = new Map<string, ReturnType<typeof oneAtATime>>();

/** Runs tasks on the orders of one card one after the other: two windows that click at once make one order. */
export function withCardLock<T>(card: CardId, task: () => Promise<T>): Promise<T> {
  const name = formatCardId(card);
  const lock = locks.get(name) ?? oneAtATime();
  locks.set(name, lock);
  return lock(task);
}
