import { expect, test } from 'vitest';
import { type StoredKind, schemas } from '../../../utils/core/storage/stored-values.ts';
import { membersOf, pathsIn, schemaOf } from './damage.ts';
import { profile } from './full-profile.ts';

test('7.19 the profile that is damaged member by member has every key, and every member of its schema', () => {
  const kinds = [...profile.values()].map(({ kind }) => kind);
  expect([...kinds].sort()).toEqual(Object.keys(schemas).sort());
  const missing = [...profile.values()].flatMap(({ kind, saved }) => {
    const there = new Set(pathsIn(saved).flatMap(patternsOf));
    return [...new Set(membersOf(schemaOf(kind as StoredKind)))]
      .filter((member) => !there.has(member))
      .map((member) => kind + member);
  });
  expect(missing).toEqual([]);
});

/** A record's keys are entries too. */
function patternsOf(path: (string | number)[]): string[] {
  return path.reduce<string[]>(
    (before, key) =>
      before.flatMap((text) => (typeof key === 'number' ? [`${text}.*`] : [`${text}.${key}`, `${text}.*`])),
    [''],
  );
}
