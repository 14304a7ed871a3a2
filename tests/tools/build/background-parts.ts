import type { Plugin } from 'vite';
import { joinParts } from './join-parts.ts';
import { polyfillScript, polyfillSource } from './native-browser.ts';

/*
 * The background in parts: one script that is read at every start, and a few that are read when an `import()` in it is
 * called. A worker may not `import()`; it may read a script of the extension by `importScripts` at any time, if it has
 * read it once while it was being installed. So each chunk becomes a function in a list, and each script adds some.
 */

const noStyles = '\0no-styles';

export function backgroundParts(browser: string): Plugin {
  let isBackground = false;
  return {
    name: 'background-parts',
    enforce: 'pre',
    config: ({ build }) => {
      const lib = build?.lib || null;
      isBackground = lib?.fileName === 'background';
      if (!lib || !isBackground) return;
      lib.formats = ['es'];
      Object.assign(build?.rollupOptions?.output ?? {}, {
        // Else a library's module keeps its white space and comments.
        ...(build?.minify === false ? {} : { minify: true, comments: false }),
        codeSplitting: { groups: [{ name: 'background', tags: ['$initial'] }] },
      });
    },
    // Views are rendered to text there.
    resolveId: (source) => (isBackground && source.endsWith('.css') ? noStyles : null),
    load: (id) => (id === noStyles ? 'export {};' : null),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (!isBackground) return;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const { atOnce, scripts } = joinParts(chunks, browser === 'firefox');
        for (const chunk of chunks) {
          if (chunk.isEntry) Object.assign(chunk, { code: atOnce, map: null, imports: [], dynamicImports: [] });
          else delete bundle[chunk.fileName];
        }
        for (const [fileName, source] of scripts) this.emitFile({ type: 'asset', fileName, source });
        if (browser !== 'firefox') this.emitFile({ type: 'asset', fileName: polyfillScript, source: polyfillSource() });
      },
    },
  };
}
