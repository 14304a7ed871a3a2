import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { toPart } from './part-script.ts';

/*
 * What finds figures on a page is needed by three: the reader and the picker on a seller's page, and the parsing document
 * of Chromium. They are built together, and what they share is one script, which each of them has before it.
 */

const sharedScript = 'page-parts.js';
export const pageEntries = ['page-reader', 'page-picker', 'offscreen'];

export function pageParts(): Plugin {
  let isOfPages = false;
  return {
    name: 'page-parts',
    config: ({ build }) => {
      const { input, output } = build?.rollupOptions ?? {};
      isOfPages = Object.keys(input ?? {}).includes('page-reader');
      if (!isOfPages) return;
      Object.assign(output ?? {}, {
        chunkFileNames: sharedScript,
        codeSplitting: { groups: [{ name: 'page-parts', minShareCount: 2 }] },
      });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (isOfPages) joinPageParts(Object.values(bundle).filter((file) => file.type === 'chunk'));
      },
    },
  };
}

type Chunk = Pick<Rolldown.OutputChunk, 'fileName' | 'code' | 'isEntry'>;

/**
 * Makes scripts of these modules. Scripts of an extension share what is global to them on a page: there the shared one is
 * made once, under a name that has the hash of what is in it.
 */
export function joinPageParts(chunks: readonly Chunk[]): void {
  const shared = chunks.find(({ fileName }) => fileName === sharedScript);
  if (!shared || chunks.some((chunk) => chunk !== shared && !chunk.isEntry)) {
    throw new Error('What runs on pages shares one script.');
  }
  const key = `"gigabar-${createHash('sha256').update(shared.code).digest('hex').slice(0, 16)}"`;
  const using = (file: string) => {
    if (file !== sharedScript) throw new Error(`${file} is not what the scripts of pages share.`);
    return `globalThis[${key}]`;
  };
  const loading = (file: string) => {
    throw new Error(`On a page nothing is read later, as ${file} would be.`);
  };
  for (const chunk of chunks) {
    const { fileName, code } = chunk;
    const made = `(${toPart(fileName, code, using, loading)})()`;
    // By its name, globalThis has an element of the page too.
    const once = chunk === shared ? `Object.hasOwn(globalThis,${key})||(globalThis[${key}]=${made})` : made;
    // The browser wants to hand on what a script ends with.
    const script = `"use strict";${once};void 0;\n`;
    // Of those in folders a document reads them, as modules.
    const isModule = path.posix.dirname(fileName) !== '.';
    Object.assign(chunk, { code: isModule ? `import"/${sharedScript}";${script}` : script, map: null });
  }
}
