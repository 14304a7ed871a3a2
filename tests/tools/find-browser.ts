import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installPackages } from './debian.ts';

type Wanted = { name: string; variable: string; known: string[]; install: () => void };

/** The Chromium to test with: `$CHROMIUM_PATH`, the system's, Playwright's own; else it is installed. */
export function findChromium(): string {
  return find({
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    known: ['/usr/bin/chromium', '/usr/bin/chromium-browser', chromium.executablePath()],
    install: installChromium,
  });
}

/** The Firefox to test with: `$FIREFOX_PATH`, the system's; else it is installed. */
export function findFirefox(): string {
  return find({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    known: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    install: () => void installPackages(['firefox-esr']),
  });
}

function find(wanted: Wanted): string {
  const found = present(wanted);
  if (found) return found;
  wanted.install();
  const installed = present(wanted);
  if (installed) return installed;
  throw new Error(`No ${wanted.name} was found or could be installed. Set ${wanted.variable} to yours.`);
}

function present({ variable, known }: Wanted): string | null {
  const own = process.env[variable];
  if (!own) return known.find((path) => existsSync(path)) ?? null;
  if (!existsSync(own)) throw new Error(`${variable} names ${own}, which is not there.`);
  return own;
}

/** As root on Debian from its packages; elsewhere Playwright's own browser. */
function installChromium(): void {
  if (installPackages(['chromium', 'fonts-inter', 'fonts-noto-core', 'fonts-noto-cjk'])) return;
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '3000' };
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', env });
}
