import path from 'node:path';
import { type ESTree, parseAst, Visitor } from 'vite';

/** Text in place of that between two places. */
type Edit = { start: number; end: number; text: string };

/**
 * A chunk, which is a module, as a function that returns what it exports. `using` and `loading`: the code that gives what
 * another chunk exports, at once and later.
 */
export function toPart(
  fileName: string,
  code: string,
  using: (name: string) => string,
  loading: (name: string) => string,
): string {
  const program = parseAst(code);
  const edits: Edit[] = [];
  const exported: string[] = [];
  const nameOf = (source: string) => path.posix.join(path.posix.dirname(fileName), source);
  const replace = ({ start, end }: ESTree.Node, text: string) => edits.push({ start, end, text });

  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      const names = node.specifiers.map((one) => {
        if (one.type !== 'ImportSpecifier') throw new Error(`${fileName} imports more than names.`);
        return `${textOf(one.imported)}:${one.local.name}`;
      });
      replace(node, `const{${names}}=${using(nameOf(node.source.value))};`);
    } else if (node.type === 'ExportNamedDeclaration' && !node.declaration) {
      const from = node.source ? `${using(nameOf(node.source.value))}.` : '';
      exported.push(...node.specifiers.map((one) => `${textOf(one.exported)}:${from}${textOf(one.local)}`));
      replace(node, '');
    } else if (node.type.startsWith('Export')) {
      throw new Error(`${fileName} has an export of another kind: ${node.type}`);
    }
  }
  new Visitor({
    ImportExpression: (node) => replace(node, loading(nameOf(literalOf(node.source)))),
  }).visit(program);
  return `(use,load)=>{${withEdits(code, edits)}\nreturn{${exported}}}`;
}

function textOf(name: ESTree.ModuleExportName): string {
  return name.type === 'Literal' ? JSON.stringify(name.value) : name.name;
}

/** The minifier writes texts as templates. */
function literalOf(source: ESTree.Expression): string {
  const text = source.type === 'TemplateLiteral' ? source.quasis[0]?.value.cooked : null;
  if (source.type === 'Literal' && typeof source.value === 'string') return source.value;
  if (typeof text !== 'string') throw new Error('A part is imported by a name that is made while running.');
  return text;
}

function withEdits(code: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.start - a.start);
  return backwards.reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code);
}
