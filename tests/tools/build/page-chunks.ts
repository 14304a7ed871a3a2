import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { joinStyles } from './join-styles.ts';

/*
 * The popup and the other pages are built together: what several of them use is there once. What the popup renders, and
 * what it reads later, are in scripts that have nothing else. Small scripts are joined, for each costs the package a name,
 * and what is alike in them is written anew. What the popup reads first is one script with modules of its own, which
 * stand in others too: a second one would be waited for.
 */

/** Scripts are joined up to this size in bytes, before they are minified, though a page then reads what others use. */
const joinedBytes = 80_000;

const popupPage = /\/popup\/index\.html$/;
const popupEntry = /\/popup\/main\.ts$/;
/** At the end of the names of the popup's first modules. */
const own = '?first';
/** What WXT has each page read: its plugins, of which there are none. */
const plugins = 'virtual:wxt-html-plugins';
const nothing = '\0nothing';

export function pageChunks(): Plugin {
  let isOfPages = false;
  let app: ReadonlySet<string> = new Set();
  let popup: ReadonlySet<string> = new Set();
  return {
    name: 'page-chunks',
    apply: 'build',
    config: ({ build }) => {
      const { input, output } = build?.rollupOptions ?? {};
      isOfPages = Object.keys(input ?? {}).includes('popup');
      if (!isOfPages) return;
      const shared = { minShareCount: 2, entriesAware: true };
      const joined = { ...shared, entriesAwareMergeThreshold: joinedBytes };
      Object.assign(output ?? {}, {
        // A package is replaced as a whole: no name has to tell what is in a file.
        entryFileNames: 'chunks/[name].js',
        chunkFileNames: nameOf,
        assetFileNames: 'assets/[name].[ext]',
        codeSplitting: {
          groups: [
            { ...joined, name: 'app', test: (id: string) => app.has(id), priority: 2 },
            { ...joined, name: 'popup', test: (id: string) => popup.has(id), priority: 1 },
            { ...joined, name: 'shared' },
          ],
        },
      });
    },
    resolveId: {
      order: 'pre',
      async handler(source, importer, { kind }) {
        if (!isOfPages || importer === undefined || kind !== 'import-statement') return null;
        if (source === plugins) return nothing;
        if (!popupEntry.test(importer) && !importer.endsWith(own)) return null;
        const found = await this.resolve(source, importer.replace(own, ''), { skipSelf: true });
        return found && !found.external ? { ...found, id: `${found.id}${own}` } : found;
      },
    },
    load: (id) => (id === nothing ? 'export {};' : null),
    buildEnd() {
      if (!isOfPages) return;
      const imports = importsIn(this);
      const pages = [...this.getModuleIds()].filter((id) => popupPage.test(id));
      const first = reachedFrom(pages, (id) => imports(id).atOnce);
      app = reachedFrom(
        [...first].flatMap((id) => imports(id).later),
        (id) => imports(id).atOnce,
      );
      popup = reachedFrom(pages, (id) => [...imports(id).atOnce, ...imports(id).later]);
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (!isOfPages) return;
        const emit = (source: string) => this.getFileName(this.emitFile({ type: 'asset', name: 'pages.css', source }));
        joinStyles(bundle, emit);
      },
    },
  };
}

/** After one of its modules. */
function nameOf({ name, moduleIds, isDynamicEntry }: Rolldown.PreRenderedChunk): string {
  const module = path.basename(moduleIds.at(-1) ?? '').replace(/\..*/, '');
  return `chunks/${isDynamicEntry ? name : module}.js`;
}

function importsIn(build: Rolldown.PluginContext) {
  return (id: string): { atOnce: string[]; later: string[] } => {
    const { importedIds: atOnce = [], dynamicallyImportedIds: later = [] } = build.getModuleInfo(id) ?? {};
    return { atOnce, later };
  };
}

function reachedFrom(starts: readonly string[], next: (id: string) => string[]): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    next(id).forEach(visit);
  };
  starts.forEach(visit);
  return found;
}
