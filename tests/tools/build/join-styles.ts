import type { Rolldown } from 'vite';

/* Styles of pages in one file, which is packed smaller than many. */

type Bundle = Rolldown.OutputBundle;
type WithStyles = { viteMetadata?: { importedCss: Set<string> } };

const link = /\n\s*<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

/** `emit`: adds a file of this text, and returns its name. */
export function joinStyles(bundle: Bundle, emit: (text: string) => string): void {
  const names = stylesInOrder(bundle);
  const joined = emit(names.map((name) => textOf(bundle, name).trim()).join(''));
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk') {
      for (const name of names) file.code = file.code.replaceAll(name, joined);
    } else if (file.fileName.endsWith('.html')) {
      let isLinked = false;
      file.source = String(file.source).replace(link, (tag, name: string) => {
        const kept = isLinked ? '' : tag.replace(name, joined);
        isLinked = true;
        return kept;
      });
    }
  }
  for (const name of names) delete bundle[name];
}

/** Those of what a script imports come before its own. */
function stylesInOrder(bundle: Bundle): string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  const visit = (fileName: string): void => {
    const file = bundle[fileName];
    if (visited.has(fileName) || file?.type !== 'chunk') return;
    visited.add(fileName);
    file.imports.forEach(visit);
    for (const name of (file as WithStyles).viteMetadata?.importedCss ?? []) found.add(name);
  };
  for (const fileName of Object.keys(bundle).sort()) visit(fileName);
  return [...found];
}

function textOf(bundle: Bundle, name: string): string {
  const file = bundle[name];
  return file?.type === 'asset' ? String(file.source) : '';
}
