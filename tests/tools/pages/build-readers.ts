import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/* The extension of the test: the reader as a content script and in a document that parses, and nothing else. */

const source = 'tests/tools/pages/in-browser';
const id = 'pages@gigabar.test';

/** Returns its folder. */
export async function buildReaders(browser: 'chromium' | 'firefox'): Promise<string> {
  const folder = path.resolve(`test-results/page-readers-${browser}`);
  mkdirSync(folder, { recursive: true });
  for (const name of ['live-reader', 'parsed-reader']) await bundleReader(name, folder);
  copyFileSync('public/vocabulary.json', path.join(folder, 'vocabulary.json'));
  writeFileSync(
    path.join(folder, 'parser.html'),
    '<!doctype html><meta charset="utf-8"><title>Parser</title><script type="module" src="parsed-reader.js"></script>',
  );
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifestFor(browser)));
  return folder;
}

/** Writes one of the scripts into the folder, under its own name. */
export async function bundleReader(name: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'esnext',
      minify: false,
      lib: { entry: `${source}/${name}.ts`, formats: ['es'], fileName: () => `${name}.js` },
    },
  });
}

function manifestFor(browser: 'chromium' | 'firefox'): object {
  return {
    manifest_version: 3,
    name: 'Page readers',
    version: '1',
    content_scripts: [
      { matches: ['http://127.0.0.1/page/*'], js: ['live-reader.js'], run_at: 'document_end', all_frames: true },
    ],
    // Without it Firefox would read the pages by https.
    content_security_policy: { extension_pages: "script-src 'self'" },
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: { id } } } : {}),
  };
}
