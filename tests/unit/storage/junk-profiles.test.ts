import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { store, work } from './damaged-worker.ts';
import { accountId, profile } from './full-profile.ts';

/* F19 and F25, with several values damaged at once. What is stored under no name of a key is not asked for. */

type Saved = Record<string, unknown>;
const saved = (name: string) => profile.get(name)?.saved as Saved;
const names = [...profile.keys()];
const each = (change: (value: unknown) => unknown) =>
  Object.fromEntries(names.map((name) => [name, change(saved(name))]));
const withVersion = (version: unknown) =>
  each((value) =>
    Array.isArray(value) ? value.map((entry) => ({ ...entry, version })) : { ...(value as Saved), version },
  );

/** Values replaced as a whole may be gone; nothing else may happen. */
const problemsOf = async (damage: Saved) => {
  await store(damage);
  return (await work()).filter((problem) => !problem.endsWith(' is gone'));
};

const [entry] = saved('index').accounts as { cards: object[] }[];
const snapshot = saved(`reading:${accountId}`) as { cards: object[] };
const twice = <T>([first]: T[]) => [first, first];

describe('7.18 a profile', () => {
  test.each<[string, Saved]>([
    ['whose index has the account twice', { index: { accounts: [entry, entry], shown: null } }],
    ['whose index has a card twice', { index: { accounts: [{ ...entry, cards: twice(entry?.cards ?? []) }] } }],
    ['whose index has a card as listed and as gone', { index: { accounts: [{ ...entry, gone: entry?.cards }] } }],
    ['whose snapshot has a card twice', { [`reading:${accountId}`]: { ...snapshot, cards: twice(snapshot.cards) } }],
    ['whose account has another id', { [`account:${accountId}`]: { ...saved(`account:${accountId}`), id: 'other' } }],
    [
      'with names of an object’s own',
      { cards: JSON.parse('{"byCard": {"__proto__": {"name": 3}, "constructor": 7}}') },
    ],
    ...[1e9, -5, 'x', {}].map((version): [string, Saved] => [
      `all of version ${JSON.stringify(version)}`,
      withVersion(version),
    ]),
    ...['x', [], {}, [null]].map((value): [string, Saved] => [`all of it ${JSON.stringify(value)}`, each(() => value)]),
    ['with each value in a list', each((value) => [value])],
  ])('%s is worked with, and can be signed out of', async (_what, damage) => {
    expect(await problemsOf(damage)).toEqual([]);
  });

  test('of any junk is worked with, and can be signed out of', async () => {
    const junk = fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), junk), async (damage) => {
        expect(await problemsOf(damage)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
