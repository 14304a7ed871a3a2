import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';

const locks = new Map<string, Promise<unknown>>();

/** Runs tasks on the orders of one card one after the other: two windows that click at once make one order. */
export function withCardLock<T>(card: CardId, task: () => Promise<T>): Promise<T> {
  const name = formatCardId(card);
  const run = (locks.get(name) ?? Promise.resolve()).then(task, task);
  locks.set(
    name,
    run.catch(() => undefined),
  );
  return run;
}
