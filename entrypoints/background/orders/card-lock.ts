import { type CardId, cardIdText } from '../../../utils/core/usage/card-id.ts';

const lanes = new Map<string, Promise<unknown>>();

/** One thing at a time for the orders of a card: two windows clicking at once make one order. */
export function inLane<T>(card: CardId, task: () => Promise<T>): Promise<T> {
  const name = cardIdText(card);
  const run = (lanes.get(name) ?? Promise.resolve()).then(task, task);
  lanes.set(
    name,
    run.catch(() => undefined),
  );
  return run;
}
