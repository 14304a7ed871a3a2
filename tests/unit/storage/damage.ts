import { type StoredKind, schemas } from '../../../utils/core/storage/stored-values.ts';
import { profile } from './full-profile.ts';

/* The profile, damaged in one place after the other. */

type Path = (string | number)[];

/** The paths of all members and entries within a value, itself first. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, member]) => pathsIn(member, [...path, key]))];
}

function withAt(value: unknown, [key, ...below]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const changed =
    below.length === 0 ? replacement : withAt((value as Record<string, unknown>)[key], below, replacement);
  if (Array.isArray(value))
    return changed === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), changed);
  const { [key]: _, ...others } = value as Record<string, unknown>;
  return changed === undefined ? others : { ...others, [key]: changed };
}

const replacements: [string, unknown][] = [
  ['null', null],
  ['"x"', 'x'],
  ['absent', undefined],
  ['{}', {}],
  ['1e999', Number.POSITIVE_INFINITY],
];

/** The profile with one member of one value in another shape, for each member and shape. */
export function damaged(): { what: string; name: string; kind: StoredKind; saved: unknown }[] {
  return [...profile].flatMap(([name, { kind, saved }]) =>
    pathsIn(saved).flatMap((path) =>
      replacements.map(([shape, replacement]) => ({
        ...{ what: `${[name, ...path].join(' › ')} = ${shape}`, name, kind },
        saved: withAt(saved, path, replacement),
      })),
    ),
  );
}

/** The members a schema names, as paths with `*` for any entry. */
export function membersOf(schema: unknown, path = ''): string[] {
  const { type, entries, item, items, value, wrapped, options, pipe } = schema as Record<string, unknown>;
  if (pipe) return membersOf({ ...((pipe as unknown[])[0] as object) }, path);
  if (type === 'object')
    return Object.entries(entries as object).flatMap(([name, member]) => membersOf(member, `${path}.${name}`));
  if (type === 'array') return membersOf(item, `${path}.*`);
  if (type === 'record') return membersOf(value, `${path}.*`);
  if (type === 'tuple') return (items as unknown[]).flatMap((one) => membersOf(one, `${path}.*`));
  if (wrapped) return membersOf(wrapped, path);
  if (type === 'variant' || type === 'union') return (options as unknown[]).flatMap((one) => membersOf(one, path));
  return [path];
}

export const schemaOf = (kind: StoredKind): unknown => schemas[kind];
