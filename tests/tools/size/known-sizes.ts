import { readFileSync, writeFileSync } from 'node:fs';

/* The list of sizes as it was committed: one module a line, by what it is part of. */

const file = 'tests/tools/size/sizes.txt';
/** Less than this is no growth to speak of. */
const noticedBytes = 200;

/** By what it is part of, `background` or `popup`: the bytes of each module. */
export type KnownSizes = Record<string, ReadonlyMap<string, number>>;

export function saveSizes(sizes: KnownSizes): void {
  const lines = Object.entries(sizes).flatMap(([part, modules]) =>
    [...modules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => `${part} ${name} ${bytes}`),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** What grew since the list was made, the most first: `name +bytes`. */
export function grown(part: string, modules: ReadonlyMap<string, number>): string[] {
  const known = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [of = '', name = '', bytes] = line.split(' ');
    if (of === part) known.set(name, Number(bytes));
  }
  return [...modules]
    .map(([name, bytes]) => ({ name, by: bytes - (known.get(name) ?? 0) }))
    .filter(({ by }) => by >= noticedBytes)
    .sort((a, b) => b.by - a.by)
    .map(({ name, by }) => `${name} +${by}`);
}
