import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The Chromium to test with: `$CHROMIUM_PATH`, the system's, Playwright's own; else it is installed. */
export function findChromium(): string {
  const found = present();
  if (found) return found;
  install();
  const installed = present();
  if (!installed) throw new Error('No Chromium was found or could be installed. Set CHROMIUM_PATH to yours.');
  return installed;
}

function present(): string | null {
  const own = process.env.CHROMIUM_PATH;
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names ${own}, which is not there.`);
    return own;
  }
  return [...known, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** As root on Debian from its packages; elsewhere Playwright's own browser. */
function install(): void {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    const packages = ['chromium', 'fonts-inter', 'fonts-noto-core', 'fonts-noto-cjk'];
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'ignore', env });
    return;
  }
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '3000' };
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', env });
}
