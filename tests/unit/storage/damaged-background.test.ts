import { describe, expect, test } from 'vitest';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { damaged } from './damage.ts';
import { store, work } from './damaged-worker.ts';

/* F19 and F25: one bad entry hides or deletes all the rest. */

describe('7.18 one member of a saved value in another shape', () => {
  const byName = Map.groupBy(damaged(), ({ name }) => name);
  test.each([...byName.keys()])(
    'of %s stops nothing, deletes nothing, and can be signed out of',
    async (key) => {
      const failed: string[] = [];
      const seen = new Set<string>();
      for (const { what, name, kind, saved } of byName.get(key) ?? []) {
        const text = JSON.stringify(parseStored(kind, saved));
        if (seen.has(text)) continue;
        seen.add(text);
        await store({ [name]: saved });
        const problems = await work().catch((error: unknown) => [String(error)]);
        // The fake browser stores no null.
        const isAbsent = (saved ?? null) === null;
        // Without its account nothing of it stays.
        if (isAbsent && name.startsWith('account:')) continue;
        const expected = isAbsent ? [`${name} is gone`] : [];
        failed.push(...problems.filter((one) => !expected.includes(one)).map((one) => `${what}: ${one}`));
      }
      expect(failed).toEqual([]);
    },
    60_000,
  );
});
