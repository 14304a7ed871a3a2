import type { Rolldown } from 'vite';

/* Styles of pages in two files, which are packed smaller than many: what the popup reads at once, and all else. */

type Bundle = Rolldown.OutputBundle;
type WithStyles = { viteMetadata?: { importedCss: Set<string> } };

const popupPage = /(^|\/)popup\/index\.html$/;
const link = /\n\s*<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

/** `emit`: adds a file of this text, and returns its name. */
export function joinStyles(bundle: Bundle, emit: (name: string, text: string) => string): void {
  const pages = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.html'));
  const popup = Object.keys(bundle).find((name) => popupPage.test(name)) ?? '';
  const first = new Set([...textOf(bundle, popup).matchAll(link)].map(([, name = '']) => name));
  const names = stylesInOrder(bundle);
  const join = (file: string, parts: string[]) => emit(file, parts.map((name) => textOf(bundle, name).trim()).join(''));
  const firstFile = join(
    'first.css',
    names.filter((name) => first.has(name)),
  );
  const laterFile = join(
    'later.css',
    names.filter((name) => !first.has(name)),
  );
  const fileOf = (name: string) => (first.has(name) ? firstFile : laterFile);
  for (const page of pages) {
    if (page.type !== 'asset') continue;
    const seen = new Set<string>();
    page.source = String(page.source).replace(link, (tag, name: string) => {
      const file = fileOf(name);
      if (seen.has(file)) return '';
      seen.add(file);
      return tag.replace(name, file);
    });
  }
  for (const file of Object.values(bundle)) {
    if (file.type !== 'chunk') continue;
    for (const name of names) file.code = file.code.replaceAll(name, fileOf(name));
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
  const scripts = Object.values(bundle).filter((file) => file.type === 'chunk');
  for (const { fileName } of [...scripts].sort((a, b) => Number(b.name === 'popup') - Number(a.name === 'popup'))) {
    visit(fileName);
  }
  return [...found];
}

function textOf(bundle: Bundle, name: string): string {
  const file = bundle[name];
  return file?.type === 'asset' ? String(file.source) : '';
}
