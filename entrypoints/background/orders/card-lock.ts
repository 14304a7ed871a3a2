import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';

const locks = new Map<string, Promise<unknown>>();

/** One thing at a time for the orders of a card: two windows clicking at once make one order. */
export function withCardLock<T>(card: CardId, task: () => Promise<T>): Promise<T> {
  const name = formatCardId(card);
  const run = (locks.get(name) ?? Promise.resolve()).then(task, task);
  locks.set(
    name,
    run.catch(() => undefined),
  );
  return run;
}
