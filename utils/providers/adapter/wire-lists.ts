import * as v from 'valibot';

/* Lists of a wire: a body of 1 MiB has room for half a million entries. */

/** How many entries are taken in; those of cards, plans, modules and offers as in account-api/README.md. */
export const listLimits = { cards: 1000, plans: 100, modules: 200, offers: 500, regions: 300, origins: 50 };

/**
 * How many plans and modules of one answer are taken in: more than a body of 1 MiB has room for, unless they are empty.
 * An empty one takes two bytes there, and a hundred times as many once it is stored.
 */
const maxParts = 8000;

/** What is left of it while an answer is read; each part that is taken in is taken off. */
export type PartBudget = { left: number };

export function newPartBudget(): PartBudget {
  return { left: maxParts };
}

/** As `firstEntries`, with no more of them than the budget has left. */
export function firstParts(all: readonly unknown[], max: number, budget: PartBudget): ListEntries {
  const first = firstEntries(all, Math.min(max, budget.left));
  budget.left -= first.entries.length;
  return first;
}

/** Unlike `v.array`, it does not look at each entry. */
export const list = v.custom<unknown[]>(Array.isArray);

/** The first `max` entries, each by its schema; the others are not looked at. */
export const listOf = <T extends v.GenericSchema>(schema: T, max: number) =>
  v.pipe(
    list,
    v.transform((entries) => entries.slice(0, max)),
    v.array(schema),
  );

/** `omitted`: how many are beyond the limit. `hasJunk`: among them is what is no object, and so stands for nothing. */
export type ListEntries = { entries: object[]; omitted: number; hasJunk: boolean };

/** The first `max` objects of a list. */
export function firstEntries(all: readonly unknown[], max: number): ListEntries {
  const objects = all.filter((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry));
  return {
    entries: objects.slice(0, max) as object[],
    omitted: Math.max(0, objects.length - max),
    hasJunk: objects.length < all.length,
  };
}
