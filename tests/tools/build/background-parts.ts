import type { Plugin, Rolldown } from 'vite';
import { polyfillScript, polyfillSource } from './native-browser.ts';
import { toPart } from './part-script.ts';

/*
 * The background in parts: one script that is read at every wake, and one for each `import()` in it, read when it is
 * called. A worker may not `import()`; it may read a script of the extension by `importScripts` at any time, if it has
 * read it once while it was being installed. So each part is a script that leaves one function in a list.
 */

const folder = 'parts/';

/** For the build of the background alone. */
export function backgroundParts(browser: string): Plugin {
  let isBackground = false;
  return {
    name: 'background-parts',
    config: ({ build }) => {
      isBackground = build?.lib !== undefined && build.lib !== false && build.lib.fileName === 'background';
      if (!isBackground) return;
      const output = build?.rollupOptions?.output;
      if (!build?.lib || output === undefined || Array.isArray(output))
        throw new Error('The background is not built as it was.');
      build.lib.formats = ['es'];
      // A library's module would keep its white space and comments.
      if (build.minify !== false) Object.assign(output, { minify: true, comments: false });
      Object.assign(output, {
        chunkFileNames: `${folder}[name]-[hash].js`,
        codeSplitting: { groups: [{ name: 'background', tags: ['$initial'] }] },
      });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (!isBackground) return;
        splitBackground(bundle, browser);
        if (browser !== 'firefox') this.emitFile({ type: 'asset', fileName: polyfillScript, source: polyfillSource() });
      },
    },
  };
}

function splitBackground(bundle: Rolldown.OutputBundle, browser: string): void {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const find = (name: string) => {
    const found = chunks.find(({ fileName }) => fileName === name);
    if (!found) throw new Error(`${name} is no part of the background.`);
    return found;
  };
  /** What has to be there for it, itself last. */
  const withImports = (name: string, before: readonly string[] = []): string[] => {
    if (before.includes(name))
      throw new Error(`Parts of the background import each other: ${[...before, name].join(' → ')}`);
    return [...new Set([...find(name).imports.flatMap((one) => withImports(one, [...before, name])), name])];
  };
  const entry = find('background.js');
  const atOnce = withImports(entry.fileName);
  const toLoad = (name: string) => withImports(name).filter((one) => !atOnce.includes(one));
  const scripts = new Map(chunks.map(({ fileName, code }) => [fileName, toPart(fileName, code, toLoad)]));
  const later = chunks.map(({ fileName }) => fileName).filter((name) => !atOnce.includes(name));
  entry.code = [
    `"use strict";(()=>{${loader(browser, later)}`,
    ...atOnce.map((name) => `made[${JSON.stringify(name)}]=(${scripts.get(name)})(use,load);`),
    '})();',
  ].join('\n');
  for (const chunk of chunks) {
    chunk.map = null;
    chunk.imports = [];
    chunk.dynamicImports = [];
    if (later.includes(chunk.fileName))
      chunk.code = `"use strict";addPart(${JSON.stringify(chunk.fileName)},${scripts.get(chunk.fileName)});\n`;
    else if (chunk !== entry) delete bundle[chunk.fileName];
  }
}

/** `use`: what a part exports, which is there. `load`: the same of the last of these, which may not be there yet. */
function loader(browser: string, parts: readonly string[]): string {
  const common = `const made={},makers={};self.addPart=(name,maker)=>{makers[name]=maker};
const use=(name)=>made[name]??=makers[name](use,load);const isMissing=(name)=>!(name in makers);`;
  const inPage = `const add=(name)=>new Promise((done,failed)=>{const script=document.createElement("script");
script.src="/"+name;script.onload=done;script.onerror=()=>failed(new Error("Not loaded: "+name));
document.documentElement.append(script)});
const load=async(...names)=>{await Promise.all(names.filter(isMissing).map(add));return use(names.at(-1))};`;
  const inWorker = `if(!self.browser)importScripts("/${polyfillScript}");
const add=(names)=>importScripts(...names.filter(isMissing).map((name)=>"/"+name));
const load=async(...names)=>{add(names);return use(names.at(-1))};
addEventListener("install",()=>add(${JSON.stringify(parts)}));`;
  return common + (browser === 'firefox' ? inPage : inWorker);
}
