import { gap } from './gaps.ts';
import type { NewProvider } from './provider-id.ts';

/* Adds a new provider to the lists, after the last of its kind. Biome then sorts the imports. */

/** A line of the registry that loads an adapter. */
type Listed = { line: string; folder: string; id: string };

function listedIn(registry: string): Listed[] {
  const lines = registry.matchAll(/^ {2}\S+: .*import\('\.\/([\w-]+)\/([\w-]+)\.ts'\).*$/gm);
  return [...lines].map(([line, folder = '', id = '']) => ({ line, folder, id }));
}

/** The folders that hold adapters by kind: those of which the registry lists more than one. */
export function kindsIn(registry: string): string[] {
  const folders = listedIn(registry).map(({ folder }) => folder);
  return [...new Set(folders)].filter((folder) => folders.indexOf(folder) !== folders.lastIndexOf(folder));
}

/** The id of the last provider of that kind in the registry. */
export function lastOfKind(registry: string, kind: string): string {
  const last = listedIn(registry).findLast(({ folder }) => folder === kind);
  if (!last) throw new Error(`No provider of the kind "${kind}" is listed.`);
  return last.id;
}

/** For the registry: a line after that of `previousId`. */
export function addToRegistry(text: string, { id, kind, name }: NewProvider, previousId: string): string {
  const previous = listedIn(text).find((each) => each.folder === kind && each.id === previousId);
  if (!previous) throw new Error(`"${previousId}" is not listed.`);
  return insertAfter(text, previous.line, `  '${id}': async () => (await import('./${kind}/${id}.ts')).${name},`);
}

/** For the subjects' index: an import, and an entry after that of `previousId`. */
export function addToSubjects(text: string, { id, kind, name }: NewProvider, previousId: string): string {
  const [line, previous] =
    new RegExp(`^import \\{ (\\w+) \\} from './${kind}/${previousId}\\.ts';$`, 'm').exec(text) ?? [];
  if (line === undefined) throw new Error(`"${previousId}" is not imported.`);
  const withImport = insertAfter(text, line, `import { ${name}Subject } from './${kind}/${id}.ts';`);
  return insertAfter(withImport, `  ${previous},`, `  ${name}Subject,`);
}

/** At the end of the locale's `provider:` section. */
export function addToLocale(text: string, { id, name, title }: NewProvider): string {
  const tag = /^ {2}locale: *['"]?([\w-]+)/m.exec(text)?.[1] ?? 'en';
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(new Intl.Locale(tag).language);
  const textFor = (key: string) => `    ${key}: '${gap(id, `no ${language} text \`${key}\``)}'`;
  const lines = [`  ${name}:`, `    name: ${title}`, textFor('for'), textFor('asks')];
  const section = /^provider:\n(?:(?: .*)?\n)+/m.exec(text)?.[0].trimEnd();
  if (section === undefined) throw new Error('The locale has no texts of providers.');
  return insertAfter(text, section, lines.join('\n'));
}

/** Below the row of `previousId`. */
export function addToTable(text: string, { id, kind }: NewProvider, previousId: string): string {
  const previous = text.split('\n').find((line) => line.startsWith(`| \`${previousId}\` `));
  if (previous === undefined) throw new Error(`The table has no row of "${previousId}".`);
  const meters: Record<string, string> = { hotspots: "the hotspot's", entered: 'yours' };
  const cells = [
    `\`${id}\``,
    gap(id, 'table row does not say whom it is for'),
    gap(id, 'table row says nothing of what it shows'),
    meters[kind] ?? "the network's",
    'none',
    gap(id, 'table row does not say how well it is known'),
  ];
  return insertAfter(text, previous, `| ${cells.join(' | ')} |`);
}

function insertAfter(text: string, line: string, added: string): string {
  if (!text.includes(`${line}\n`)) throw new Error(`There is no line "${line}".`);
  return text.replace(`${line}\n`, () => `${line}\n${added}\n`);
}
