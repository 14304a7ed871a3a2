import path from 'node:path';
import { minifySync, type Plugin } from 'vite';

/** A script of a build, with what it imports at once and later. `modules`: by path, in minified bytes. */
export type ScriptSizes = {
  file: string;
  isEntry: boolean;
  imports: string[];
  dynamicImports: string[];
  modules: Map<string, number>;
};

/** Notes of what each script is made, before the scripts of the background are joined. */
export function collectSizes(into: ScriptSizes[]): Plugin {
  return {
    name: 'collect-sizes',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const { fileName, isEntry, imports, dynamicImports, modules } = file;
          const sizes = Object.entries(modules).map(([id, { code }]) => [nameOf(id), minifiedBytes(code)] as const);
          into.push({ file: fileName, isEntry, imports, dynamicImports, modules: new Map(sizes) });
        }
      },
    },
  };
}

function nameOf(id: string): string {
  return path.relative(process.cwd(), id.replace('\0', '').replace(/^virtual:[^?]*\?/, '')).replaceAll('\\', '/');
}

/** Alone a module is a little larger than among others, which may know more of it. */
function minifiedBytes(code: string | null): number {
  if (!code) return 0;
  const options = { module: false, compress: false, mangle: { toplevel: true } };
  return Buffer.byteLength(minifySync('module.js', code, options).code);
}

/** The scripts that are read with this one; `isLater`: those too that they read when they are needed. */
export function scriptsWith(all: readonly ScriptSizes[], file: string, isLater: boolean): ScriptSizes[] {
  const found = new Map<string, ScriptSizes>();
  const visit = (name: string): void => {
    const script = all.find((one) => one.file === name);
    if (!script || found.has(name)) return;
    found.set(name, script);
    for (const next of [...script.imports, ...(isLater ? script.dynamicImports : [])]) visit(next);
  };
  visit(file);
  return [...found.values()];
}
