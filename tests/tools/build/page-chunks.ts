import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { joinStyles } from './join-styles.ts';

/*
 * The popup and the other pages are built together: what several of them use is there once. What the popup reads at
 * once is in scripts that have nothing else; of all else small scripts are joined, for each costs the package a name,
 * and what is alike in them is written anew.
 */

/** Scripts are joined up to this size in bytes, before they are minified, though a page then reads what it does not use. */
const joinedBytes = 40_000;

export function pageChunks(): Plugin {
  let isOfPages = false;
  let first: ReadonlySet<string> = new Set();
  return {
    name: 'page-chunks',
    config: ({ build }) => {
      const { input, output } = build?.rollupOptions ?? {};
      isOfPages = Object.keys(input ?? {}).includes('popup');
      if (!isOfPages) return;
      const shared = { minShareCount: 2, entriesAware: true };
      Object.assign(output ?? {}, {
        // A package is replaced as a whole: no name has to tell what is in a file.
        entryFileNames: 'chunks/[name].js',
        chunkFileNames: nameOf,
        assetFileNames: 'assets/[name].[ext]',
        codeSplitting: {
          groups: [
            { ...shared, name: 'first', test: (id: string) => first.has(id), priority: 1 },
            { ...shared, name: 'shared', entriesAwareMergeThreshold: joinedBytes },
          ],
        },
      });
    },
    buildEnd() {
      if (isOfPages) first = readAtOnce(this, /\/popup\/index\.html$/);
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (!isOfPages) return;
        joinStyles(bundle, (name, source) => this.getFileName(this.emitFile({ type: 'asset', name, source })));
      },
    },
  };
}

/** After one of its modules. */
function nameOf({ name, moduleIds, isDynamicEntry }: Rolldown.PreRenderedChunk): string {
  const module = path.basename(moduleIds.at(-1) ?? '').replace(/\..*/, '');
  return `chunks/${isDynamicEntry ? name : module}.js`;
}

/** The modules that this entry imports, and so on, but for what it imports later. */
function readAtOnce(build: Rolldown.PluginContext, entry: RegExp): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    build.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  [...build.getModuleIds()].filter((id) => entry.test(id)).forEach(visit);
  return found;
}
