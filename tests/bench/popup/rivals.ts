import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/* The two pages that the popup is compared with, each in an extension of its own. */

export type Rival = { folder: string };
export type Rivals = { bare: Rival; constant: Rival };

const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gigabar</title>${head}</head><body>${body}</body></html>`;

/** A Preact page that reads the same keys, and a page that reads nothing and runs no script. */
export async function buildRivals(): Promise<Rivals> {
  const bare = rival('bare', html('<script type="module" src="bare.js"></script>', '<div id="app"></div>'));
  const constant = rival('constant', html('', '<p data-testid="remaining">1.24 GB left</p>'));
  await build({
    ...{ configFile: false, logLevel: 'warn', publicDir: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...{ outDir: bare.folder, emptyOutDir: false, target: 'esnext', minify: true },
      lib: { entry: 'tests/bench/popup/bare-page.ts', formats: ['es'], fileName: () => 'bare.js' },
    },
  });
  return { bare, constant };
}

function rival(name: string, page: string): Rival {
  const folder = path.resolve('test-results/popup-rivals', name);
  mkdirSync(folder, { recursive: true });
  const manifest = { manifest_version: 3, name, version: '1', permissions: ['storage'] };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'popup.html'), page);
  return { folder };
}
