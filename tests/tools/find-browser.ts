import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installPackages } from './install-packages.ts';

type BrowserSearch = { name: string; variable: string; known: string[]; install: () => void };

/** The Chromium for tests: `$CHROMIUM_PATH`, the system's or Playwright's; installs it if there is none. */
export function findChromium(): string {
  return find({
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    known: ['/usr/bin/chromium', '/usr/bin/chromium-browser', chromium.executablePath()],
    install: installChromium,
  });
}

/** The Firefox for tests: `$FIREFOX_PATH` or the system's; installs it if there is none. */
export function findFirefox(): string {
  return find({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    known: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    install: () => void installPackages(['firefox-esr']),
  });
}

function find(search: BrowserSearch): string {
  const found = existingPath(search);
  if (found) return found;
  search.install();
  const installed = existingPath(search);
  if (installed) return installed;
  throw new Error(`No ${search.name} was found or could be installed. Set ${search.variable} to yours.`);
}

function existingPath({ variable, known }: BrowserSearch): string | null {
  const own = process.env[variable];
  if (!own) return known.find((path) => existsSync(path)) ?? null;
  if (!existsSync(own)) throw new Error(`${variable} names ${own}, which is not there.`);
  return own;
}

/** From Debian's packages if root on Debian, else Playwright's own browser. */
function installChromium(): void {
  if (installPackages(['chromium', 'fonts-inter', 'fonts-noto-core', 'fonts-noto-cjk'])) return;
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '3000' };
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', env });
}
