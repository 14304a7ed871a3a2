import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isGone,
  type LocalItems,
  localChanges,
  mergeItems,
  type SyncItems,
  takenOver,
  withLocalChanges,
} from '../../../../utils/core/sync/sync-items.ts';

const field = fc.record({
  at: fc.integer({ min: 0, max: 5 }),
  value: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
});
const name = fc.constantFrom('rules', 'own:1', 'card:2');
const items: fc.Arbitrary<SyncItems> = fc.dictionary(
  name,
  fc.dictionary(fc.constantFrom('name', 'left', 'gone'), field, { noNullPrototype: true }),
  { noNullPrototype: true },
);

describe('merging', () => {
  test('comes to the same whichever side is first', () => {
    fc.assert(
      fc.property(items, items, (a, b) => {
        expect(mergeItems(a, b)).toEqual(mergeItems(b, a));
      }),
    );
  });

  test('comes to the same in whatever order more of them arrive', () => {
    fc.assert(
      fc.property(items, items, items, (a, b, c) => {
        expect(mergeItems(mergeItems(a, b), c)).toEqual(mergeItems(a, mergeItems(b, c)));
      }),
    );
  });

  test('changes nothing when the same arrives again', () => {
    fc.assert(
      fc.property(items, items, (a, b) => {
        const merged = mergeItems(a, b);
        expect(mergeItems(merged, b)).toEqual(merged);
        expect(mergeItems(merged, merged)).toEqual(merged);
      }),
    );
  });

  test('loses no field whole', () => {
    fc.assert(
      fc.property(items, items, (a, b) => {
        const merged = mergeItems(a, b);
        for (const side of [a, b]) {
          for (const [item, fields] of Object.entries(side)) {
            for (const [member, { at }] of Object.entries(fields)) {
              expect(merged[item]?.[member]?.at).toBeGreaterThanOrEqual(at);
            }
          }
        }
      }),
    );
  });
});

const card = { name: 'Mum', left: 1 };
const localItems: fc.Arbitrary<LocalItems> = fc.dictionary(
  name,
  fc.dictionary(fc.constantFrom('name', 'left'), fc.constantFrom('a', 'b', 'c'), { noNullPrototype: true }),
  { noNullPrototype: true },
);

describe('what the user changes while it is taken over', () => {
  test('is a change the next time, and nothing else is', () => {
    fc.assert(
      fc.property(localItems, items, localItems, (local, seen, after) => {
        const known = takenOver(local, seen, after);
        for (const [item, fields] of Object.entries(after)) {
          for (const [member, value] of Object.entries(fields)) {
            const was = local[item]?.[member];
            const isOfUser = was !== undefined && value !== was && value !== seen[item]?.[member]?.value;
            expect(known[item]?.[member]).toBe(isOfUser ? was : value);
          }
        }
      }),
    );
  });

  test('is the removal of a card, unless others have removed it', () => {
    const at = { at: 1, value: true };
    expect(takenOver({ 'own:1': card }, { 'own:1': { name: at } }, {})).toEqual({ 'own:1': card });
    expect(takenOver({ 'own:1': card }, { 'own:1': { name: at, gone: at } }, {})).toEqual({});
  });
});

/** A browser that syncs: how things are there, and what it has seen. */
function startBrowser(local: LocalItems) {
  let here = local;
  let before: LocalItems | null = null;
  let seen: SyncItems = {};
  return {
    here: () => here,
    change: (changed: LocalItems) => {
      here = changed;
    },
    /** Takes over what others wrote; returns what all have written then. */
    sync: (remote: SyncItems, now: number): SyncItems => {
      const isOwn = (item: string) => item.startsWith('own:');
      const was = here;
      seen = withLocalChanges(mergeItems(seen, remote), before, here, isOwn, now);
      for (const { name: item, fields } of localChanges(here, seen)) {
        const { [item]: gone, ...others } = here;
        here = fields ? { ...here, [item]: { ...gone, ...fields } } : others;
      }
      before = takenOver(was, seen, here);
      return seen;
    },
  };
}

describe('two browsers', () => {
  test('that both change another field have both changes', () => {
    const [one, two] = [startBrowser({ 'own:1': card }), startBrowser({})];
    let all = one.sync({}, 1);
    all = two.sync(all, 2);
    one.change({ 'own:1': { ...card, name: 'Dad' } });
    two.change({ 'own:1': { ...card, left: 5 } });
    all = one.sync(all, 3);
    all = two.sync(all, 4);
    one.sync(all, 5);
    expect(one.here()).toEqual({ 'own:1': { name: 'Dad', left: 5 } });
    expect(two.here()).toEqual(one.here());
  });

  test('that both change the same field have the later change, whichever arrives first', () => {
    const [one, two] = [startBrowser({ 'own:1': card }), startBrowser({ 'own:1': card })];
    const first = one.sync({}, 1);
    two.sync(first, 2);
    one.change({ 'own:1': { ...card, left: 3 } });
    two.change({ 'own:1': { ...card, left: 4 } });
    const later = two.sync({}, 20);
    const earlier = one.sync({}, 10);
    one.sync(later, 30);
    two.sync(earlier, 30);
    expect([one.here(), two.here()]).toEqual([{ 'own:1': { ...card, left: 4 } }, { 'own:1': { ...card, left: 4 } }]);
  });

  test('agree on a change from a computer whose clock is behind', () => {
    const [one, two] = [startBrowser({ 'own:1': card }), startBrowser({})];
    let all = two.sync(one.sync({}, 1000), 1000);
    two.change({ 'own:1': { ...card, left: 9 } });
    all = two.sync(all, 5);
    one.sync(all, 1001);
    expect(one.here()).toEqual({ 'own:1': { ...card, left: 9 } });
  });

  test('keep what is there where one joins with the defaults of a new installation', () => {
    const [one, two] = [startBrowser({ rules: { risk: false } }), startBrowser({ rules: { risk: true } })];
    two.sync(one.sync({}, 1), 99);
    expect(two.here()).toEqual({ rules: { risk: false } });
  });
});

describe('a card that one of them removes', () => {
  const both = () => {
    const [one, two] = [startBrowser({ 'own:1': card }), startBrowser({})];
    const all = two.sync(one.sync({}, 1), 2);
    one.change({});
    return { one, two, all };
  };

  test('goes from the other', () => {
    const { one, two, all } = both();
    two.sync(one.sync(all, 3), 4);
    expect(two.here()).toEqual({});
    expect(isGone(one.sync(all, 5)['own:1'] ?? {})).toBe(true);
  });

  test('stays where the other has changed it later', () => {
    const { one, two, all } = both();
    const removed = one.sync(all, 3);
    two.change({ 'own:1': { ...card, left: 7 } });
    two.sync(removed, 4);
    expect(two.here()['own:1']).toMatchObject({ left: 7 });
  });

  test('comes back everywhere when the removal is undone', () => {
    const { one, two, all } = both();
    const removed = one.sync(all, 3);
    two.sync(removed, 4);
    one.change({ 'own:1': card });
    two.sync(one.sync(removed, 5), 6);
    expect(two.here()).toEqual({ 'own:1': card });
  });

  test('is not one of a seller, which is merely not connected there', () => {
    const [one, two] = [startBrowser({ 'card:1': { name: 'Mum' } }), startBrowser({ 'card:1': { name: null } })];
    const all = two.sync(one.sync({}, 1), 2);
    one.change({});
    two.sync(one.sync(all, 3), 4);
    expect(two.here()).toEqual({ 'card:1': { name: 'Mum' } });
  });
});
